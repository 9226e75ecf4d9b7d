// The page of one alert: what to do, by when, the answer, why this hospital, how urgent, what happened.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { formatInstant, formatList } from '../../../platform/i18n/index.ts'
import { Clock, Details, PageHead, Plain, Rail, StateWord, UrgencyTag } from '../../../web/kit/index.ts'
import type { Asset } from '../../assets/index.ts'
import type { Obligation } from '../../obligations/index.ts'
import type { Alert } from '../store.ts'
import { type AlertView, loadView } from './alert-view.ts'
import { AnswerForm, type FormState } from './answer-form.tsx'
import { AssetTable } from './asset-table.tsx'
import { Ended } from './ended.tsx'
import { Exempted } from './exempted.tsx'
import { History } from './history.tsx'
import { OtherPieces } from './other-pieces.tsx'
import { Remediation } from './remediation.tsx'
import { Sources } from './sources.tsx'
import { UrgencyPath } from './urgency-path.tsx'
import { WarnedToDo, WhyWarned } from './warning.tsx'
import { WhatHelps } from './what-helps.tsx'
import { WhatToDo } from './what-to-do.tsx'
import { WhyYou } from './why-you.tsx'
import {
  clockProps,
  type Reader,
  rulesInWords,
  stateLook,
  stateWord,
  urgencyLook,
  urgencyWord,
} from './words.ts'

const maxVersionsInReason = 4

export const alertPath = z.object({ organisationId: idParam, alertId: idParam })
export type AlertRequest = Request<z.output<typeof alertPath>, unknown, unknown>

export function alertPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/alerts/:alertId',
    permission: 'alerts:read',
    params: alertPath,
    query: nothing,
    body: nothing,
    handle: (request) => showAlert(context, request, null),
  })
}

/** With what the person had entered and its faults, where an answer could not be stored. */
export async function showAlert(
  context: Context,
  request: AlertRequest,
  form: FormState | null,
): Promise<PageReply> {
  const { organisationId } = request.params
  const translator = context.translator(request.locale)
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const view = await loadView(context, request.params, reader)
  const content = <AlertContent view={view} reader={reader} request={request} form={form} />
  return {
    html: await context.render(request, {
      title: view.title,
      content,
      current: `/o/${organisationId}/alerts`,
    }),
    ...(form ? { status: 422 } : {}),
  }
}

export type { AlertView }

interface ContentProps {
  readonly view: AlertView
  readonly reader: Reader
  readonly request: AlertRequest
  readonly form: FormState | null
}

function AlertContent({ view, reader, request, form }: ContentProps) {
  const { alert, warning } = view
  const { t } = reader.translator
  const listHref = `/o/${alert.organisationId}/alerts`
  const ended = alert.endedBecause !== null
  const late = runningOf(view.obligations).some((clock) => clock.dueAt < reader.now)
  const meta = (
    <>
      <UrgencyTag urgency={urgencyLook(alert)}>{urgencyWord(alert, reader.translator)}</UrgencyTag>{' '}
      <StateWord state={stateLook(alert.state, late)}>
        {late ? t('alerts.state.late') : stateWord(alert.state, reader.translator)}
      </StateWord>
    </>
  )
  return (
    <>
      <PageHead
        wayTo={{ label: t('alerts.alert.wayTo'), steps: [{ label: t('alerts.alert.back'), href: listHref }] }}
        meta={meta}
        title={view.title}
        lead={warning ? <span class="s-lines">{view.lead}</span> : view.lead}
        because={ended ? undefined : <Because view={view} reader={reader} />}
      />
      <Rail
        first={<First view={view} reader={reader} />}
        sideLabel={t('alerts.alert.by.aside')}
        sticky
        side={<Side view={view} reader={reader} request={request} form={form} />}
      >
        {warning ? (
          <WhyWarned warning={warning} reader={reader} />
        ) : (
          <Matched view={view} reader={reader} request={request} />
        )}
        <UrgencyPath alert={alert} threat={view.threat} reader={reader} />
        <WhatHelps view={view} reader={reader} />
        <History view={view} reader={reader} />
        <Sources view={view} reader={reader} />
      </Rail>
    </>
  )
}

function First({ view, reader }: Pick<ContentProps, 'view' | 'reader'>) {
  if (view.alert.endedBecause !== null) return <Ended view={view} reader={reader} />
  return view.warning ? (
    <WarnedToDo warning={view.warning} reader={reader} />
  ) : (
    <WhatToDo view={view} reader={reader} />
  )
}

/** Everything that rests on the list of assets. */
function Matched({ view, reader, request }: Omit<ContentProps, 'form'>) {
  return (
    <>
      <WhyYou view={view} reader={reader} />
      <AssetTable view={view} reader={reader} />
      <Exempted view={view} reader={reader} />
      <OtherPieces view={view} reader={reader} />
      <Remediation
        view={view}
        reader={reader}
        role={request.membership?.role ?? 'reader'}
        csrfToken={request.caller?.csrfToken ?? null}
      />
    </>
  )
}

function Because({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { alert, assets } = view
  const { tr, t } = reader.translator
  if (view.warning) return <>{tr('alerts.because.lead.warning')}</>
  if (alert.answer === 'cannot_tell')
    return <>{tr('alerts.because.lead.cannot-tell', { unsure: alert.unsureAssets })}</>
  const path = alert.urgencyPath.path
  const versions = versionsOf(view, reader)
  const values = {
    assets: alert.affectedAssets,
    unsure: alert.unsureAssets,
    versions,
    stated: versions === '' ? 'other' : 'yes',
    exploited: path[0]?.answer === 'active' ? 'yes' : 'other',
    exposure: path[1]?.answer === 'open' ? 'open' : 'other',
    impact: path[3]?.because === 'life-supporting' ? 'life' : 'other',
  } as const
  return (
    <>
      {tr('alerts.because.lead.affected', values)}{' '}
      {assets.length > 0 && <a href="#why">{t('alerts.because.all')}</a>}
    </>
  )
}

/** The versions that are affected, most frequent first. */
function versionsOf(view: AlertView, { translator }: Reader): string {
  const affected = new Set(
    view.verdicts
      .filter((verdict) => verdict.answer === 'affected')
      .map((verdict) => verdict.productVersionId),
  )
  const versions = view.assets
    .filter((asset) => affected.has(asset.productVersionId))
    .flatMap((asset: Asset) => (asset.facts.version ? [asset.facts.version] : []))
  const distinct = [...Map.groupBy(versions, (version) => version)]
    .toSorted((a, b) => b[1].length - a[1].length)
    .map(([version]) => version)
  return formatList(distinct.slice(0, maxVersionsInReason), translator)
}

function Side({ view, reader, request, form }: ContentProps) {
  const { t } = reader.translator
  const clocks = runningOf(view.obligations)
  return (
    <>
      <Plain id="by-when" heading={t('alerts.alert.by')}>
        {clocks.length === 0 && <p>{t('alerts.alert.by.none')}</p>}
        {clocks.map((clock) => (
          <Clock key={clock.id} {...clockProps(clock, view.alert.urgency, reader)} />
        ))}
        {clocks.length > 0 && (
          <Details summary={t('alerts.alert.by.how')}>
            {rulesInWords(clocks, reader).map((rule) => (
              <p key={rule}>{rule}</p>
            ))}
            <p>{t('alerts.alert.by.how.next', { zone: reader.timeZone })}</p>
          </Details>
        )}
      </Plain>
      <AnswerForm
        alert={view.alert}
        reader={reader}
        role={request.membership?.role ?? 'reader'}
        csrfToken={request.caller?.csrfToken ?? null}
        form={form}
        closedOn={closedOn(view.alert, reader)}
      />
    </>
  )
}

function runningOf(obligations: readonly Obligation[]): readonly Obligation[] {
  return obligations.filter(
    (obligation) => obligation.dischargedAt === null && obligation.cancelledAt === null,
  )
}

function closedOn(alert: Alert, { translator, timeZone }: Reader): string | null {
  return alert.closedAt ? formatInstant(alert.closedAt, { translator, timeZone, style: 'day-year' }) : null
}
