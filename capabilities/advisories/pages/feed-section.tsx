// One feed: state, age of its news, faults, and what an administrator can do with it.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  CsrfField,
  type Fact,
  Facts,
  Note,
  Plain,
  type State,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import type { FeedChange } from '../actions/feeds.ts'
import type { Feed } from '../feeds/feed.ts'
import type { RecordedFeedFault } from '../store/feeds.ts'
import { feedsPath } from './paths.ts'
import { clip, instant, kindName, type Reader } from './words.ts'

interface FeedSectionProps {
  readonly feed: Feed
  readonly faults: readonly RecordedFeedFault[]
  readonly now: Date
  readonly reader: Reader
}

export function FeedSection({ feed, faults, now, reader }: FeedSectionProps) {
  const { t } = reader.translator
  return (
    <Plain
      id={`feed-${feed.id}`}
      heading={clip(feed.name, 120)}
      aside={<FeedState feed={feed} reader={reader} />}
    >
      <Facts facts={factsOf(feed, now, reader)} />
      {feed.state.isSigned && <Note tone="unknown">{t('advisories.feeds.signatures')}</Note>}
      {faults.length > 0 && <FeedFaults faults={faults} reader={reader} />}
      {reader.isAdministrator && (
        <Actions>
          {feed.enabled ? (
            <>
              <Change feed={feed} change="run" label={t('advisories.feeds.run')} reader={reader} />
              <Change feed={feed} change="disable" label={t('advisories.feeds.disable')} reader={reader} />
            </>
          ) : (
            <>
              <Change feed={feed} change="enable" label={t('advisories.feeds.enable')} reader={reader} />
              <Change feed={feed} change="remove" label={t('advisories.feeds.remove')} reader={reader} />
            </>
          )}
        </Actions>
      )}
    </Plain>
  )
}

function FeedState({ feed, reader }: { readonly feed: Feed; readonly reader: Reader }) {
  const { t } = reader.translator
  const [state, word]: [State, string] = !feed.enabled
    ? ['silent', t('advisories.feeds.state.disabled')]
    : feed.failures > 0
      ? ['late', t('advisories.feeds.state.failing', { count: feed.failures })]
      : feed.lastSuccessAt === null
        ? ['new', t('advisories.feeds.state.waiting')]
        : ['done', t('advisories.feeds.state.working')]
  return <StateWord state={state}>{word}</StateWord>
}

function factsOf(feed: Feed, now: Date, reader: Reader): readonly Fact[] {
  const { t } = reader.translator
  const whenKnown = (at: Date | null) => (at === null ? t('advisories.feeds.never') : instant(at, reader))
  const minutes =
    feed.lastSuccessAt === null ? null : Math.floor((now.getTime() - feed.lastSuccessAt.getTime()) / 60_000)
  return [
    { term: t('advisories.feeds.kind'), value: kindName(feed.kind, reader) },
    { term: t('advisories.feeds.url'), value: <span class="s-raw">{clip(feed.url, 300)}</span> },
    {
      term: t('advisories.feeds.lastSuccess'),
      value: whenKnown(feed.lastSuccessAt),
      ...(minutes === null ? {} : { source: t('advisories.feeds.lag', { minutes }) }),
    },
    { term: t('advisories.feeds.lastAttempt'), value: whenKnown(feed.lastAttemptAt) },
    { term: t('advisories.feeds.newest'), value: whenKnown(feed.newestDocumentAt) },
    {
      term: t('advisories.feeds.next'),
      value: feed.enabled ? instant(feed.nextAttemptAt, reader) : t('advisories.feeds.notWhileDisabled'),
    },
  ]
}

function FeedFaults({
  faults,
  reader,
}: {
  readonly faults: readonly RecordedFeedFault[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Table
      caption={t('advisories.feeds.faults')}
      showCaption
      rows={faults}
      keyOf={({ id }) => id}
      columns={[
        {
          label: t('advisories.feeds.at'),
          kind: 'head',
          nowrap: true,
          cell: ({ at }) => instant(at, reader),
        },
        { label: t('advisories.feeds.url'), cell: ({ url }) => <span class="s-raw">{clip(url, 200)}</span> },
        {
          label: t('advisories.fault.detail'),
          main: true,
          cell: ({ detail, remedy, code }) => (
            <span lang="en">
              {detail} {remedy}
              <span class="s-sub">{code}</span>
            </span>
          ),
        },
      ]}
    />
  )
}

function Change(props: {
  readonly feed: Feed
  readonly change: FeedChange
  readonly label: string
  readonly reader: Reader
}) {
  const { feed, change, label, reader } = props
  return (
    <form method="post" action={`${feedsPath}/${feed.id}`}>
      <CsrfField token={reader.csrfToken} />
      <Button kind="secondary" name="change" value={change} describedBy={`feed-${feed.id}`}>
        {label}
      </Button>
    </form>
  )
}
