// The review queue: pairs of names that may be one product, what depends on most first, and the next one to decide.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  ButtonLink,
  type Column,
  Empty,
  NextStep,
  Note,
  PageHead,
  Pagination,
  StateWord,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import { countQueue, type ReviewPair, selectQueue } from '../store.ts'
import { decisionsPath, pairHref, queuePath } from './paths.ts'
import { instant, nameText, type Reader, readerOf, whyWord } from './words.ts'

const pairsShown = 50
const maxPage = 1_000

const query = z.object({
  page: z.coerce.number().int().min(1).max(maxPage).default(1).catch(1),
  /** What has just been decided. */
  done: z.enum(['decided', 'taken-back']).optional().catch(undefined),
})
type Query = z.output<typeof query>

export function queuePage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: queuePath,
    permission: 'review:read',
    params: nothing,
    query,
    body: nothing,
    handle: (request) => showQueue(context, request),
  })
}

async function showQueue(context: Context, request: Request<unknown, Query, unknown>): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { page, done } = request.query
  const { pairs, count } = await context.database.asCentre(async (scope) => ({
    pairs: await selectQueue(scope, (page - 1) * pairsShown, pairsShown),
    count: await countQueue(scope),
  }))
  const content = (
    <>
      {done && (
        <Note tone="done" announce>
          {t(done === 'decided' ? 'matching.queue.decided' : 'matching.queue.takenBack')}
        </Note>
      )}
      <PageHead title={t('matching.queue.title', { count })} lead={t('matching.queue.lead')} />
      {page === 1 && pairs[0] && <Next pair={pairs[0]} reader={reader} />}
      <QueueViews count={count} isQueue reader={reader} />
      <div class="s-sheet">
        {pairs.length === 0 ? (
          <Empty heading={t('matching.queue.empty')}>{t('matching.queue.empty.text')}</Empty>
        ) : (
          <Table
            caption={t('matching.queue.caption')}
            columns={columnsOf(reader)}
            rows={pairs}
            keyOf={(pair) => pair.id}
          />
        )}
      </div>
      <Pagination
        label={t('shell.list.pages')}
        shown={t('shell.list.shownOf', { shown: pairs.length, total: count })}
        {...(page > 1 ? { newer: { label: t('shell.list.previous'), href: pageHref(page - 1) } } : {})}
        {...(page * pairsShown < count
          ? { older: { label: t('shell.list.next'), href: pageHref(page + 1) } }
          : {})}
      />
    </>
  )
  const title = t('matching.menu')
  return { html: await context.render(request, { title, content, current: queuePath, width: 'wide' }) }
}

const pageHref = (page: number) => `${queuePath}?page=${page}`

function Next({ pair, reader }: { readonly pair: ReviewPair; readonly reader: Reader }) {
  const { t, tr } = reader.translator
  const { members, advisories, exploited } = pair
  return (
    <NextStep
      slim
      id="next"
      label={t('matching.next')}
      heading={t('matching.pair.title', {
        own: nameText(pair.inventoryName),
        stated: nameText(pair.statedName),
      })}
      because={tr('matching.because', { members, advisories, exploited })}
      action={<ButtonLink href={pairHref(pair.id)}>{t('matching.next.open')}</ButtonLink>}
    />
  )
}

interface QueueViewsProps {
  readonly count: number
  readonly isQueue: boolean
  readonly reader: Reader
}

export function QueueViews({ count, isQueue, reader }: QueueViewsProps) {
  const { t } = reader.translator
  return (
    <Views
      label={t('matching.views')}
      views={[
        {
          label: t('matching.views.waiting'),
          href: queuePath,
          current: isQueue,
          count: formatNumber(count, reader.translator),
        },
        { label: t('matching.views.decisions'), href: decisionsPath, current: !isQueue },
      ]}
    />
  )
}

function columnsOf(reader: Reader): readonly Column<ReviewPair>[] {
  const { t } = reader.translator
  return [
    {
      label: t('matching.column.list'),
      kind: 'head',
      main: true,
      cell: (pair) => <a href={pairHref(pair.id)}>{nameText(pair.inventoryName)}</a>,
    },
    { label: t('matching.column.advisory'), cell: (pair) => nameText(pair.statedName) },
    {
      label: t('matching.column.depends'),
      cell: (pair) => <Depends pair={pair} reader={reader} />,
    },
    { label: t('matching.column.why'), cell: (pair) => whyWord(pair, reader) },
    { label: t('matching.column.since'), cell: (pair) => instant(pair.createdAt, reader) },
  ]
}

function Depends({ pair, reader }: { readonly pair: ReviewPair; readonly reader: Reader }) {
  const { t } = reader.translator
  if (pair.countedAt === null) return <span class="s-quiet">{t('matching.notCounted')}</span>
  return (
    <>
      {t('matching.members', { count: pair.members })}
      <span class="s-sub">{t('matching.advisories', { count: pair.advisories })}</span>
      {pair.exploited > 0 && (
        <StateWord state="late">{t('matching.exploited', { count: pair.exploited })}</StateWord>
      )}
    </>
  )
}
