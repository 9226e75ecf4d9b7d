// Counts how much of a set of advisories' version texts is read; prints the commonest unread forms.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type RangeGrade, readRangeText } from './index.ts'

export interface Coverage {
  /** Leaf products, one count for each time a text occurs. */
  readonly leaves: Readonly<Record<RangeGrade, number>>
  readonly texts: Readonly<Record<RangeGrade, number>>
  readonly withConditionsOrModels: number
  readonly unread: readonly { readonly text: string; readonly count: number }[]
}

export function measureCoverage(names: Iterable<string>): Coverage {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const leaves = { exact: 0, parsed: 0, unparsed: 0 }
  const texts = { exact: 0, parsed: 0, unparsed: 0 }
  const unread: { text: string; count: number }[] = []
  let withConditionsOrModels = 0
  for (const [text, count] of counts) {
    const { grade, conditions, models } = readRangeText(text)
    leaves[grade] += count
    texts[grade] += 1
    if (grade === 'unparsed') unread.push({ text, count })
    else if (conditions.length + models.length > 0) withConditionsOrModels += count
  }
  unread.sort((a, b) => b.count - a.count)
  return { leaves, texts, withConditionsOrModels, unread }
}

const versionCategories = new Set(['product_version', 'product_version_range'])

/** Every version text of the CSAF documents in the `.jsonl.gz` files of a folder. */
export function* versionNamesIn(folder: string): Generator<string> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))) {
    const lines = gunzipSync(readFileSync(join(folder, file)))
      .toString('utf8')
      .split('\n')
    for (const line of lines) {
      // Any JSON value; namesIn looks at each field before using it.
      if (line !== '') yield* namesIn(JSON.parse(line) as unknown)
    }
  }
}

/** Where the test data lies, or null when this machine has none. */
export function advisoryFolder(): string | null {
  const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
  const folder = join(data, 'csaf-cisa')
  return existsSync(folder) ? folder : null
}

function* namesIn(root: unknown): Generator<string> {
  const waiting: unknown[] = [root]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    const { category, name } = value as { category?: unknown; name?: unknown }
    if (typeof category === 'string' && versionCategories.has(category) && typeof name === 'string')
      yield name
    waiting.push(...Object.values(value))
  }
}

if (import.meta.main) {
  const folder = advisoryFolder()
  if (!folder) {
    console.error('No advisories found. Set SALUS_TEST_DATA to the folder that holds csaf-cisa.')
    process.exit(1)
  }
  const { leaves, texts, withConditionsOrModels, unread } = measureCoverage(versionNamesIn(folder))
  console.log({ leaves, texts, withConditionsOrModels })
  const shown = Number(process.argv[2] ?? 30)
  for (const { text, count } of unread.slice(0, shown)) console.log(count, JSON.stringify(text))
}
