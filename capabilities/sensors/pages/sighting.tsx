// One rule or indicator as hospitals saw it: how many, when, false alarms, and one action: to warn the others.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { CentreScope } from '../../../platform/database/database.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  BarChart,
  BlockedButton,
  ButtonLink,
  Empty,
  Facts,
  PageHead,
  Plain,
  Sheet,
} from '../../../web/kit/index.ts'
import { itemPath } from '../contract/forms.ts'
import { refuse } from '../contract/problems.ts'
import type { PackItem } from '../pack-items.ts'
import { minimumHospitals } from '../release.ts'
import { barsOf, type Seen, seenOf } from '../seen.ts'
import { findItem } from '../store/packs.ts'
import { selectMembersWithSensor } from '../store/sensors.ts'
import { type SentWarning, selectGroupsOf, selectWarningsOf } from '../store/sightings.ts'
import { itemBase, sightingsHref, warnHref } from './paths.ts'
import { instantText, type Reader, readerOf } from './reader.ts'
import { speaksDays } from './sightings.tsx'
import { hospitalsText, levelText, spanText } from './words.tsx'

type ItemRequest = Request<{ kind: 'rule' | 'indicator'; itemId: string }, unknown, unknown>

const dayMs = 86_400_000
const groupsRead = 200
const barsShown = 30
const warningsShown = 20

export function itemPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: itemBase,
      permission: 'sightings:read',
      params: itemPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request),
    }),
  ]
}

export interface ItemView {
  readonly item: PackItem
  readonly seen: Seen
  readonly warnings: readonly SentWarning[]
  readonly speaking: number
}

export async function loadItem(
  scope: CentreScope,
  { kind, itemId }: { readonly kind: 'rule' | 'indicator'; readonly itemId: string },
  now: Date,
): Promise<ItemView> {
  const item = await findItem(scope, kind, itemId)
  if (!item) throw unknownItem()
  const members = await selectMembersWithSensor(scope, new Date(now.getTime() - speaksDays * dayMs))
  return {
    item,
    seen: seenOf(await selectGroupsOf(scope, kind, itemId, groupsRead)),
    warnings: await selectWarningsOf(scope, kind, itemId, warningsShown),
    speaking: members.filter(({ speaks }) => speaks).length,
  }
}

async function show(context: Context, request: ItemRequest): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const view = await context.database.asCentre((scope) => loadItem(scope, request.params, request.now))
  const { item, seen } = view
  const content = (
    <>
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('sensors.menu.sightings'), href: sightingsHref }],
        }}
        title={item.title}
        meta={<span translate={false}>{item.itemId}</span>}
        lead={hospitalsText(seen.hospitals, reader.translator)}
      />
      <div class="s-stack-l">
        <Sheet id="warn" heading={t('sensors.warn')}>
          <WarnAction view={view} reader={reader} />
        </Sheet>
        <Plain id="when" heading={t('sensors.when')}>
          <WhenChart view={view} reader={reader} />
        </Plain>
        <Plain id="what" heading={t('sensors.item')}>
          <Facts facts={factsOf(view, reader)} />
        </Plain>
      </div>
    </>
  )
  return { html: await context.render(request, { title: item.title, content, current: sightingsHref }) }
}

function WarnAction({ view, reader }: { readonly view: ItemView; readonly reader: Reader }) {
  const { t, tr } = reader.translator
  const { item, seen, warnings } = view
  return (
    <>
      <p>{t('sensors.warn.say')}</p>
      <Warned warnings={warnings} reader={reader} />
      {seen.hospitals === null ? (
        <BlockedButton id="warn-others" because={tr('sensors.warn.blocked', { least: minimumHospitals })}>
          {t('sensors.warn')}
        </BlockedButton>
      ) : (
        <Actions>
          <ButtonLink href={warnHref(item.kind, item.itemId)}>{t('sensors.warn')}</ButtonLink>
        </Actions>
      )}
    </>
  )
}

/** What was sent of it before, so that nobody is warned twice unawares. */
export function Warned({
  warnings,
  reader,
}: {
  readonly warnings: readonly SentWarning[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return warnings.map(({ advisoryId, warnedAt, warnedByName, members }) => (
    <p key={advisoryId}>
      <a href={`/centre/board/advisories/${advisoryId}`}>
        {t('sensors.warned.by', { day: instantText(warnedAt, reader), who: warnedByName, members })}
      </a>
    </p>
  ))
}

function WhenChart({ view, reader }: { readonly view: ItemView; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  const bars = barsOf(view.seen.groups).slice(-barsShown)
  if (bars.length === 0)
    return (
      <Empty heading={t('sensors.fewer')} headingLevel={3}>
        {t('sensors.sightings.none.text')}
      </Empty>
    )
  return (
    <>
      <p>{t('sensors.when.say', { least: minimumHospitals })}</p>
      <BarChart
        caption={t('sensors.when')}
        categoryLabel={t('sensors.column.days')}
        totalLabel={t('sensors.when.hospitals')}
        series={[{ series: 'matched', label: t('sensors.when.hospitals') }]}
        rows={bars.map((bar) => ({ category: spanText(bar, reader), counts: [bar.hospitals] }))}
        formatNumber={(value) => formatNumber(value, translator)}
      />
    </>
  )
}

function factsOf({ item, seen, speaking }: ItemView, reader: Reader) {
  const { t } = reader.translator
  const [last] = seen.groups
  return [
    {
      term: t('sensors.prevalence'),
      value:
        seen.hospitals === null
          ? t('sensors.fewer')
          : t('sensors.prevalence.value', { hospitals: seen.hospitals, speaking }),
      source: t('sensors.prevalence.source', { days: speaksDays }),
    },
    {
      term: t('sensors.column.false'),
      value: hospitalsText(seen.falsePositiveHospitals, reader.translator),
      ...(seen.falsePositiveHospitals === null ? {} : { source: t('sensors.tune.say') }),
    },
    ...(last
      ? [
          {
            term: t('sensors.asset'),
            value: last.assetClass ? t(`sensors.asset.${last.assetClass}`) : t('sensors.asset.several'),
          },
          {
            term: t('sensors.outcome'),
            value: last.outcome ? t(`sensors.outcome.${last.outcome}`) : t('sensors.outcome.several'),
          },
        ]
      : []),
    ...(item.level ? [{ term: t('sensors.level'), value: levelText(item.level, reader.translator) }] : []),
    ...(item.techniques.length > 0
      ? [{ term: t('sensors.coverage.technique'), value: item.techniques.join(', ') }]
      : []),
  ]
}

function unknownItem() {
  return refuse({
    code: 'sensors/unknown-item',
    status: 404,
    title: 'No pack has this',
    detail: 'None of the packs that the centre published has a rule or indicator of this name.',
    remedy: 'Open it from the list of sightings.',
  })
}
