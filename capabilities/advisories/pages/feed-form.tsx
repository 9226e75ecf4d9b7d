// The forms by which an administrator adds a feed: a well-known one with one click, or any other.
// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CsrfField, Plain, SelectField, Sheet, TextField } from '../../../web/kit/index.ts'
import type { FeedForm } from '../contract.ts'
import { feedKinds, type NewFeed } from '../feeds/feed.ts'
import { feedsPath } from './paths.ts'
import { kindName, type Reader } from './words.ts'

export type FeedFormFaults = Partial<Record<'name' | 'url' | 'minutes', string>>

export function WellKnownFeeds({
  feeds,
  reader,
}: {
  readonly feeds: readonly NewFeed[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  if (feeds.length === 0) return null
  return (
    <Plain id="well-known" heading={t('advisories.feeds.wellKnown')}>
      <p>{t('advisories.feeds.wellKnown.text')}</p>
      {feeds.map((feed) => (
        <form key={feed.name} class="s-stack" method="post" action={feedsPath}>
          <CsrfField token={reader.csrfToken} />
          <input type="hidden" name="kind" value={feed.kind} />
          <input type="hidden" name="name" value={feed.name} />
          <input type="hidden" name="url" value={feed.url} />
          <input type="hidden" name="minutes" value={String(feed.intervalSeconds / 60)} />
          <p>
            <strong>{feed.name}</strong> · {kindName(feed.kind, reader)}
            <span class="s-sub s-raw">{feed.url}</span>
          </p>
          <Button kind="secondary">{t('advisories.feeds.addOne', { name: feed.name })}</Button>
        </form>
      ))}
    </Plain>
  )
}

export function AddFeed(props: {
  readonly form: FeedForm
  readonly faults: FeedFormFaults
  readonly reader: Reader
}) {
  const { form, faults, reader } = props
  const { t } = reader.translator
  return (
    <Sheet id="add" heading={t('advisories.feeds.add')}>
      <form class="s-stack" method="post" action={feedsPath}>
        <CsrfField token={reader.csrfToken} />
        <TextField
          name="name"
          label={t('advisories.feeds.name')}
          value={form.name}
          error={faults.name}
          maxLength={200}
        />
        <SelectField
          name="kind"
          label={t('advisories.feeds.kind')}
          options={feedKinds.map((kind) => ({ value: kind, label: kindName(kind, reader) }))}
          value={form.kind}
        />
        <TextField
          name="url"
          type="url"
          label={t('advisories.feeds.url')}
          hint={t('advisories.feeds.url.hint')}
          value={form.url}
          error={faults.url}
          maxLength={2_000}
        />
        <TextField
          name="minutes"
          label={t('advisories.feeds.minutes')}
          inputMode="numeric"
          value={form.minutes}
          error={faults.minutes}
          maxLength={5}
        />
        <Actions>
          <Button>{t('advisories.feeds.addButton')}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}
