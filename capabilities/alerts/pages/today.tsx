// The first page of a hospital: what needs it now, clocks, and how much can be watched.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatInstant, formatLeft, formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  ButtonLink,
  Clock,
  CoverageMeter,
  firstThree,
  type Need,
  Needs,
  PageHead,
  Plain,
  Rail,
  ReasonLine,
  Sheet,
  UrgencyTag,
} from '../../../web/kit/index.ts'
import { type Coverage, coverageOf } from '../../assets/index.ts'
import { type AlertCounts, countAlerts, type ListedAlert, listAlerts } from '../store.ts'
import { becauseOf } from './list-columns.tsx'
import { linkTo, quiet } from './tags.tsx'
import { clockProps, type Reader, titleIn, urgencyLook, urgencyWord } from './words.ts'

const clocksShown = 4

export function todayPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId',
    permission: 'alerts:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: (request) => showToday(context, request),
  })
}

interface TodayView {
  readonly path: string
  readonly reader: Reader
  readonly counts: AlertCounts
  readonly coverage: Coverage
  readonly urgent: readonly ListedAlert[]
  readonly clocks: readonly ListedAlert[]
}

async function showToday(
  context: Context,
  request: Request<{ organisationId: number }, unknown, unknown>,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const path = `/o/${request.organisationId}`
  const filter = { search: null, urgency: null, state: 'open', answer: null, after: null } as const
  const loaded = await context.database.asMember(request.organisationId, async (scope) => ({
    counts: await countAlerts(scope, request.now),
    coverage: await coverageOf(scope, request.organisationId),
    urgent: await listAlerts(scope, { ...filter, sort: 'urgency', limit: 20 }),
    clocks: await listAlerts(scope, { ...filter, sort: 'due', limit: clocksShown }),
  }))
  const view: TodayView = { path, reader, ...loaded }
  const needs = needsOf(view)
  const title = t('alerts.today.title', { count: needs.length })
  const content = (
    <>
      <PageHead
        title={title}
        meta={formatInstant(request.now, { translator, timeZone: reader.timeZone, style: 'long' })}
      />
      <Rail
        first={<NeedsSheet view={view} needs={needs} />}
        sideLabel={t('alerts.today.clocks')}
        side={<Clocks view={view} />}
      >
        <CoverageSection view={view} />
      </Rail>
    </>
  )
  return { html: await context.render(request, { title, content, current: path }) }
}

/** Late ones first, then what nobody has answered; what is being worked on in time does not need anybody now. */
function needsOf({ urgent, reader, path }: TodayView): readonly Need[] {
  const late = urgent.filter((alert) => alert.nextDueAt !== null && alert.nextDueAt < reader.now)
  const unanswered = urgent.filter((alert) => alert.state === 'new' && !late.includes(alert))
  return [...late, ...unanswered].slice(0, 3).map((alert, index) => needOf(alert, index, path, reader))
}

function needOf(alert: ListedAlert, index: number, path: string, reader: Reader): Need {
  const { translator, timeZone, now } = reader
  const { t, tr } = translator
  const href = `${path}/alerts/${alert.id}`
  const due = alert.nextDueAt
  return {
    title: titleIn(alert, translator),
    href,
    meta: (
      <>
        <UrgencyTag urgency={urgencyLook(alert)}>{urgencyWord(alert, translator)}</UrgencyTag>{' '}
        {due && (
          <span>
            {tr('alerts.today.by', {
              due: formatInstant(due, { translator, timeZone }),
              left: formatLeft(now, due, translator),
              quiet,
            })}
          </span>
        )}
      </>
    ),
    because: (
      <>
        <b>{t('alerts.list.column.because')}</b> {becauseOf(alert, reader)}
      </>
    ),
    action:
      index === 0 ? (
        <ButtonLink href={href}>{t('alerts.today.see')}</ButtonLink>
      ) : (
        <a href={`${href}#answer`}>{t('alerts.today.answer')}</a>
      ),
  }
}

function NeedsSheet({ view, needs }: { readonly view: TodayView; readonly needs: readonly Need[] }) {
  const { t, tr } = view.reader.translator
  const aside =
    view.counts.open > 0
      ? tr('alerts.today.needs.aside', { open: view.counts.open, link: linkTo(`${view.path}/alerts`) })
      : undefined
  return (
    <Sheet id="needs" heading={t('alerts.today.needs')} aside={aside} flush={needs.length > 0}>
      {needs.length > 0 ? <Needs needs={firstThree(needs)} /> : <p>{t('alerts.today.quiet')}</p>}
    </Sheet>
  )
}

function Clocks({ view }: { readonly view: TodayView }) {
  const { reader, clocks } = view
  const { t } = reader.translator
  const running = clocks.filter(
    (alert) => alert.nextDueAt !== null && alert.nextStartsAt !== null && alert.nextKind !== null,
  )
  return (
    <Plain id="clocks" heading={t('alerts.today.clocks')}>
      {running.length === 0 && <p>{t('alerts.today.clocks.none')}</p>}
      {running.map((alert) => (
        <ClockOf key={alert.id} alert={alert} reader={reader} />
      ))}
      <p class="s-small s-quiet">
        {t('alerts.today.clocks.zone', {
          zone: reader.timeZone,
          time: formatInstant(reader.now, {
            translator: reader.translator,
            timeZone: reader.timeZone,
            style: 'time',
          }),
        })}
      </p>
    </Plain>
  )
}

function ClockOf({ alert, reader }: { readonly alert: ListedAlert; readonly reader: Reader }) {
  if (!alert.nextDueAt || !alert.nextStartsAt || !alert.nextKind || !alert.nextBasis) return null
  const clock = {
    kind: alert.nextKind,
    basis: alert.nextBasis,
    startsAt: alert.nextStartsAt,
    dueAt: alert.nextDueAt,
  }
  const kind = alert.nextKind as 'alert-acknowledge'
  return (
    <Clock
      {...clockProps(
        clock,
        alert.urgency,
        reader,
        `${reader.translator.t(`alerts.clock.${kind}`)}: ${titleIn(alert, reader.translator)}`,
      )}
    />
  )
}

function CoverageSection({ view }: { readonly view: TodayView }) {
  const { coverage, reader, path } = view
  const { t, tr } = reader.translator
  const rest = coverage.total - coverage.matchable
  const count = (value: number) => formatNumber(value, reader.translator)
  if (coverage.total === 0) {
    return (
      <Plain id="coverage" heading={t('alerts.today.cover')}>
        <p>{t('alerts.today.cover.empty')}</p>
        <Actions>
          <ButtonLink href={`${path}/assets/import`}>{t('alerts.today.cover.import')}</ButtonLink>
        </Actions>
      </Plain>
    )
  }
  return (
    <Plain id="coverage" heading={t('alerts.today.cover')}>
      <CoverageMeter
        matched={coverage.matchable}
        unmatched={rest}
        say={tr('alerts.today.cover.say', { matched: coverage.matchable, total: coverage.total, rest })}
        matchedLabel={t('alerts.today.cover.matched', { count: count(coverage.matchable) })}
        unmatchedLabel={t('alerts.today.cover.unmatched', { count: rest })}
      >
        {rest > 0 && (
          <>
            <ReasonLine>
              {tr('alerts.today.cover.because', {
                versions: coverage.needsVersion,
                products: coverage.needsProduct,
                life: coverage.lifeSupportingUnmatched,
              })}
            </ReasonLine>
            <p>
              <a href={`${path}/assets?matchable=incomplete`}>
                {t('alerts.today.cover.next', { life: coverage.lifeSupportingUnmatched })}
              </a>
            </p>
          </>
        )}
      </CoverageMeter>
    </Plain>
  )
}
