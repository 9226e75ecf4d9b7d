// Techniques and tactics of ATT&CK as rules name them in their tags, against all that this version of ATT&CK knows.
// SPDX-License-Identifier: EUPL-1.2
import { type Tactic, tacticsOf } from '../report/tactics.ts'
import attack from './attack.json' with { type: 'json' }

export const attackVersion = attack.version

/** Numbers of techniques without their parts (T1059 for T1059.001), in their order. */
export const knownTechniques: ReadonlyMap<string, readonly Tactic[]> = new Map(
  Object.entries(attack.techniques).map(([id, tactics]) => [
    id,
    tacticsOf(tactics.map((tactic) => `attack.${tactic}`)),
  ]),
)

export function techniquesOf(tags: readonly string[]): readonly string[] {
  const found = tags.flatMap((tag) => /^attack\.(t\d{4})(\.\d{3})?$/i.exec(tag)?.[1]?.toUpperCase() ?? [])
  return [...new Set(found)]
}

/**
 * Under which tactics of the rule its technique stands. Rules name several of both, and newer tactics than our list of
 * techniques knows: "defense-evasion" is two by now, so what it had stands under whichever of the two a rule names.
 */
export function placesOf(technique: string, tags: readonly string[]): readonly Tactic[] {
  const named = tacticsOf(tags)
  const known = knownTechniques.get(technique)
  if (!known) return named
  const fitting = named.filter(
    (tactic) => known.includes(tactic) || (tactic === 'defense-impairment' && known.includes('stealth')),
  )
  return fitting.length > 0 ? fitting : known
}
