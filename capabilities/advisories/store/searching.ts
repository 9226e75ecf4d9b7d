// The conditions by which advisories are found; only those that are asked for stand in the statement, so indexes serve them.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { ListQuery } from '../contract/list.ts'
import { foldText, partsOf, wordPattern, wordsOf } from '../search-words.ts'

export type AdvisoryFilter = Omit<ListQuery, 'order' | 'direction' | 'after'>

type Condition = RawBuilder<unknown>

/** All that have to hold, over `advisories a`. `personId`: whose reading counts. */
export function conditionsOf(filter: AdvisoryFilter, personId: number): readonly Condition[] {
  const parts = partsOfWords(filter)
  return [
    filter.deleted ? sql`a.deleted_at is not null` : sql`a.deleted_at is null`,
    ...(parts.length > 0 ? [sql`a.word_parts @> ${parts}::int[]`] : []),
    ...holding(anywhere, filter.q),
    ...holding([sql`a.title_words`], filter.title),
    ...holding([sql`a.publisher_words`], filter.publisher),
    ...holding([sql`a.product_words`], filter.product),
    ...holding([sql`a.history_words`], filter.history),
    ...(wholeCve(filter) ? [namesCve(filter.cve)] : holding([sql`a.other_words`], filter.cve)),
    ...containing(sql`a.tracking_id`, filter.trackingId),
    ...containing(sql`a.category`, filter.category),
    ...containing(sql`a.aggregate_severity`, filter.severity),
    ...equal(sql`a.version`, filter.version.trim() || undefined),
    ...equal(sql`a.state`, filter.state),
    ...equal(sql`a.tracking_status`, filter.status),
    ...equal(sql`a.validity`, filter.validity),
    ...equal(sql`a.format`, filter.format),
    ...equal(sql`a.tlp`, filter.tlp),
    ...equal(sql`a.publisher_category`, filter.publisherCategory),
    ...(filter.minScore === undefined ? [] : [sql`coalesce(a.max_base_score, -1) >= ${filter.minScore}`]),
    ...within(sql`coalesce(a.revised_at, '-infinity')`, filter.releasedFrom, filter.releasedUntil),
    ...within(
      sql`coalesce(a.published_at, '-infinity')`,
      filter.firstReleasedFrom,
      filter.firstReleasedUntil,
    ),
    ...(filter.unread === undefined
      ? []
      : [filter.unread === 'yes' ? not(isRead(personId)) : isRead(personId)]),
  ]
}

/** Of the revision that is in use; a newer one is unread again. */
export function isRead(personId: number): Condition {
  return sql`exists (select from advisory_reads r where r.person_id = ${personId} and r.advisory_id = a.id and r.revision_id = a.revision_id)`
}

function not(condition: Condition): Condition {
  return sql`not ${condition}`
}

const anywhere = [sql`a.title_words`, sql`a.other_words`, sql`a.publisher_words`, sql`a.product_words`]

/** What every hit has to hold of words of every field: one condition, one index. */
function partsOfWords(filter: AdvisoryFilter): readonly number[] {
  const { q, title, publisher, product, history, trackingId, category, severity } = filter
  const cve = wholeCve(filter) ? '' : filter.cve
  return partsOf(wordsOf([q, title, publisher, product, history, trackingId, category, severity, cve]).text)
}

/** Each word in one of the texts. */
function holding(texts: readonly Condition[], asked: string): readonly Condition[] {
  return wordsIn(asked).map((word) => {
    const pattern = wordPattern(word)
    return sql`(${sql.join(
      texts.map((text) => sql`' ' || ${text} || ' ' like ${pattern}`),
      sql` or `,
    )})`
  })
}

function wordsIn(asked: string): readonly string[] {
  const { text } = wordsOf([asked])
  return text === '' ? [] : text.split(' ')
}

function containing(text: Condition, asked: string): readonly Condition[] {
  return wordsIn(asked).map((word) => sql`${text} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
}

function wholeCve({ cve }: AdvisoryFilter): boolean {
  return /^cve-\d{4}-\d{4,19}$/.test(foldText(cve.trim()))
}

function namesCve(cve: string): Condition {
  return sql`a.id in (select advisory_id from advisory_vulnerabilities where cve_id = upper(${cve.trim()}))`
}

function equal(column: Condition, asked: string | undefined): readonly Condition[] {
  return asked === undefined ? [] : [sql`${column} = ${asked.toWellFormed().replaceAll('\u0000', '')}`]
}

/** Days in UTC, both included. */
function within(
  instant: Condition,
  from: string | undefined,
  until: string | undefined,
): readonly Condition[] {
  return [
    ...(from === undefined ? [] : [sql`${instant} >= ${`${from}T00:00:00Z`}::timestamptz`]),
    ...(until === undefined
      ? []
      : [sql`${instant} < ${`${until}T00:00:00Z`}::timestamptz + interval '1 day'`]),
  ]
}
