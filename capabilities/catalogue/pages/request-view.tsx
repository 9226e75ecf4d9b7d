// One request as both sides see it: its state, the clock of the service level, what was said, and the next steps.
// SPDX-License-Identifier: EUPL-1.2
import { formatLeft } from '../../../platform/i18n/index.ts'
import { Clock, Facts, Kept, PageHead, Plain, StateWord, TimeLine } from '../../../web/kit/index.ts'
import type { viewRequest } from '../actions/request.ts'
import { type ItemRequest, isLate, type RequestSide } from '../request.ts'
import { centreRequests, offerHref, offersHref } from './paths.ts'
import { day, instant, type Reader } from './reader.ts'
import { RequestSteps } from './request-steps.tsx'
import type { FailedStep } from './requests.tsx'
import { lookOf, stateText, titleOf } from './words.ts'

export interface RequestViewProps {
  readonly reader: Reader
  readonly side: RequestSide
  readonly view: Awaited<ReturnType<typeof viewRequest>>
  /** Without a slash at its end; a step is posted below it. */
  readonly base: string
  readonly memberName: string | null
  readonly failed: FailedStep | null
}

export function requestTitle(request: ItemRequest, reader: Reader): string {
  const { t } = reader.translator
  if (request.via === 'external' && request.state === 'asked') return t('catalogue.request.title.external')
  switch (request.state) {
    case 'taken':
      return t('catalogue.request.title.taken', { name: request.takenByName ?? '' })
    case 'promised':
      return t('catalogue.request.title.promised', {
        day: request.promisedFor ? day(request.promisedFor, reader) : '',
      })
    default:
      return t(`catalogue.request.title.${request.state}`)
  }
}

export function RequestView(props: RequestViewProps) {
  const { reader, side, view } = props
  const { t } = reader.translator
  const { request } = view
  const back =
    side === 'member'
      ? { label: t('catalogue.offers.title'), href: offersHref(request.organisationId) }
      : { label: t('catalogue.views.requests'), href: centreRequests }
  return (
    <>
      <PageHead
        title={requestTitle(request, reader)}
        wayTo={{ label: t('catalogue.offer.way'), steps: [back] }}
        meta={<StateWord state={lookOf(request, reader.now)}>{stateText(request, reader)}</StateWord>}
        side={<RequestClock request={request} view={view} reader={reader} />}
      />
      <div class="s-stack-l">
        <RequestSteps {...props} />
        <AskedFor {...props} />
        <Plain id="history" heading={t('catalogue.request.history')}>
          <TimeLine
            entries={view.steps.map((entry) => ({
              when: instant(entry.at, reader),
              at: entry.at,
              what: (
                <>
                  {t(`catalogue.done.${entry.step}`, { name: entry.byName })}
                  {entry.note && <Kept>{entry.note}</Kept>}
                </>
              ),
            }))}
          />
          <p class="s-small s-quiet">{t('catalogue.request.zone', { zone: reader.timeZone })}</p>
        </Plain>
      </div>
    </>
  )
}

function AskedFor({ reader, side, view, memberName }: RequestViewProps) {
  const { t } = reader.translator
  const { request, listed } = view
  const title = listed ? titleOf(listed.item, reader) : request.itemKey
  const contact = [request.contactName, request.contactPhone].filter((part) => part !== null).join(', ')
  return (
    <Plain id="asked" heading={t('catalogue.request.offer')}>
      <Facts
        facts={[
          ...(memberName === null ? [] : [{ term: t('catalogue.request.member'), value: memberName }]),
          {
            term: t('catalogue.request.offer'),
            value:
              side === 'member' ? (
                <a href={offerHref(request.organisationId, request.itemKey)}>{title}</a>
              ) : (
                title
              ),
            source: request.itemVersion,
          },
          {
            term: t('catalogue.request.askedBy'),
            value: request.askedByName,
            source: instant(request.askedAt, reader),
          },
          { term: t('catalogue.request.contact'), value: contact },
          ...(request.outcome
            ? [
                {
                  term: t('catalogue.request.outcome'),
                  value: t(`catalogue.outcome.${request.outcome}`),
                },
              ]
            : []),
        ]}
      />
      {request.text && <Kept>{request.text}</Kept>}
    </Plain>
  )
}

function RequestClock({
  request,
  view,
  reader,
}: {
  readonly request: ItemRequest
  readonly view: RequestViewProps['view']
  readonly reader: Reader
}) {
  const { translator, now } = reader
  const { t } = translator
  const isPromise = request.state === 'promised'
  const waits = request.state === 'asked' || request.state === 'taken'
  const due = isPromise ? request.promisedFor : waits ? request.dueAt : null
  if (!due) return null
  const hours = view.listed?.item.request.answerWithinHours ?? null
  return (
    <Clock
      state={isLate(request, now) ? 'late' : 'plan'}
      what={isPromise ? t('catalogue.request.clock.promise') : t('catalogue.request.clock')}
      due={isPromise ? day(due, reader) : instant(due, reader)}
      dueAt={due}
      left={formatLeft(now, due, translator)}
      why={isPromise || hours === null ? undefined : t('catalogue.request.clock.why', { hours })}
    />
  )
}
