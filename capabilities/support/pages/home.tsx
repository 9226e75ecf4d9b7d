// The page "Help" of a hospital: the call to the centre first, then all other help.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { ButtonLink, Empty, ErrorSummary, PageHead, Plain } from '../../../web/kit/index.ts'
import { contactsOf } from '../../organisations/index.ts'
import { askForHelp } from '../actions/call.ts'
import { viewPrepared } from '../actions/dossier.ts'
import type { CaseSource } from '../case.ts'
import { callForm, type TypedCall } from '../contract/forms.ts'
import { selectCalls } from '../store/calls.ts'
import type { Faults } from '../typed.ts'
import { type CallFault, CallForm, callLabels, readCall } from './call-form.tsx'
import { CallTable } from './call-table.tsx'
import { aidHref, callHref, homeHref, memberBase, policeHref, preparedHref } from './paths.ts'
import { memberActs, type Reader, readerOf } from './reader.ts'
import { caseText, faultList } from './words.ts'

const callsShown = 50

export function homePages(context: Context, cases: CaseSource): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: memberBase,
      permission: 'support:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: async (request) => show(context, cases, request, await emptyForm(context, request), {}),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/calls`,
      permission: 'support:call',
      params: memberPath,
      query: nothing,
      body: callForm,
      async handle(request) {
        const list = await context.database.asMember(request.organisationId, cases.list)
        const read = readCall(request.body, list)
        if (read.faults) return show(context, cases, request, request.body, read.faults)
        const callId = await askForHelp(context, cases, memberActs(request), read.value, request.now)
        return { redirect: callHref(request.organisationId, callId) }
      },
    }),
  ]
}

/** Whom to ring is the person who asks, at the number of the night if there is one. */
async function emptyForm(context: Context, request: AnyRequest): Promise<TypedCall> {
  const contacts = await context.database.asMember(request.organisationId, (scope) =>
    contactsOf(scope, [request.organisationId]),
  )
  const person = request.caller?.person
  const own = contacts.find(({ personId, name }) => personId === person?.id || name === person?.name)
  return {
    kind: '',
    text: '',
    matter: '',
    exercise: '',
    contactName: person?.name ?? '',
    contactPhone: own?.outOfHoursPhone ?? own?.phone ?? '',
    formToken: randomUUID(),
  }
}

async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  typed: TypedCall,
  faults: Faults<CallFault>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t } = translator
  const { calls, list } = await context.database.asMember(organisationId, async (scope) => ({
    calls: await selectCalls(scope, { organisationId, limit: callsShown }),
    list: await cases.list(scope),
  }))
  const { readiness } = await viewPrepared(context, organisationId, request.now)
  const errors = faultList(faults, callLabels(translator), translator)
  const title = t('support.title')
  const action = `${homeHref(organisationId)}/calls`
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead title={title} lead={t('support.lead')} />
      <div class="s-stack-l">
        <CallForm reader={reader} action={action} typed={typed} faults={faults} cases={list} />
        <Plain id="calls" heading={t('support.calls.heading')} flush={calls.length > 0}>
          {calls.length === 0 ? (
            <Empty heading={t('support.calls.empty')} headingLevel={3}>
              {t('support.calls.empty.text')}
            </Empty>
          ) : (
            <CallTable reader={reader} calls={calls} hrefOf={({ id }) => callHref(organisationId, id)} />
          )}
        </Plain>
        <Plain id="reserve" heading={t('support.reserve.heading')}>
          <p>{t('support.reserve.say', { ready: readiness.ready, all: readiness.all })}</p>
          <p>
            <ButtonLink kind="secondary" href={preparedHref(organisationId)}>
              {t('support.reserve.open')}
            </ButtonLink>
          </p>
        </Plain>
        <Plain id="aid" heading={t('support.aid.heading')}>
          <p>{t('support.aid.say')}</p>
          <p>
            <ButtonLink kind="secondary" href={aidHref(organisationId)}>
              {t('support.aid.open')}
            </ButtonLink>
          </p>
        </Plain>
        <Police organisationId={organisationId} list={list} reader={reader} />
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: homeHref(organisationId) }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function Police({
  organisationId,
  list,
  reader: { translator },
}: {
  readonly organisationId: number
  readonly list: Awaited<ReturnType<CaseSource['list']>>
  readonly reader: Reader
}) {
  const { t } = translator
  return (
    <Plain id="police" heading={t('support.police.heading')}>
      <p>{list.length === 0 ? t('support.police.none') : t('support.police.say')}</p>
      {list.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {list.map((one) => (
            <li key={one.incidentId}>
              <a href={policeHref(organisationId, one.incidentId)}>{caseText(one, translator)}</a>
            </li>
          ))}
        </ul>
      )}
    </Plain>
  )
}
