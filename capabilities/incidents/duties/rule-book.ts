// All reporting rules, and which of them count in a country on a day: a national rule replaces that of the Union.
// SPDX-License-Identifier: EUPL-1.2
import { type Rule, ruleFileSchema, ruleSchema, type Threshold, type Transposition } from './rule.ts'
import de from './rules/de.json' with { type: 'json' }
import eu from './rules/eu.json' with { type: 'json' }
import fr from './rules/fr.json' with { type: 'json' }
import it from './rules/it.json' with { type: 'json' }
import nl from './rules/nl.json' with { type: 'json' }
import pl from './rules/pl.json' with { type: 'json' }
import { isLawIn } from './territory.ts'

const files = [eu, de, fr, it, nl, pl].map((file) => ruleFileSchema.parse(file))

export const rules: readonly Rule[] = readRules(files.flatMap((file) => file.rules))

/** Changes that are no law yet. They are shown beside what they would change and decide nothing. */
export const proposals: readonly Rule[] = rules.filter((rule) => rule.status === 'proposed')

/** The keys in the order in which duties are listed. */
export const ruleKeys: readonly string[] = [
  ...new Set(rules.filter((rule) => rule.status === 'in-force').map((rule) => rule.key)),
]

/** `force`: whether the rule is law on that day; the nearest version of it stands for it where it is not. */
export interface RuleOnDay {
  readonly rule: Rule
  readonly force: 'in-force' | 'not-yet' | 'no-longer'
}

/** One version of every rule that concerns the country. `day`: a calendar day there, such as 2026-11-27. */
export function rulesOn(country: string, day: string, all: readonly Rule[] = rules): readonly RuleOnDay[] {
  const versions = all === rules ? rememberedVersions(country) : versionsIn(country, all)
  return versions.flatMap((one) => versionOn(one, day) ?? [])
}

const remembered = new Map<string, readonly (readonly Rule[])[]>()

/** Every event of every case asks again, and the rules stay the same while the program runs. */
function rememberedVersions(country: string): readonly (readonly Rule[])[] {
  const known = remembered.get(country) ?? versionsIn(country, rules)
  remembered.set(country, known)
  return known
}

/** For each key its versions, the country's own before that of the Union. */
function versionsIn(country: string, all: readonly Rule[]): readonly (readonly Rule[])[] {
  const lawful = all.filter((rule) => rule.status === 'in-force' && concerns(rule, country))
  return [...new Set(lawful.map((rule) => rule.key))].map((key) =>
    lawful.filter((rule) => rule.key === key).sort((a, b) => rank(a, country) - rank(b, country)),
  )
}

export function proposalsFor(key: string): readonly Rule[] {
  return proposals.filter((rule) => rule.changes.includes(key))
}

/** How far the directive behind a rule became law there; null where nobody looked. */
export function transpositionOf(country: string, regime: Rule['regime']): Transposition | null {
  const file = files.find((one) => one.territory === country)
  return file?.transpositions.find((one) => one.regime === regime) ?? null
}

/** Figures of national law on significance, in force on that day. None is known yet for any country. */
export function significanceThresholds(country: string, day: string): readonly Threshold[] {
  const file = files.find((one) => one.territory === country)
  return file?.significanceThresholds.filter((one) => one.validFrom <= day) ?? []
}

/** Throws with the rule's name when one is not as the schema says, stands twice, or builds on one that is not there. */
export function readRules(
  raw: readonly { readonly id: string; readonly basedOn?: string | null | undefined }[],
): readonly Rule[] {
  const byId = new Map(raw.map((one) => [one.id, one]))
  if (byId.size < raw.length) throw new Error('two rules have the same id')
  return raw.map((one) => {
    const base = one.basedOn ? byId.get(one.basedOn) : {}
    if (!base) throw new Error(`${one.id} builds on ${one.basedOn}, which is not there`)
    const parsed = ruleSchema.safeParse({ ...base, ...one })
    if (!parsed.success) throw new Error(`rule ${one.id}: ${parsed.error.message}`)
    return parsed.data
  })
}

/** A rule of the Union concerns everybody, since it has to say why it does not apply elsewhere; a national one its country. */
function concerns(rule: Rule, country: string): boolean {
  return rule.territory.length > 2 || rule.territory === 'EU' || isLawIn(rule.territory, country) === 'yes'
}

function rank(rule: Rule, country: string): number {
  return rule.territory === country ? 0 : 1
}

function versionOn(versions: readonly Rule[], day: string): RuleOnDay | null {
  const valid = versions.find(
    (rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo),
  )
  if (valid) return { rule: valid, force: 'in-force' }
  const [next] = versions
    .filter((rule) => rule.validFrom > day)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom))
  if (next) return { rule: next, force: 'not-yet' }
  const [last] = versions.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))
  return last ? { rule: last, force: 'no-longer' } : null
}
