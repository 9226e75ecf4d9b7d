// The cases of a member, and for the centre the open ones of all: whose clock ends next, and which nobody has taken.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatInstant, formatLeft, type Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  ButtonLink,
  type Column,
  Empty,
  PageHead,
  Plain,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { listOrganisations, type Organisation } from '../../organisations/index.ts'
import { dutiesOf } from '../actions/clocks.ts'
import { nameOfRule } from '../duties/explain.ts'
import { type OwnedClock, openClocks } from '../handover.ts'
import type { Incident } from '../incident.ts'
import { selectIncidents } from '../store/incidents.ts'
import { selectDecisions } from '../store/room.ts'
import { shiftPath } from './shift.tsx'

/** More at once than any shift carries; the page says when there are more. */
const shownCases = 200

interface Row {
  readonly incident: Incident
  readonly href: string
  readonly organisation: Pick<Organisation, 'name' | 'timeZone'>
  readonly clocks: readonly OwnedClock[]
}

interface ListReader {
  readonly translator: Translator
  readonly now: Date
}

export function listPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/incidents',
      permission: 'incidents:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { organisationId, membership } = request
        const organisation = {
          name: membership?.organisationName ?? '',
          timeZone: membership?.timeZone ?? 'UTC',
        }
        const base = `/o/${organisationId}/incidents`
        const incidents = await context.database.asMember(organisationId, (scope) =>
          selectIncidents(scope, { organisationId, state: null, limit: shownCases + 1 }),
        )
        const rows = await rowsOf(context, incidents, request.now, () => ({ organisation, base }))
        return draw(context, request, { rows, base, isCentre: false, mayOpen: membership?.role !== 'reader' })
      },
    }),
    definePage({
      method: 'GET',
      path: '/centre/incidents',
      permission: 'incidents:assist',
      params: nothing,
      query: nothing,
      body: nothing,
      async handle(request) {
        const base = '/centre/incidents'
        const [incidents, members] = await context.database.asCentre(
          async (scope) =>
            [
              await selectIncidents(scope, { organisationId: null, state: 'open', limit: shownCases + 1 }),
              await listOrganisations(scope, { kind: 'provider' }),
            ] as const,
        )
        const byId = new Map(members.map((member) => [member.id, member]))
        const rows = await rowsOf(context, incidents, request.now, ({ organisationId }) => ({
          organisation: byId.get(organisationId) ?? { name: '?', timeZone: 'UTC' },
          base: `${base}/${organisationId}`,
        }))
        return draw(context, request, { rows, base, isCentre: true, mayOpen: true })
      },
    }),
  ]
}

/** What stands inside a room is read as the member whose room it is, one member at a time. */
async function rowsOf(
  { database }: Pick<Context, 'database'>,
  incidents: readonly Incident[],
  now: Date,
  at: (incident: Incident) => Pick<Row, 'organisation'> & { readonly base: string },
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const incident of incidents.slice(0, shownCases)) {
    const { organisation, base } = at(incident)
    const { organisationId, id: incidentId } = incident
    const clocks =
      incident.state === 'closed'
        ? []
        : await database.asMember(organisationId, async (scope) =>
            openClocks(
              await dutiesOf(scope, incident, now),
              await selectDecisions(scope, { organisationId, incidentId }),
            ),
          )
    rows.push({ incident, organisation, href: `${base}/${incidentId}`, clocks })
  }
  return rows
}

interface Drawing {
  readonly rows: readonly Row[]
  readonly base: string
  readonly isCentre: boolean
  readonly mayOpen: boolean
}

async function draw(
  context: Context,
  request: AnyRequest,
  { rows, base, isCentre, mayOpen }: Drawing,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader = { translator, now: request.now }
  const real = rows.filter(({ incident }) => incident.realm === 'real')
  const open = real.filter(({ incident }) => incident.state === 'open')
  const closed = real.filter(({ incident }) => incident.state === 'closed')
  const exercises = rows.filter(({ incident }) => incident.realm === 'exercise')
  const parts = { isCentre, reader }
  const content = (
    <>
      <PageHead
        title={t('room.list.title', { count: open.length })}
        lead={t(isCentre ? 'room.list.lead.centre' : 'room.list.lead')}
      />
      {mayOpen && (
        <Actions>
          <ButtonLink href={`${base}/new`}>{t('shell.reportIncident')}</ButtonLink>
        </Actions>
      )}
      <p class="s-dense s-actions">
        {isCentre ? (
          <>
            <a href={shiftPath}>{t('shifts.title')}</a>
            <a href={`${base}/statistics`}>{t('after.figures.title')}</a>
          </>
        ) : (
          <>
            {mayOpen && <a href={`${base}/cards`}>{t('night.cards.title')}</a>}
            <a href={`${base}/lessons`}>{t('after.lessons')}</a>
          </>
        )}
      </p>
      {open.length > 0 ? (
        <Part id="open" heading={t('room.list.open')} rows={open} {...parts} />
      ) : (
        <Empty heading={t('room.list.none')}>{t('room.list.none.text')}</Empty>
      )}
      {exercises.length > 0 && (
        <Part id="exercises" heading={t('room.list.exercises')} rows={exercises} {...parts} />
      )}
      {closed.length > 0 && <Part id="closed" heading={t('room.list.closed')} rows={closed} {...parts} />}
      {rows.length >= shownCases && <p class="s-above">{t('room.list.more', { count: shownCases })}</p>}
    </>
  )
  return {
    html: await context.render(request, {
      title: t('room.list.title', { count: open.length }),
      content,
      current: base,
      ...(isCentre ? { width: 'wide' as const } : {}),
    }),
  }
}

interface PartProps {
  readonly id: string
  readonly heading: string
  readonly rows: readonly Row[]
  readonly isCentre: boolean
  readonly reader: ListReader
}

function Part({ id, heading, rows, isCentre, reader }: PartProps) {
  const { t } = reader.translator
  const columns: Column<Row>[] = [
    {
      label: t('room.list.word'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ incident, href }) => (
        <>
          <a href={href}>{incident.word}</a>
          {incident.realm === 'exercise' && (
            <span class="s-sub">
              <StateWord state="unknown">{t('room.list.exercise')}</StateWord>
            </span>
          )}
        </>
      ),
    },
    ...(isCentre
      ? [{ label: t('room.list.member'), cell: ({ organisation }: Row) => organisation.name }]
      : []),
    {
      label: t('room.list.what'),
      main: true,
      cell: ({ incident }) => (
        <>
          {incident.title} <span class="s-sub">{t(`incidents.kind.${incident.kind}`)}</span>
        </>
      ),
    },
    { label: t('room.list.since'), cell: (row) => when(row.incident.openedAt, row, reader) },
    {
      label: t('room.list.taken'),
      cell: ({ incident }) =>
        incident.answeredByName ??
        (incident.state === 'open' ? <StateWord state="late">{t('room.list.nobody')}</StateWord> : '–'),
    },
    { label: t('room.list.clock'), cell: (row) => <NextClock row={row} reader={reader} /> },
  ]
  return (
    <Plain id={id} heading={heading} flush>
      <Table
        caption={heading}
        rows={rows}
        keyOf={({ incident }) => `${incident.organisationId}/${incident.id}`}
        stateOf={({ clocks }) => (clocks.some(({ state }) => state === 'overdue') ? 'late' : undefined)}
        columns={columns}
      />
    </Plain>
  )
}

function when(at: Date, { organisation }: Row, { translator }: ListReader): string {
  return formatInstant(at, { translator, timeZone: organisation.timeZone })
}

function NextClock({ row, reader }: { readonly row: Row; readonly reader: ListReader }) {
  const { translator, now } = reader
  const { t } = translator
  const [next] = row.clocks
  if (!next?.dueAt) return <span class="s-quiet">{t('room.list.noClock')}</span>
  const unowned = row.clocks.filter(({ owner }) => owner === null).length
  return (
    <>
      {nameOfRule(next.key, { translator })}
      <span class={next.state === 'overdue' ? 's-sub s-late' : 's-sub'}>
        {when(next.dueAt, row, reader)}, {formatLeft(now, next.dueAt, translator)}
      </span>
      {unowned > 0 && <span class="s-sub s-unknown">{t('room.list.unowned', { count: unowned })}</span>}
    </>
  )
}
