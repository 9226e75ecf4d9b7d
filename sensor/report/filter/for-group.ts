// Drafts an exception for what a correlation found: the events of that person, record or machine are left out below it.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule, DetectionRule, SigmaRule } from '../../sigma/rule.ts'
import type { Draft } from './draft.ts'

export interface GroupDraft {
  readonly fields: Draft['fields']
  /** Detection rules that will not see these events any more. */
  readonly bases: readonly DetectionRule[]
  /** Other rules that find by themselves and rest on the same: they will see less too. */
  readonly also: readonly CorrelationRule[]
}

/** `fields`: the group cannot be told by fields that every rule below it has. */
export function draftForGroup(
  rule: CorrelationRule,
  group: Readonly<Record<string, string>>,
  rules: readonly SigmaRule[],
): GroupDraft | 'fields' {
  const fields = rule.groupBy.map((field) => ({ field, values: [group[field] ?? ''] }))
  const isPlain = fields.every(({ values: [value = ''] }) => value !== '' && !value.includes('\u0000'))
  const below = lookUp(rules)
  const needed = neededBy(rule, below, new Set())
  if (fields.length === 0 || !isPlain || needed.aliased || needed.bases.size === 0) return 'fields'
  const also = correlationsIn(rules).filter(
    (other) =>
      other !== rule && isTold(other) && [...allBelow(other, below)].some((one) => needed.bases.has(one)),
  )
  return { fields, bases: [...needed.bases], also }
}

type Below = (name: string) => DetectionRule | CorrelationRule | undefined

function lookUp(rules: readonly SigmaRule[]): Below {
  const known = new Map<string, DetectionRule | CorrelationRule>()
  for (const rule of rules)
    if (rule.kind !== 'filter')
      for (const name of [rule.head.id, rule.head.name ?? rule.head.id]) known.set(name, rule)
  return (name) => known.get(name)
}

function correlationsIn(rules: readonly SigmaRule[]): readonly CorrelationRule[] {
  return rules.filter((rule) => rule.kind === 'correlation')
}

/** Those that only put together for others are of level informational. */
function isTold({ head }: CorrelationRule): boolean {
  return head.level !== 'informational'
}

interface Needed {
  readonly bases: ReadonlySet<DetectionRule>
  readonly aliased: boolean
}

/**
 * Without which detection rules it cannot hold. What needs several things at once needs each of them, so leaving out the
 * first is enough. Of an absence only what begins it counts: without what ends it there would be more findings.
 */
function neededBy(rule: CorrelationRule, below: Below, passed: Set<string>): Needed {
  const isTogether = rule.type === 'temporal' || rule.type === 'temporal_ordered'
  const begins = rule.extension?.type === 'absence' ? rule.extension.after : 0
  const names = isTogether ? rule.rules.slice(0, 1) : begins > 0 ? rule.rules.slice(0, begins) : rule.rules
  const bases = new Set<DetectionRule>()
  let aliased = rule.aliases.size > 0
  for (const name of names) {
    const one = passed.has(name) ? undefined : below(name)
    passed.add(name)
    if (one?.kind === 'detection') bases.add(one)
    if (one?.kind !== 'correlation') continue
    const inner = neededBy(one, below, passed)
    for (const base of inner.bases) bases.add(base)
    aliased ||= inner.aliased
  }
  return { bases, aliased }
}

function allBelow(
  rule: CorrelationRule,
  below: Below,
  passed = new Set<string>(),
): ReadonlySet<DetectionRule> {
  const found = new Set<DetectionRule>()
  for (const name of rule.rules) {
    if (passed.has(name)) continue
    passed.add(name)
    const one = below(name)
    if (one?.kind === 'detection') found.add(one)
    if (one?.kind === 'correlation') for (const base of allBelow(one, below, passed)) found.add(base)
  }
  return found
}
