// Reads a list of indicators, whatever its form: STIX 2.1 bundle, MISP events, CSV, or one a line.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { atKey, readJson, rootOf } from '@salus/standards/json'
import type { Indicator } from '../indicator.ts'
import { indicatorLimits } from '../limits.ts'
import { type ListFaults, listFaults } from './faults.ts'
import { isMisp, mispIndicators } from './misp.ts'
import { stixIndicators } from './stix.ts'
import { textIndicators } from './text.ts'
import type { ListOptions } from './words.ts'

export interface IndicatorList {
  readonly indicators: readonly Indicator[]
  /** The first of them; `faultCount` counts all. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
  readonly reasons: readonly { readonly because: string; readonly count: number }[]
}

/** Never throws over foreign bytes. A list of millions is better read by `eachIndicator`. */
export function readIndicatorList(bytes: Uint8Array, options: ListOptions): IndicatorList {
  const faults = listFaults()
  const indicators = [...eachIndicator(bytes, options, faults)]
  return { indicators, faults: faults.list(), faultCount: faults.count(), reasons: faults.reasons() }
}

export function* eachIndicator(
  bytes: Uint8Array,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  if (!isJson(bytes)) yield* textIndicators(bytes, options, faults)
  else yield* jsonIndicators(bytes, options, faults)
}

/** No indicator begins with a brace, and with a bracket only an IPv6 address, which no quote or brace follows. */
function isJson(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024))
  return /^\uFEFF?\s*(?:\{|\[\s*(?:[{"]|$))/.test(start.toString('utf8'))
}

function* jsonIndicators(bytes: Uint8Array, options: ListOptions, faults: ListFaults): Generator<Indicator> {
  const reading = readJson(bytes, {
    maxBytes: indicatorLimits.maxJsonBytes,
    maxDepth: indicatorLimits.maxJsonDepth,
  })
  for (const { code, place, detail, remedy } of reading.outcome === 'read'
    ? reading.warnings
    : reading.faults)
    faults.add(code, place, detail, remedy)
  if (reading.outcome === 'refused') return
  const value = Array.isArray(reading.value) ? { objects: reading.value } : reading.value
  const root = rootOf(value, faults)
  if (root === null) return
  const objects = atKey(root, 'objects')
  const first: unknown = Array.isArray(objects) ? objects[0] : null
  if (isMisp(root)) yield* mispIndicators(root, options, faults)
  else if (isObject(first) && isMisp({ ...root, value: first }))
    yield* mispIndicators({ ...root, value: { response: objects } }, options, faults)
  else if (atKey(root, 'type') === 'bundle' || Array.isArray(objects))
    yield* stixIndicators(root, options, faults)
  else
    faults.add(
      'document',
      '',
      'This JSON is neither a bundle of STIX 2.1 nor an event of MISP.',
      'Export the list again in one of these forms, or as a text with one indicator a line.',
    )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
