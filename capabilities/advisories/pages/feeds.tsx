// The feeds of the centre: whether they answer, how old their news is, and what went wrong.
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
import { idParam, nothing } from '../../../platform/http/input.ts'
import { Empty, ErrorSummary, Note, PageHead } from '../../../web/kit/index.ts'
import { addFeed, changeFeed, feedChanges } from '../actions/feeds.ts'
import { type FeedForm, feedForm } from '../contract.ts'
import { wellKnownFeeds } from '../feeds/list.ts'
import { faultsOfFeeds, listFeeds } from '../store/feeds.ts'
import { AddFeed, type FeedFormFaults, WellKnownFeeds } from './feed-form.tsx'
import { FeedSection } from './feed-section.tsx'
import { feedsPath } from './paths.ts'
import { readerOf } from './words.ts'

const maxFaultsOfFeed = 10
const minMinutes = 1
const maxMinutes = 7 * 24 * 60
const untouched: FeedForm = { kind: 'csaf-provider', name: '', url: '', minutes: '60' }

export function feedPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: feedsPath,
      permission: 'advisories:read',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => showFeeds(context, request, untouched, {}),
    }),
    definePage({
      method: 'POST',
      path: feedsPath,
      permission: 'feeds:manage',
      params: nothing,
      query: nothing,
      body: feedForm,
      handle: (request) => add(context, request, request.body),
    }),
    definePage({
      method: 'POST',
      path: `${feedsPath}/:feedId`,
      permission: 'feeds:manage',
      params: z.object({ feedId: idParam }),
      query: nothing,
      body: z.object({ change: z.enum(feedChanges) }),
      async handle(request) {
        const { params, body, now } = request
        await changeFeed(context, params.feedId, body.change, personOf(request).id, now)
        return { redirect: body.change === 'remove' ? feedsPath : `${feedsPath}#feed-${params.feedId}` }
      },
    }),
  ]
}

async function add(context: Context, request: AnyRequest, form: FeedForm): Promise<PageReply> {
  const faults = faultsOf(context, request, form)
  if (Object.keys(faults).length > 0) return showFeeds(context, request, form, faults)
  const { kind, name, url, minutes } = form
  const feed = { kind, name, url, intervalSeconds: Number(minutes) * 60 }
  const id = await addFeed(context, feed, personOf(request).id, request.now)
  if (id !== null) return { redirect: `${feedsPath}#feed-${id}` }
  const taken = context.translator(request.locale).t('advisories.feeds.name.taken')
  return showFeeds(context, request, form, { name: taken })
}

function faultsOf(context: Context, request: AnyRequest, form: FeedForm): FeedFormFaults {
  const { t } = context.translator(request.locale)
  const minutes = /^\d+$/.test(form.minutes) ? Number(form.minutes) : 0
  const isAddress = URL.canParse(form.url) && /^https?:$/.test(new URL(form.url).protocol)
  return {
    ...(form.name === '' ? { name: t('advisories.feeds.name.missing') } : {}),
    ...(isAddress ? {} : { url: t('advisories.feeds.url.wrong') }),
    ...(minutes >= minMinutes && minutes <= maxMinutes
      ? {}
      : { minutes: t('advisories.feeds.minutes.wrong', { most: maxMinutes }) }),
  }
}

async function showFeeds(
  context: Context,
  request: AnyRequest,
  form: FeedForm,
  faults: FeedFormFaults,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { feeds, recorded } = await context.database.asCentre(async (scope) => ({
    feeds: await listFeeds(scope),
    recorded: await faultsOfFeeds(scope, maxFaultsOfFeed),
  }))
  const enabled = feeds.filter((feed) => feed.enabled).length
  const texts = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }))
  const title = t('advisories.feeds.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: texts.length })} faults={texts} />
      <PageHead title={title} lead={t('advisories.feeds.lead', { enabled, total: feeds.length })} />
      {enabled === 0 && <Note tone="unknown">{t('advisories.feeds.noneEnabled')}</Note>}
      {feeds.length === 0 && (
        <Empty heading={t('advisories.feeds.empty.heading')}>{t('advisories.feeds.empty')}</Empty>
      )}
      {feeds.map((feed) => (
        <FeedSection
          key={feed.id}
          feed={feed}
          faults={recorded.filter(({ feedId }) => feedId === feed.id)}
          now={request.now}
          reader={reader}
        />
      ))}
      {reader.isAdministrator && (
        <>
          <WellKnownFeeds
            feeds={wellKnownFeeds.filter(({ name }) => !feeds.some((feed) => feed.name === name))}
            reader={reader}
          />
          <AddFeed form={form} faults={faults} reader={reader} />
        </>
      )}
    </>
  )
  const html = await context.render(request, { title, content, current: feedsPath })
  return { html, status: texts.length > 0 ? 422 : 200 }
}
