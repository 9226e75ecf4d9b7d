// Measures how much of a set of advisories' version statements is read, and lists the commonest forms that are not.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readAdvisory } from '@salus/standards/advisory'
import { readDocuments } from '../capabilities/matching/asset-files.ts'
import { type MatchableStatement, readMatchableStatements } from '../capabilities/matching/matchable.ts'
import { formOf } from './version-form.ts'

export interface Counts {
  readonly documents: number
  /** Products with their versions, each counted once in a document however many vulnerabilities repeat it. */
  readonly statements: number
  /** Every version, by field or because none is named. */
  readonly allVersions: number
  /** Versions that can be compared. */
  readonly parsed: number
  /** Models or products in the place of versions. */
  readonly members: number
  /** Nobody can tell from the text: shown as "please check". */
  readonly cannotTell: number
  /** Share of statements that are read, 0 to 1. */
  readonly readShare: number
}

export interface UnreadForm {
  readonly form: string
  readonly count: number
  readonly example: string
}

export interface CoverageReport {
  readonly total: Counts
  /** By file name without its endings. */
  readonly sets: Readonly<Record<string, Counts>>
  readonly unreadForms: readonly UnreadForm[]
}

type Reading = 'allVersions' | 'parsed' | 'members' | 'cannotTell'

const maxForms = 30

/** The advisories of the test data, or null where this machine has none. */
export function coverageFolder(): string | null {
  const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../shared/data')
  const folder = join(data, 'csaf-cisa')
  return existsSync(folder) ? folder : null
}

/** Every `.jsonl` and `.jsonl.gz` file of the folder is one set; each line is one document. */
export async function measureCoverage(folder: string): Promise<CoverageReport> {
  const sets: Record<string, Counts> = {}
  const unread = new Map<string, { count: number; example: string }>()
  const files = readdirSync(folder).filter((name) => /\.jsonl(?:\.gz)?$/.test(name))
  for (const file of files.toSorted()) {
    sets[basename(file).replace(/\.jsonl(?:\.gz)?$/, '')] = await measureFile(join(folder, file), unread)
  }
  const forms = [...unread].map(([form, found]) => ({ form, ...found })).toSorted((a, b) => b.count - a.count)
  return { total: addUp(Object.values(sets)), sets, unreadForms: forms.slice(0, maxForms) }
}

async function measureFile(
  path: string,
  unread: Map<string, { count: number; example: string }>,
): Promise<Counts> {
  const counts = { allVersions: 0, parsed: 0, members: 0, cannotTell: 0 }
  let documents = 0
  for await (const document of readDocuments(path)) {
    const { advisory } = await readAdvisory(JSON.parse(document) as unknown)
    if (!advisory) continue
    documents += 1
    for (const matchable of distinct(readMatchableStatements(advisory))) {
      const reading = readingOf(matchable)
      counts[reading] += 1
      if (reading !== 'cannotTell') continue
      const { text } = matchable.range
      const form = formOf(text)
      unread.set(form, {
        count: (unread.get(form)?.count ?? 0) + 1,
        example: unread.get(form)?.example ?? text,
      })
    }
  }
  return withShare(documents, counts)
}

function distinct(statements: readonly MatchableStatement[]): MatchableStatement[] {
  const byProduct = new Map(
    statements.map((one) => [`${one.statement.product.fullName}\n${one.range.text}`, one] as const),
  )
  return [...byProduct.values()]
}

function readingOf({ range }: MatchableStatement): Reading {
  if (range.members.length > 0 && range.reading.grade === 'unparsed') return 'members'
  if (range.isUnstated || range.reading.all) return 'allVersions'
  return range.reading.grade === 'unparsed' && range.display === null ? 'cannotTell' : 'parsed'
}

function withShare(documents: number, counts: Readonly<Record<Reading, number>>): Counts {
  const statements = counts.allVersions + counts.parsed + counts.members + counts.cannotTell
  const read = statements - counts.cannotTell
  const readShare = statements === 0 ? 1 : Math.round((read / statements) * 10_000) / 10_000
  return { documents, statements, ...counts, readShare }
}

function addUp(sets: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => sets.reduce((total, set) => total + set[key], 0)
  return withShare(sum('documents'), {
    allVersions: sum('allVersions'),
    parsed: sum('parsed'),
    members: sum('members'),
    cannotTell: sum('cannotTell'),
  })
}
