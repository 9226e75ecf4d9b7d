// Sightings as the duty officer sees them: what at least three hospitals saw, and nothing of anything fewer saw.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatDay, formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, type Column, Empty, PageHead, Plain, Table } from '../../../web/kit/index.ts'
import type { PackItem } from '../pack-items.ts'
import { minimumHospitals } from '../release.ts'
import { type Seen, seenOf, type WeekBar, weeksOf } from '../seen.ts'
import { selectItems } from '../store/packs.ts'
import { selectMembersWithSensor } from '../store/sensors.ts'
import { type SentWarning, selectGroups, selectSentWarnings } from '../store/sightings.ts'
import { itemHref, packsHref, sightingsHref } from './paths.ts'
import { instantText, type Reader, readerOf } from './reader.ts'
import { hospitalsText, spanText } from './words.tsx'

export const shownDays = 90
export const speaksDays = 7
const weeksShown = 8
const dayMs = 86_400_000
const groupsRead = 2_000
const warningsRead = 500

export function sightingPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: sightingsHref,
      permission: 'sightings:read',
      params: nothing,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request),
    }),
  ]
}

interface Row {
  readonly item: PackItem
  readonly seen: Seen
  readonly warned: SentWarning | null
}

async function show(context: Context, request: AnyRequest): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { rows, members, weeks } = await load(context, request.now)
  const real = rows.filter(({ seen }) => seen.hospitals !== null)
  const falseOnes = rows.filter(({ seen }) => seen.falsePositiveHospitals !== null)
  const speaking = members.filter(({ speaks }) => speaks).length
  const title = t('sensors.sightings.title', { count: real.length })
  const content = (
    <>
      <PageHead
        title={title}
        meta={t('sensors.sightings.meta', { days: shownDays })}
        lead={t('sensors.sightings.lead', { least: minimumHospitals, speaking, members: members.length })}
        side={
          members.length > 0 ? <a href={`${packsHref}#members`}>{t('sensors.sightings.fleet')}</a> : undefined
        }
      />
      <div class="s-stack-l">
        <Plain id="seen" heading={t('sensors.sightings.seen')} flush={real.length > 0}>
          {real.length === 0 ? (
            <Empty heading={t('sensors.sightings.none')} headingLevel={3}>
              {t('sensors.sightings.none.text')}
            </Empty>
          ) : (
            <Table
              caption={t('sensors.sightings.seen')}
              columns={columnsOf(reader)}
              rows={real}
              keyOf={keyOf}
            />
          )}
        </Plain>
        {rows.length > 0 && <Weeks weeks={weeks} reader={reader} />}
        {falseOnes.length > 0 && (
          <Plain id="tune" heading={t('sensors.sightings.tune')} flush>
            <Table
              caption={t('sensors.sightings.tune')}
              columns={tuneColumns(reader)}
              rows={falseOnes}
              keyOf={keyOf}
            />
          </Plain>
        )}
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, current: sightingsHref }) }
}

const lastSeen = ({ seen: { groups } }: Row) => groups[0]?.fromDay ?? ''
const keyOf = ({ item }: Row) => `${item.kind} ${item.itemId}`

async function load(context: Context, now: Date) {
  const since = new Date(now.getTime() - shownDays * dayMs).toISOString().slice(0, 10)
  return context.database.asCentre(async (scope) => {
    const groups = await selectGroups(scope, since, groupsRead)
    const byItem = Map.groupBy(groups, ({ kind, itemId }) => `${kind} ${itemId}`)
    const items = await selectItems(
      scope,
      [...byItem.values()].flatMap(([one]) => (one ? [{ kind: one.kind, itemId: one.itemId }] : [])),
    )
    const warnings = await selectSentWarnings(scope, warningsRead)
    const rows = items.map((item): Row => {
      const isOf = (one: SentWarning) => one.kind === item.kind && one.itemId === item.itemId
      return {
        item,
        seen: seenOf(byItem.get(`${item.kind} ${item.itemId}`) ?? []),
        warned: warnings.find(isOf) ?? null,
      }
    })
    return {
      weeks: weeksOf(groups, now, weeksShown),
      rows: rows.toSorted((a, b) => lastSeen(b).localeCompare(lastSeen(a))),
      members: await selectMembersWithSensor(scope, new Date(now.getTime() - speaksDays * dayMs)),
    }
  })
}

function Weeks({ weeks, reader }: { readonly weeks: readonly WeekBar[]; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  return (
    <Plain id="weeks" heading={t('sensors.weeks')}>
      <p>{t('sensors.weeks.say')}</p>
      <BarChart
        caption={t('sensors.weeks')}
        categoryLabel={t('sensors.weeks.week')}
        totalLabel={t('sensors.weeks.all')}
        series={[
          { series: 'matched', label: t('sensors.weeks.seen') },
          { series: 'silent', label: t('sensors.weeks.false') },
        ]}
        rows={weeks.map(({ monday, seen, falsePositives }) => ({
          category: formatDay(monday, { translator, style: 'day' }),
          counts: [seen, falsePositives],
        }))}
        formatNumber={(value) => formatNumber(value, translator)}
      />
    </Plain>
  )
}

function columnsOf(reader: Reader): readonly Column<Row>[] {
  const { t } = reader.translator
  return [
    itemColumn(reader),
    {
      label: t('sensors.column.hospitals'),
      cell: ({ seen }) => hospitalsText(seen.hospitals, reader.translator),
    },
    {
      label: t('sensors.column.last'),
      cell: ({ seen: { groups } }) => (groups[0] ? spanText(groups[0], reader) : '–'),
    },
    {
      label: t('sensors.column.warned'),
      cell: ({ warned }) =>
        warned
          ? t('sensors.warned', { day: instantText(warned.warnedAt, reader, 'day'), members: warned.members })
          : t('sensors.warned.not'),
    },
  ]
}

function tuneColumns(reader: Reader): readonly Column<Row>[] {
  const { t } = reader.translator
  return [
    itemColumn(reader),
    {
      label: t('sensors.column.false'),
      cell: ({ seen }) => hospitalsText(seen.falsePositiveHospitals, reader.translator),
    },
    { label: t('sensors.column.advice'), cell: () => t('sensors.tune.say') },
  ]
}

function itemColumn(reader: Reader): Column<Row> {
  return {
    label: reader.translator.t('sensors.column.item'),
    kind: 'head',
    main: true,
    phoneLabel: null,
    cell: ({ item }) => <a href={itemHref(item.kind, item.itemId)}>{item.title}</a>,
  }
}
