// What the commands of `sensor sightings` read from their words.
// SPDX-License-Identifier: EUPL-1.2
import { type SightingOutcome, sightingOutcomes } from '@salus/standards/sightings'
import { loadConfig } from '../../run/config.ts'
import type { Choice } from '../../sightings/consent.ts'
import { maxNameLength } from '../../sightings/limits.ts'
import { type ConsentScope, consentScopes, type Given } from '../../sightings/shapes.ts'
import { type Output, UsageFault, type Words } from '../command.ts'

/** A sub-command; `words.positionals` begins with its name. Time is read once, at the edge. */
export interface SightingCommand {
  readonly usage: string
  run(words: Words, output: Output, now: number): Promise<boolean>
}

/** Of --state, or of the configuration. */
export async function stateIn(words: Words): Promise<string> {
  const file = words.text('config')
  const state = words.text('state') ?? (file === null ? undefined : (await loadConfig(file)).state)
  if (state === undefined)
    throw new UsageFault(
      '--state is needed, or --config with a state in it: the folder of the running sensor.',
    )
  return state
}

/** Who decides, and now. */
export function givenIn(words: Words, now: number): Given {
  const by = words.text('by')?.trim() ?? ''
  if (by === '' || by.length > maxNameLength)
    throw new UsageFault('--by NAME is needed: who decides this? The name is kept here and never sent.')
  return { by, at: now }
}

export function scopeIn(text: string | undefined): ConsentScope {
  const scope = consentScopes.find((known) => known === text)
  if (scope) return scope
  throw new UsageFault(`Of which kind? ${consentScopes.join(', ')}.`)
}

export function scopeOrHealthIn(words: Words): ConsentScope | 'health' {
  const [, scope] = words.positionals
  if (scope === 'health') return scope
  if (!consentScopes.some((known) => known === scope))
    throw new UsageFault(`Which of them? ${consentScopes.join(', ')}, health.`)
  return scopeIn(scope)
}

export function choiceIn(words: Words): Choice {
  const ids = words.positionals.slice(1)
  const about = words.text('rule')
  if (ids.length === 0 && about === null)
    throw new UsageFault('Which sightings? Their ids as `sensor sightings preview` shows them, or --rule ID.')
  return { ids, about }
}

export function outcomeIn(words: Words): SightingOutcome | null {
  const given = words.text('outcome')
  if (given === null) return null
  const outcome = sightingOutcomes.find((known) => known === given)
  if (outcome) return outcome
  throw new UsageFault(`--outcome is one of ${sightingOutcomes.join(', ')}.`)
}
