// "Report an incident": a person of the hospital, or an officer on its behalf, opens a case.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import type { Context } from '../../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../../platform/http/input.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  ErrorSummary,
  MomentField,
  PageHead,
  SelectField,
  Sheet,
  TextArea,
  TextField,
} from '../../../../web/kit/index.ts'
import { listOrganisations, type Organisation } from '../../../organisations/index.ts'
import { type Opening, openIncident } from '../../actions/open.ts'
import { limits, openForm } from '../../contract/room-forms.ts'
import { incidentKinds } from '../../incident.ts'
import { faultLine } from './form.tsx'
import { type Faults, readFields, type Typed } from './typed.ts'

const tokenBytes = 16
const maxTokenCharacters = 64

const labels = {
  memberId: 'room.open.member',
  kind: 'room.open.kind',
  title: 'room.open.name',
  description: 'room.open.description',
  awareAt: 'room.open.awareAt',
  phone: 'room.open.phone',
}

interface Side {
  readonly list: string
  /** Empty for a member, who reports for its own hospital. */
  readonly members: readonly Pick<Organisation, 'id' | 'name' | 'timeZone'>[]
  readonly organisationId: number | null
  readonly timeZone: string
}

export function openPages(context: Context): readonly Page[] {
  const member = {
    path: '/o/:organisationId/incidents/new',
    permission: 'incidents:write',
    params: memberPath,
    query: nothing,
  } as const
  const centre = {
    path: '/centre/incidents/new',
    permission: 'incidents:assist',
    params: nothing,
    query: nothing,
  } as const
  return [
    definePage({
      ...member,
      method: 'GET',
      body: nothing,
      handle: (request) => show(context, request, memberSide(request), fresh(), {}),
    }),
    definePage({
      ...member,
      method: 'POST',
      body: openForm,
      handle: (request) => open(context, request, memberSide(request), request.body),
    }),
    definePage({
      ...centre,
      method: 'GET',
      body: nothing,
      handle: async (request) => show(context, request, await centreSide(context), fresh(), {}),
    }),
    definePage({
      ...centre,
      method: 'POST',
      body: openForm,
      handle: async (request) => open(context, request, await centreSide(context), request.body),
    }),
  ]
}

function memberSide({ organisationId, membership }: AnyRequest): Side {
  return {
    list: `/o/${organisationId}/incidents`,
    members: [],
    organisationId,
    timeZone: membership?.timeZone ?? 'UTC',
  }
}

/** Which hospital, and so which zone, is known once one is chosen. */
async function centreSide({ database }: Pick<Context, 'database'>): Promise<Side> {
  const members = await database.asCentre((scope) => listOrganisations(scope, { kind: 'provider' }))
  return { list: '/centre/incidents', members, organisationId: null, timeZone: 'UTC' }
}

function fresh(): Typed {
  return { formToken: randomBytes(tokenBytes).toString('base64url') }
}

async function open(context: Context, request: AnyRequest, side: Side, typed: Typed): Promise<PageReply> {
  const chosen = side.members.find(({ id }) => String(id) === typed.memberId)
  const organisationId = side.organisationId ?? chosen?.id ?? null
  const person = personOf(request)
  const isCentre = side.organisationId === null
  const read = readFields(typed, chosen?.timeZone ?? side.timeZone, request.now)
  if (organisationId === null) read.fault('memberId', 'choose')
  const kind = read.choice('kind', incidentKinds)
  const title = read.text('title', limits.title)
  const description = read.optional('description', limits.description)
  const awareAt = read.optionalMoment('awareAt', 'past')
  const phone = read.optional('phone', limits.phone)
  const source = isCentre ? `${person.name} (${context.config.centreName})` : person.name
  const result = read.outcome<Opening>(() => ({
    organisationId: organisationId ?? 0,
    realm: typed.exercise === 'yes' ? 'exercise' : 'real',
    kind,
    title,
    tlp: 'amber+strict',
    via: isCentre ? 'officer' : 'member',
    actor: `person:${person.id}`,
    name: source,
    reporterName: isCentre ? null : person.name,
    reporterPhone: phone,
    site: null,
    language: request.locale,
    formToken: (typed.formToken || (fresh().formToken ?? '')).slice(0, maxTokenCharacters),
    facts: [
      ...(awareAt ? [{ key: 'awareAt', value: awareAt.toISOString(), source } as const] : []),
      ...(description ? [{ key: 'description', value: description, source } as const] : []),
    ],
  }))
  if ('faults' in result) return show(context, request, side, typed, result.faults)
  const { incidentId } = await openIncident(context, result.command, request.now)
  const base = isCentre ? `/centre/incidents/${organisationId}` : side.list
  return { redirect: `${base}/${incidentId}` }
}

async function show(
  context: Context,
  request: AnyRequest,
  side: Side,
  typed: Typed,
  faults: Faults,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const found = Object.entries(faults)
  const content = (
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('incidents.menu'), href: side.list }] }}
        title={t('room.open.title')}
        lead={t('room.open.lead')}
      />
      <ErrorSummary
        title={t('shell.errors.title', { count: found.length })}
        faults={found.map(([fieldId, fault]) => ({
          fieldId,
          text: faultLine(fieldId, fault, labels, translator),
        }))}
      />
      <Sheet id="form" heading={<span class="s-hide">{t('room.open.title')}</span>}>
        <form class="s-stack" method="post" action={`${side.list}/new`}>
          <CsrfField token={request.caller?.csrfToken ?? null} />
          <input type="hidden" name="formToken" value={typed.formToken} />
          <Fields translator={translator} side={side} typed={typed} faults={faults} />
          <Actions>
            <Button>{t('room.open.button')}</Button>
            <a href={side.list}>{t('room.cancel')}</a>
          </Actions>
        </form>
      </Sheet>
    </>
  )
  return {
    html: await context.render(request, { title: t('room.open.title'), content, current: side.list }),
    ...(found.length > 0 ? { status: 422 } : {}),
  }
}

function Fields({
  translator: { t },
  side,
  typed,
  faults,
}: {
  readonly translator: Translator
  readonly side: Side
  readonly typed: Typed
  readonly faults: Faults
}) {
  const errorOf = (field: string) => {
    const fault = faults[field]
    return fault && t(`room.fault.${fault}`)
  }
  const zone =
    side.organisationId === null ? t('room.open.zoneOfMember') : t('room.field.zone', { zone: side.timeZone })
  return (
    <>
      {side.organisationId === null && (
        <SelectField
          name="memberId"
          label={t('room.open.member')}
          value={typed.memberId}
          error={errorOf('memberId')}
          options={[
            { value: '', label: t('shell.field.choose') },
            ...side.members.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      <SelectField
        name="kind"
        label={t('room.open.kind')}
        value={typed.kind}
        error={errorOf('kind')}
        options={[
          { value: '', label: t('shell.field.choose') },
          ...incidentKinds.map((value) => ({ value, label: t(`incidents.kind.${value}`) })),
        ]}
      />
      <TextField
        name="title"
        label={t('room.open.name')}
        hint={t('room.open.name.hint')}
        value={typed.title}
        error={errorOf('title')}
      />
      <TextArea
        name="description"
        label={t('room.open.description')}
        hint={t('room.open.description.hint')}
        value={typed.description}
        error={errorOf('description')}
      />
      <MomentField
        name="awareAt"
        label={t('room.open.awareAt')}
        hint={`${t('room.open.awareAt.hint')} ${zone}`}
        value={typed.awareAt}
        error={errorOf('awareAt')}
      />
      <TextField
        name="phone"
        type="tel"
        label={t('room.open.phone')}
        hint={t('room.open.phone.hint')}
        value={typed.phone}
        error={errorOf('phone')}
      />
      <CheckboxField
        name="exercise"
        label={t('room.open.exercise')}
        values={[typed.exercise ?? '']}
        choices={[{ value: 'yes', label: t('room.open.exercise.yes'), hint: t('room.open.exercise.hint') }]}
      />
    </>
  )
}
