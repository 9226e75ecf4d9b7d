// Drafts an exception to a rule: the fewest fields that exclude these events, keep every sample, and leave the rule alive.
// SPDX-License-Identifier: EUPL-1.2
import type { Mapping } from '../../engine/groups.ts'
import { holds } from '../../engine/naive.ts'
import { emptyFields, type FieldValue, type LogEvent } from '../../event/event.ts'
import type { Expression } from '../../sigma/expression.ts'
import type { DetectionRule } from '../../sigma/rule.ts'
import { readPieces, textTest } from '../../sigma/wildcards.ts'
import { type Candidate, candidatesFor } from './candidates.ts'

export interface Draft {
  readonly fields: readonly { readonly field: string; readonly values: readonly string[] }[]
  /** What it suppresses. */
  readonly expression: Expression
}

export type Refusal = 'fields' | 'silent' | 'samples' | 'not-held'

export interface DraftInput {
  readonly rule: DetectionRule
  /** How the events bear Sigma's names. */
  readonly mapping: Mapping | null
  /** What was a false alarm. */
  readonly events: readonly LogEvent[]
  /** What must still be found. */
  readonly samples: readonly LogEvent[]
}

const mostFields = 3

export function draftFilter({ rule, mapping, events, samples }: DraftInput): Draft | Refusal {
  if (!events.every((event) => holds(rule.expression, event, mapping))) return 'not-held'
  const candidates = candidatesFor(rule.expression, events, mapping)
  if (candidates.length === 0) return 'fields'
  const kept = samples.filter((sample) => holds(rule.expression, sample, mapping))
  let because: Refusal = 'silent'
  for (const chosen of choices(candidates)) {
    const expression = expressionOf(chosen)
    if (!isAlive(rule.expression, expression, chosen, events, mapping)) continue
    if (kept.some((sample) => holds(expression, sample, mapping))) {
      because = 'samples'
      continue
    }
    return { fields: chosen.map(({ field, values }) => ({ field, values })), expression }
  }
  return because
}

/** Few before many; who and where alone only when there is nothing better. */
function* choices(candidates: readonly Candidate[]): Generator<readonly Candidate[]> {
  const general: (readonly Candidate[])[] = []
  for (let size = 1; size <= mostFields; size++)
    for (const chosen of combinations(candidates, size)) {
      if (chosen.some(({ isGeneral }) => !isGeneral)) yield chosen
      else general.push(chosen)
    }
  // Of who and where rather two than one: an account on one machine is narrower than the account.
  yield* general.sort((one, two) => two.length - one.length)
}

function* combinations(items: readonly Candidate[], size: number, from = 0): Generator<readonly Candidate[]> {
  if (size === 0) yield []
  else
    for (let at = from; at < items.length; at++) {
      const item = items[at]
      if (item) for (const rest of combinations(items, size - 1, at + 1)) yield [item, ...rest]
    }
}

function expressionOf(chosen: readonly Candidate[]): Expression {
  const of = chosen.map(({ field, values }): Expression => {
    const tests = values.map(
      (value): Expression => ({ kind: 'field', field, test: textTest(readPieces(literal(value)), false) }),
    )
    return { kind: 'or', of: tests }
  })
  return { kind: 'and', of }
}

/** As Sigma writes a text that means itself: wildcards, and backslashes before something special, are escaped. */
export function literal(text: string): string {
  let written = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    const isSpecial = (next: string) => next === '*' || next === '?' || next === '\\'
    written +=
      sign === '*' || sign === '?' || (sign === '\\' && isSpecial(text.charAt(at + 1))) ? `\\${sign}` : sign
  }
  return written
}

/**
 * Proof that the rule still finds something: an event that differs from one of these in a chosen field, for which the
 * rule holds and the exception does not.
 */
function isAlive(
  rule: Expression,
  filter: Expression,
  chosen: readonly Candidate[],
  events: readonly LogEvent[],
  mapping: Mapping | null,
): boolean {
  return events.slice(0, 3).some((event) =>
    chosen.some(({ field, values }) =>
      variantsOf(values[0] ?? '').some((value) => {
        const other = withValue(event, mapping, field, value)
        return other !== null && holds(rule, other, mapping) && !holds(filter, other, mapping)
      }),
    ),
  )
}

function variantsOf(value: string): readonly (string | undefined)[] {
  const middle = Math.floor(value.length / 2)
  const inside = `${value.slice(0, middle)}x${value.slice(middle)}`
  return [`${value}x`, `x${value}`, inside, `x\\${value}`, `${value} x`, 'x', undefined]
}

/** Null where the field is put together from others, so that it cannot be changed alone. */
function withValue(
  event: LogEvent,
  mapping: Mapping | null,
  field: string,
  value: FieldValue | undefined,
): LogEvent | null {
  const source = mapping?.get(field) ?? field
  const name =
    typeof source === 'string' ? source : source.from.length === 1 ? source.from[0] : source.from.at(-1)
  if (name === undefined) return null
  const fields = emptyFields()
  for (const [key, own] of Object.entries(event.fields)) if (key !== name) fields[key] = own
  if (value !== undefined) fields[name] = value
  return { ...event, fields }
}
