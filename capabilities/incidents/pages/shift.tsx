// The centre's shift: begin it, see every open case with its clocks and promises, and hand it over.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  type Column,
  CsrfField,
  Empty,
  ErrorSummary,
  PageHead,
  Plain,
  Sheet,
  StateWord,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import { beginShift, handOver, readBrief } from '../actions/shifts.ts'
import { nameOfRule } from '../duties/explain.ts'
import { type CaseInBrief, type OwnedClock, unownedIn } from '../handover.ts'
import { type Shift, selectShifts } from '../store/shifts.ts'

export const shiftPath = '/centre/shift'
const maxName = 200

export function shiftPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: shiftPath,
      permission: 'incidents:assist',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, null),
    }),
    definePage({
      method: 'POST',
      path: `${shiftPath}/begin`,
      permission: 'incidents:assist',
      params: nothing,
      query: nothing,
      body: nothing,
      async handle(request) {
        const person = personOf(request)
        await beginShift(context, { personId: person.id, name: person.name }, request.now)
        return { redirect: shiftPath }
      },
    }),
    definePage({
      method: 'POST',
      path: `${shiftPath}/end`,
      permission: 'incidents:assist',
      params: nothing,
      query: nothing,
      body: z.object({ to: z.string().trim().max(maxName).default('') }),
      async handle(request) {
        const { to } = request.body
        if (to === '') return show(context, request, { kind: 'name', to })
        const person = personOf(request)
        try {
          await handOver(context, { personId: person.id, name: person.name }, to, request.now)
        } catch (error) {
          if (error instanceof Refusal && error.code === 'incidents/clock-unowned')
            return show(context, request, { kind: 'unowned', to })
          throw error
        }
        return { redirect: shiftPath }
      },
    }),
  ]
}

interface Fault {
  readonly kind: 'name' | 'unowned'
  /** As it was typed. */
  readonly to: string
}

async function show(context: Context, request: AnyRequest, fault: Fault | null): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const shifts = await context.database.asCentre(selectShifts)
  const brief = await readBrief(context, request.now)
  const timeZone = request.membership?.timeZone ?? 'UTC'
  const content = <ShiftContent {...{ translator, shifts, brief, timeZone, request, fault }} />
  return {
    html: await context.render(request, {
      title: translator.t('shifts.title'),
      content,
      current: '/centre/incidents',
    }),
    ...(fault ? { status: 422 } : {}),
  }
}

interface ContentProps {
  readonly translator: Translator
  readonly shifts: readonly Shift[]
  readonly brief: readonly CaseInBrief[]
  readonly timeZone: string
  readonly request: AnyRequest
  readonly fault: Fault | null
}

function ShiftContent(props: ContentProps) {
  const { translator, shifts, brief, request, fault, timeZone } = props
  const { t } = translator
  const own = shifts.find(
    ({ personId, endedAt }) => endedAt === null && personId === request.caller?.person.id,
  )
  const unowned = unownedIn(brief)
  const at = (instant: Date) => formatInstant(instant, { translator, timeZone })
  const faultText = fault ? t(`shifts.error.${fault.kind}`, { count: unowned }) : undefined
  return (
    <>
      {faultText && (
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={[{ fieldId: 'to', text: faultText }]}
        />
      )}
      <PageHead
        title={t('shifts.title')}
        lead={own ? t('shifts.running', { since: at(own.startedAt) }) : t('shifts.none')}
        because={t('shifts.because', { cases: brief.length, unowned })}
      />
      <Sheet id="form" heading={t(own ? 'shifts.end' : 'shifts.begin')}>
        {own ? (
          <form method="post" action={`${shiftPath}/end`} novalidate>
            <CsrfField token={request.caller?.csrfToken ?? null} />
            <TextField
              name="to"
              label={t('shifts.to')}
              hint={t('shifts.to.hint')}
              value={fault?.to}
              error={faultText}
              maxLength={maxName}
            />
            <Actions>
              <Button>{t('shifts.end.button')}</Button>
            </Actions>
          </form>
        ) : (
          <form method="post" action={`${shiftPath}/begin`}>
            <CsrfField token={request.caller?.csrfToken ?? null} />
            <p>{t('shifts.begin.text')}</p>
            <Actions>
              <Button>{t('shifts.begin.button')}</Button>
            </Actions>
          </form>
        )}
      </Sheet>
      <Plain id="brief" heading={t('shifts.brief')} aside={t('shifts.zone', { zone: timeZone })} flush>
        {brief.length === 0 ? (
          <Empty heading={t('shifts.brief.empty')}>{t('shifts.brief.none')}</Empty>
        ) : (
          brief.map((one) => (
            <Case key={`${one.organisationId} ${one.incidentId}`} {...{ one, translator, timeZone }} />
          ))
        )}
      </Plain>
      <Plain id="past" heading={t('shifts.past')} flush>
        <Table
          caption={t('shifts.past')}
          columns={shiftColumns(translator, timeZone)}
          rows={shifts}
          keyOf={(shift) => shift.id}
        />
      </Plain>
    </>
  )
}

interface CaseProps {
  readonly one: CaseInBrief
  readonly translator: Translator
  readonly timeZone: string
}

function Case({ one, translator, timeZone }: CaseProps) {
  const { t } = translator
  const at = (instant: Date) => formatInstant(instant, { translator, timeZone })
  const id = `case-${one.organisationId}-${one.incidentId}`
  const href = `/centre/incidents/${one.organisationId}/${one.incidentId}`
  const columns: readonly Column<OwnedClock>[] = [
    { label: t('shifts.clock'), kind: 'head', cell: ({ key }) => nameOfRule(key, { translator }) },
    { label: t('shifts.due'), cell: ({ dueAt }) => (dueAt ? at(dueAt) : '–') },
    {
      label: t('shifts.owner'),
      cell: ({ owner }) =>
        owner ?? (
          <>
            <StateWord state="unknown">{t('shifts.owner.none')}</StateWord>{' '}
            <a href={`${href}/hand-over`}>{t('shifts.owner.say')}</a>
          </>
        ),
    },
  ]
  return (
    <section aria-labelledby={id} class="s-stack">
      <h3 id={id}>
        <a href={href}>{t('shifts.case', { word: one.word, organisation: one.organisation })}</a>
      </h3>
      {one.clocks.length > 0 && (
        <Table
          caption={t('shifts.clocks')}
          columns={columns}
          rows={one.clocks}
          keyOf={({ key }) => key}
          stateOf={({ owner, state }) =>
            state === 'overdue' ? 'late' : owner === null ? 'unknown' : undefined
          }
        />
      )}
      {one.promises.length > 0 && (
        <ul>
          {one.promises.map((promise, index) => (
            <li key={index}>
              {t('shifts.promise', {
                title: promise.title,
                whom: promise.toWhom,
                owner: promise.owner,
                due: at(promise.dueAt),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function shiftColumns(translator: Translator, timeZone: string): readonly Column<Shift>[] {
  const { t } = translator
  const at = (instant: Date | null) => (instant ? formatInstant(instant, { translator, timeZone }) : '–')
  return [
    { label: t('shifts.who'), kind: 'head', cell: (shift) => shift.personName },
    { label: t('shifts.from'), cell: (shift) => at(shift.startedAt) },
    { label: t('shifts.until'), cell: (shift) => at(shift.endedAt) },
    { label: t('shifts.to'), cell: (shift) => shift.handedTo ?? '–' },
  ]
}
