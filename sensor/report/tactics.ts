// The tactics of ATT&CK that rules name in their tags, and what is done first for each.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { isWordKey, type WordKey } from '../words/words.ts'
import type { Group } from './group.ts'

/** In the order of an attack. Short names of ATT&CK, as they stand in the tags of Sigma. */
export const tactics = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'stealth',
  'defense-impairment',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'command-and-control',
  'exfiltration',
  'impact',
] as const
export type Tactic = (typeof tactics)[number]
export type Theme = Tactic | 'indicator' | 'other'

/** Names of older versions of ATT&CK, whose one tactic is two since. */
const formerly: ReadonlyMap<string, Tactic> = new Map([['defense-evasion', 'stealth']])

/** In the order of an attack, each once. */
export function tacticsOf(tags: readonly string[]): readonly Tactic[] {
  const named = new Set(
    tags.map((tag) => {
      const name = /^attack\.([a-z_-]+)$/i.exec(tag)?.[1]?.toLowerCase().replaceAll('_', '-') ?? ''
      return formerly.get(name) ?? name
    }),
  )
  return tactics.filter((tactic) => named.has(tactic))
}

/**
 * How grave it is when the tactic is true: a rule often names several, and the first steps are those of the gravest.
 */
const gravity: readonly Theme[] = [
  'impact',
  'exfiltration',
  'credential-access',
  'defense-impairment',
  'lateral-movement',
  'command-and-control',
  'initial-access',
  'privilege-escalation',
  'persistence',
  'collection',
  'execution',
  'discovery',
  'stealth',
  'resource-development',
  'reconnaissance',
  'indicator',
  'other',
]

export function themesOf({ origin, tags }: Pick<Finding, 'origin' | 'tags'>): readonly Theme[] {
  const named = tacticsOf(tags)
  const themes: readonly Theme[] = origin === 'indicator' ? ['indicator', ...named] : named
  return themes.length > 0 ? [...themes].sort(byGravity) : ['other']
}

/** Of what the group's most serious rules are signs: at most three themes, the gravest first. */
export function themesOfGroup({ items, level }: Group): readonly Theme[] {
  const top = items.filter((item) => item.level === level)
  const themes = new Set(top.flatMap(({ examples }) => (examples[0] ? themesOf(examples[0]) : [])))
  if (themes.size > 1) themes.delete('other')
  return [...themes].sort(byGravity).slice(0, 3)
}

function byGravity(one: Theme, two: Theme): number {
  return gravity.indexOf(one) - gravity.indexOf(two)
}

/** Keys of the first steps, in their order. */
export function stepKeys(theme: Theme): readonly WordKey[] {
  return [1, 2, 3].map((number) => `steps.${theme}.${number}`).filter(isWordKey)
}
