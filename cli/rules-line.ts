// Reads a line of facts for `rules explain`: every fault with its place, nothing dropped in silence.
// SPDX-License-Identifier: EUPL-1.2
import { type FactKey, type Facts, type FactValue, isValueOf } from '../capabilities/facts/index.ts'

export interface FactsLine {
  readonly id: string | number
  readonly facts: Facts
}

export interface LineFault {
  /** JSON pointer; empty for the whole line. */
  readonly pointer: string
  readonly detail: string
}

const maxLineLength = 1_000_000

export function readFactsLine(
  text: string,
  keys: ReadonlyMap<string, FactKey>,
): { readonly line: FactsLine | null; readonly faults: readonly LineFault[] } {
  const whole = (detail: string) => ({ line: null, faults: [{ pointer: '', detail }] })
  if (text.length > maxLineLength) return whole(`is longer than ${maxLineLength} characters`)
  const json = parse(text)
  if (json === undefined) return whole('is no JSON')
  if (!isObject(json)) return whole('is no object with id and facts')
  const { id, facts, ...others } = json
  const faults: LineFault[] = Object.keys(others).map((name) => ({
    pointer: `/${pointerPart(name)}`,
    detail: 'is no field; there are id and facts',
  }))
  if (typeof id !== 'string' && typeof id !== 'number')
    faults.push({ pointer: '/id', detail: 'is no text and no number' })
  if (isObject(facts)) faults.push(...faultsOfFacts(facts, keys))
  else faults.push({ pointer: '/facts', detail: 'is no object of facts' })
  if (faults.length > 0 || (typeof id !== 'string' && typeof id !== 'number') || !isObject(facts))
    return { line: null, faults }
  // Each value was found to be one of its fact.
  return { line: { id, facts: factsOf(facts as Readonly<Record<string, FactValue>>) }, faults: [] }
}

function faultsOfFacts(
  facts: Readonly<Record<string, unknown>>,
  keys: ReadonlyMap<string, FactKey>,
): readonly LineFault[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const key = keys.get(name)
    const pointer = `/facts/${pointerPart(name)}`
    if (!key) return [{ pointer, detail: 'is no fact' }]
    if (isFactValue(value) && isValueOf(key, value)) return []
    return [{ pointer, detail: `${JSON.stringify(value)} is no value of it; ${allowed(key)}` }]
  })
}

function allowed({ shape }: FactKey): string {
  switch (shape.kind) {
    case 'answer':
      return 'yes, no or unknown'
    case 'choice':
      return `one of ${shape.choices.join(', ')}, or unknown`
    case 'several':
      return `a list of ${shape.choices.join(', ')}, or unknown`
    case 'number':
      return `a whole number from ${shape.min} to ${shape.max}, or unknown`
  }
}

const moment = new Date(0)

function factsOf(values: Readonly<Record<string, FactValue>>): Facts {
  return (key) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value === undefined) return null
    return {
      key,
      keyVersion: 1,
      value,
      source: 'answer',
      reference: null,
      asOf: moment,
      confidence: 'stated',
      tlp: 'TLP:AMBER+STRICT',
      recordedAt: null,
      recordedByName: null,
      isOld: false,
      beside: [],
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFactValue(value: unknown): value is FactValue {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.every((one) => typeof one === 'string'))
  )
}

/** RFC 6901. */
function pointerPart(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}
