// The map as a layer for ATT&CK Navigator: for whoever wants to lay it over that of somebody else.
// SPDX-License-Identifier: EUPL-1.2
import { attackVersion, knownTechniques, techniquesOf } from './attack.ts'
import { type Coverage, type CoveredRule, share } from './coverage.ts'

/** Layer format 4.5. The score is the share of a technique's rules that can work, in whole percent. */
export function navigatorLayer({ rules }: Coverage, name: string): object {
  const byTechnique = new Map<string, CoveredRule[]>()
  for (const rule of rules)
    for (const technique of techniquesOf(rule.head.tags))
      byTechnique.set(technique, [...(byTechnique.get(technique) ?? []), rule])
  return {
    name,
    versions: { attack: attackVersion.split('.')[0], navigator: '5.1.0', layer: '4.5' },
    domain: 'enterprise-attack',
    description: 'Share of the rules of each technique that can work with the logs that come, in percent.',
    gradient: { colors: ['#efebf8', '#07565f'], minValue: 0, maxValue: 100 },
    techniques: [...byTechnique]
      .filter(([technique]) => knownTechniques.has(technique))
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([techniqueID, own]) => {
        const ready = own.filter(({ state }) => state === 'ready').length
        const comment = `${ready} of ${own.length} rules can work`
        return { techniqueID, score: share(ready, own.length), comment, enabled: true }
      }),
  }
}
