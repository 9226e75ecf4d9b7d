// Our own rules for health systems: data in `rules/`, read as any Sigma rule is.
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRules } from '../sigma/read.ts'
import type { RuleFault, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'

export const healthRuleFolder = join(import.meta.dirname, 'rules')

/** Names of the files without `.yml`, in their order. */
export function healthRuleFiles(): readonly string[] {
  return readdirSync(healthRuleFolder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => name.slice(0, -'.yml'.length))
    .sort()
}

export interface HealthRules {
  readonly rules: readonly SigmaRule[]
  /** Rules that wait for a list of the house are among them, each with the name of the list. */
  readonly faults: readonly RuleFault[]
}

/** `placeholders` are those of the context: `%known_ae%` and others. A rule whose list is empty is a fault. */
export function readHealthRules(placeholders: Placeholders = new Map()): HealthRules {
  const read = healthRuleFiles().map((name) => {
    const file = join(healthRuleFolder, `${name}.yml`)
    return readRules(readFileSync(file, 'utf8'), `health/${name}.yml`, placeholders)
  })
  return { rules: read.flatMap(({ rules }) => rules), faults: read.flatMap(({ faults }) => faults) }
}

export function healthRules(placeholders: Placeholders = new Map()): readonly SigmaRule[] {
  return readHealthRules(placeholders).rules
}
