// Makes indicators for tests.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import type { Indicator, IndicatorType } from './indicator.ts'
import { typedValue } from './values.ts'

export function indicator(type: IndicatorType, value: string, parts: Partial<Indicator> = {}): Indicator {
  return {
    type,
    value,
    id: null,
    since: null,
    until: null,
    tlp: null,
    confidence: null,
    list: 'test list',
    source: null,
    licence: null,
    ...parts,
  }
}

/** By its own form; throws where the text is no indicator, because a test that loses its indicator proves nothing. */
export function indicatorOf(text: string, parts: Partial<Indicator> = {}): Indicator {
  const value = typedValue('any', text)
  if ('because' in value) throw new Error(`${text}: ${value.because}`)
  return indicator(value.type, value.value, parts)
}

const label = fc.stringMatching(/^[a-z0-9]{1,3}$/)
const byte = fc.integer({ min: 0, max: 255 })

/** Names over few letters, so that parents, children and doubles come about. */
export const anyName = fc
  .array(label, { minLength: 1, maxLength: 4 })
  .map((labels) => `${labels.join('.')}.${labels.length % 2 === 0 ? 'example' : 'test'}`)

/** Addresses close to each other, so that networks contain each other. */
export const anyV4 = fc.tuple(fc.constantFrom(192, 193), fc.constantFrom(0, 128), fc.constantFrom(0, 2), byte)
export const anyCidr4 = fc
  .tuple(anyV4, fc.integer({ min: 8, max: 32 }))
  .map(([parts, bits]) => `${parts.join('.')}/${bits}`)
export const anyV6 = fc
  .array(fc.constantFrom('0', '1', 'ff', 'ffff'), { minLength: 6, maxLength: 6 })
  .map((groups) => `2001:db8:${groups.join(':')}`)
export const anyCidr6 = fc
  .tuple(anyV6, fc.integer({ min: 20, max: 128 }))
  .map(([address, bits]) => `${address}/${bits}`)

export const anyIndicatorText = fc.oneof(
  anyName,
  anyV4.map((parts) => parts.join('.')),
  anyCidr4,
  anyV6,
  anyCidr6,
  fc.constantFrom(32, 40, 64).chain((length) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`))),
  fc.tuple(anyName, fc.stringMatching(/^[a-z/?=&]{0,6}$/)).map(([name, path]) => `http://${name}/${path}`),
  fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), anyName).map(([local, name]) => `${local}@${name}`),
)
