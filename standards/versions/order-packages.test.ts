// Holds the keys of package ecosystems against second comparisons written apart: 100,000 pairs for each scheme.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareConan } from './conan.ts'
import { compareKeys, rankVersions, type VersionScheme, versionKey } from './index.ts'
import { compareMaven } from './maven.ts'
import {
  compareAlpm,
  compareApk,
  compareGem,
  compareGentoo,
  compareNuget,
  comparePhp,
  type PhpParts,
  writePhp,
} from './reference/packages.ts'

const pairsPerScheme = 100_000
/** Versions of a pool are paired among each other, so that neighbours that differ little meet often. */
const poolSize = 60

/** A seeded generator (mulberry32), so that a failure comes again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Dice = ReturnType<typeof dice>

const numbers = [
  '0',
  '0',
  '1',
  '1',
  '2',
  '3',
  '9',
  '10',
  '11',
  '207',
  '208',
  '255',
  '256',
  '65536',
  '2147483647',
]

function pick<T>(roll: Dice, list: readonly T[]): T {
  const one = list[roll(list.length)]
  assert.ok(one !== undefined)
  return one
}

function some(roll: Dice, most: number, write: () => string): string {
  return Array.from({ length: roll(most + 1) }, write).join('')
}

function maybe(roll: Dice, write: () => string): string {
  return roll(3) === 0 ? write() : ''
}

function holds<T>(
  scheme: VersionScheme,
  make: (roll: Dice) => T,
  write: (value: T) => string,
  compare: (a: T, b: T) => number | null,
): { readonly pairs: number; readonly withoutKey: number } {
  const roll = dice(20_260)
  let [pairs, withoutKey] = [0, 0]
  while (pairs < pairsPerScheme) {
    const pool = Array.from({ length: poolSize }, () => make(roll)).map((value) => {
      const text = write(value)
      return { value, text, key: versionKey(scheme, text) }
    })
    withoutKey += pool.filter(({ key }) => key === null).length
    const keyed = pool.flatMap(({ value, text, key }) => (key ? [{ value, text, key }] : []))
    for (const a of keyed) {
      for (const b of keyed) {
        pairs++
        if (compareKeys(a.key, b.key) !== compare(a.value, b.value))
          assert.fail(
            `${a.text} against ${b.text}: ${compareKeys(a.key, b.key)}, wanted ${compare(a.value, b.value)}`,
          )
      }
    }
  }
  return { pairs, withoutKey }
}

function dotted(roll: Dice, most: number, list: readonly string[] = numbers): string {
  return pick(roll, numbers) + some(roll, most, () => `.${pick(roll, list)}`)
}

const padded = [...numbers, '00', '01', '010', '001']

const generators: Readonly<
  Record<
    string,
    { readonly make: (roll: Dice) => string; readonly compare: (a: string, b: string) => number | null }
  >
> = {
  apk: {
    make: (roll) =>
      dotted(roll, 3, padded) +
      maybe(roll, () => pick(roll, ['a', 'b', 'z'])) +
      some(
        roll,
        2,
        () =>
          `_${pick(roll, ['alpha', 'beta', 'pre', 'rc', 'cvs', 'svn', 'git', 'hg', 'p'])}${maybe(roll, () => pick(roll, numbers))}`,
      ) +
      maybe(roll, () => `~${pick(roll, ['ab', 'abc', '0f'])}`) +
      maybe(roll, () => `-r${pick(roll, numbers)}`),
    compare: compareApk,
  },
  gentoo: {
    make: (roll) =>
      dotted(roll, 3, padded) +
      maybe(roll, () => pick(roll, ['a', 'b', 'z'])) +
      some(
        roll,
        2,
        () => `_${pick(roll, ['alpha', 'beta', 'pre', 'rc', 'p'])}${maybe(roll, () => pick(roll, numbers))}`,
      ) +
      maybe(roll, () => `-r${pick(roll, numbers)}`),
    compare: compareGentoo,
  },
  gem: {
    make: (roll) =>
      dotted(roll, 2) +
      some(roll, 4, () => `.${pick(roll, [...numbers, 'a', 'b', 'rc1', 'A', 'a0b', 'pre'])}`) +
      maybe(roll, () => `-${pick(roll, numbers)}`),
    compare: compareGem,
  },
  nuget: {
    make: (roll) =>
      dotted(roll, 3) +
      maybe(
        roll,
        () =>
          `-${pick(roll, ['a', 'B', 'beta', '-5', '-10', '1', '2147483648', '0a'])}${some(roll, 2, () => `.${pick(roll, ['A', 'b', '1', '02', '10', '-', '-1'])}`)}`,
      ) +
      maybe(roll, () => '+build.1'),
    compare: compareNuget,
  },
  alpm: {
    make: (roll) =>
      pick(roll, numbers) +
      some(
        roll,
        4,
        () => pick(roll, ['.', '', '.', '_', '..']) + pick(roll, [...numbers, 'a', 'b', 'rc', 'Z']),
      ),
    compare: compareAlpm,
  },
  maven: {
    make: (roll) =>
      dotted(roll, 2) +
      some(
        roll,
        3,
        () =>
          pick(roll, ['-', '.', '']) +
          pick(roll, [
            ...numbers,
            'alpha',
            'a',
            'b',
            'm',
            'rc',
            'cr',
            'snapshot',
            'ga',
            'final',
            'sp',
            'jre',
            'foo',
          ]),
      ),
    compare: compareMaven,
  },
  conan: {
    make: (roll) =>
      dotted(roll, 2, [...numbers, 'a', 'b', '*', 'rc1', '1a']) +
      maybe(roll, () => `-${pick(roll, ['', 'alpha', 'pre.1', 'pre.2', '0', '1'])}`) +
      maybe(roll, () => `+${pick(roll, ['b1', '1', '2.0', '2'])}`),
    compare: compareConan,
  },
}

for (const [name, { make, compare }] of Object.entries(generators)) {
  test(`${name} keys order 100,000 pairs as the ecosystem's rules do`, (context) => {
    // The names of the table are schemes; versionKey would fail on any other.
    const { pairs, withoutKey } = holds(name as VersionScheme, make, String, compare)
    context.diagnostic(`${name}: ${pairs} pairs, ${withoutKey} versions without a key left out`)
    assert.ok(pairs >= pairsPerScheme)
    if (name !== 'maven' && name !== 'conan') assert.equal(withoutKey, 0)
  })
}

test('composer keys order 100,000 pairs as PHP orders the normal forms', (context) => {
  const make = (roll: Dice): PhpParts => ({
    numbers: Array.from({ length: 1 + roll(4) }, () =>
      pick(roll, [0, 0, 1, 2, 10, 207, 208, 65_536].slice(0, 7)),
    ),
    stability:
      roll(2) === 0 ? null : [pick(roll, ['alpha', 'beta', 'RC', 'patch']), roll(2) === 0 ? null : roll(12)],
    dev: roll(3) === 0,
  })
  const { pairs, withoutKey } = holds('composer', make, writePhp, comparePhp)
  context.diagnostic(`composer: ${pairs} pairs`)
  assert.equal(withoutKey, 0)
})

test('versions of an order without keys are ranked as far as it is one', () => {
  const ranks = rankVersions('maven', ['1', '1.0', '1.foo.2', '1.1', 'x y'])
  assert.deepEqual(Object.fromEntries(ranks ?? []), { '1': 0, '1.0': 0, '1.foo.2': 1, '1.1': 2, 'x y': null })
  assert.equal(rankVersions('maven', ['1-rc1', '1', '1.foo.2']), null, '1-rc1 < 1 < 1.foo.2 < 1-rc1')
  assert.equal(rankVersions('conan', ['2', '10', '10a']), null, '2 < 10 < 10a < 2')
})
