// Reads what a Sigma document says of itself: id, title, level, author, licence, tags, log source.
// SPDX-License-Identifier: EUPL-1.2
import type { Plain, PlainMap } from './plain.ts'
import { type RuleHead, type RuleLevel, type RuleSource, ruleLevels } from './rule.ts'

const maxTextUnits = 65_535
const maxItems = 500

export function readHead(map: PlainMap, file: string, line: number): RuleHead {
  const name = textAt(map, 'name')
  return {
    id: textAt(map, 'id') ?? name ?? `${file}:${line}`,
    name,
    title: textAt(map, 'title') ?? name ?? '(no title)',
    level: levelOf(textAt(map, 'level')),
    status: textAt(map, 'status'),
    author: textAt(map, 'author'),
    licence: textAt(map, 'license') ?? textAt(map, 'licence'),
    description: textAt(map, 'description'),
    tags: textsAt(map, 'tags'),
    references: textsAt(map, 'references'),
    falsePositives: textsAt(map, 'falsepositives'),
    file,
    line,
    pack: null,
  }
}

export function readSource(value: Plain): RuleSource | null {
  if (!(value instanceof Map)) return null
  const map: PlainMap = value
  const part = (key: string) => textAt(map, key)?.toLowerCase() ?? null
  const source = { product: part('product'), category: part('category'), service: part('service') }
  return source.product || source.category || source.service ? source : null
}

export function textAt(map: PlainMap, key: string): string | null {
  const value = map.get(key)
  if (value === null || value === undefined || typeof value === 'object') return null
  return String(value).slice(0, maxTextUnits)
}

export function textsAt(map: PlainMap, key: string): readonly string[] {
  const value = map.get(key)
  const items: readonly Plain[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return items
    .slice(0, maxItems)
    .flatMap((item) =>
      item === null || typeof item === 'object' ? [] : [String(item).slice(0, maxTextUnits)],
    )
}

/** A rule without a level counts as medium: neither drowned nor shouted. */
function levelOf(text: string | null): RuleLevel {
  const found = ruleLevels.find((level) => level === text?.toLowerCase())
  return found ?? 'medium'
}
