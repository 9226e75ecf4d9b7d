// Holds the order of keys against a second comparison written apart, scheme by scheme.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareKeys, compareVersions, type VersionScheme, versionKey } from './index.ts'
import { compareDeb } from './reference/deb.ts'
import { compareParts, type Part } from './reference/generic.ts'
import { comparePython, type PythonParts, writePython } from './reference/pep440.ts'
import { compareRpm } from './reference/rpm.ts'
import { compareSemver } from './reference/semver.ts'

const pairs = { numRuns: 100_000 }
const number = fc.oneof(
  { weight: 5, arbitrary: fc.nat(3) },
  fc.constantFrom(9, 10, 207, 208, 255, 256, 2021, 65_536, 4_294_967_296, 281_474_976_710_656),
)

function holds<T>(
  scheme: VersionScheme,
  one: fc.Arbitrary<T>,
  write: (value: T) => string,
  compare: (a: T, b: T) => number,
) {
  fc.assert(
    fc.property(one, one, (a, b) => {
      const [textA, textB] = [write(a), write(b)]
      assert.equal(
        compareVersions(scheme, textA, textB),
        Math.sign(compare(a, b)),
        `${textA} against ${textB}`,
      )
    }),
    pairs,
  )
}

test('semver keys order 100,000 pairs as the specification does', () => {
  const identifier = fc.oneof(
    fc.nat(12).map(String),
    fc.constantFrom('alpha', 'alpha-1', 'beta', 'rc', 'a', 'B', '-', '0a'),
  )
  const version = fc
    .tuple(number, number, number, fc.option(fc.array(identifier, { minLength: 1, maxLength: 3 })))
    .map(([major, minor, patch, pre]) => `${major}.${minor}.${patch}${pre ? `-${pre.join('.')}` : ''}`)
  holds('semver', version, String, compareSemver)
})

test('Debian keys order 100,000 pairs as Debian Policy does', () => {
  const piece = fc.oneof(
    number.map(String),
    fc.constantFrom('.', '~', '+', 'a', 'b', 'Z', '~~', 'rc', '0', '00', '.0'),
  )
  const part = fc.array(piece, { maxLength: 5 }).map((pieces) => `1${pieces.join('')}`)
  const version = fc
    .tuple(fc.constantFrom('', '', '1:', '0:', '300:'), part, fc.option(part))
    .map(([epoch, upstream, revision]) => `${epoch}${upstream}${revision === null ? '' : `-${revision}`}`)
  holds('deb', version, String, compareDeb)
})

test('RPM keys order 100,000 pairs as rpmvercmp does', () => {
  const piece = fc.oneof(
    number.map(String),
    fc.constantFrom('.', '~', '^', '_', 'a', 'b', 'Z', 'rc', '0', '00', 'git'),
  )
  const part = fc.array(piece, { maxLength: 5 }).map((pieces) => `1${pieces.join('')}`)
  const version = fc
    .tuple(fc.constantFrom('', '', '1:', '0:', '300:'), part, fc.option(part))
    .map(([epoch, upstream, release]) => `${epoch}${upstream}${release === null ? '' : `-${release}`}`)
  holds('rpm', version, String, compareRpm)
})

test('Python keys order 100,000 pairs as PEP 440 does', () => {
  const parts: fc.Arbitrary<PythonParts> = fc.record({
    epoch: fc.constantFrom(0, 0, 0, 1, 300),
    release: fc.array(number, { minLength: 1, maxLength: 4 }),
    pre: fc.option(fc.tuple(fc.constantFrom('a', 'b', 'rc'), fc.nat(3))),
    post: fc.option(fc.nat(3)),
    dev: fc.option(fc.nat(3)),
    local: fc.option(
      fc.array(fc.oneof(fc.nat(3), fc.constantFrom('ubuntu', 'deb', 'x1')), { minLength: 1, maxLength: 3 }),
    ),
  })
  holds('pep440', parts, writePython, comparePython)
})

const devicePart: fc.Arbitrary<Part> = fc.oneof(
  { weight: 6, arbitrary: number.map((value) => ({ kind: 'number' as const, value })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('b', 'c', 'k', 'z', 'aa', 'lx')
      .map((text) => ({ kind: 'letters' as const, text })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('snapshot', 'alpha', 'beta', 'preview', 'rc', 'build', 'hotfix', 'update', 'sp')
      .map((kind) => ({ kind }) as Part),
  },
)
const deviceVersion = fc
  .tuple(number, fc.array(devicePart, { maxLength: 5 }))
  .map(([first, rest]): Part[] => [{ kind: 'number', value: first }, ...rest])

const spellings: Readonly<Record<string, readonly string[]>> = {
  snapshot: ['dev', 'SNAPSHOT'],
  alpha: ['alpha', 'Alpha'],
  rc: ['rc', 'RC'],
  build: ['build', 'Build'],
  hotfix: ['HF', 'Hotfix', 'Patch'],
  update: ['Update', 'Upd'],
  sp: ['SP', 'Service Pack', 'sp'],
}

/** Each part in one of its spellings, chosen by its place, behind one of the usual separators. */
function writeDevice(parts: readonly Part[]): string {
  return parts
    .map((part, i) => {
      if (part.kind === 'number')
        return `${i === 0 ? 'V' : i % 3 === 2 ? '-' : '.'}${i % 2 ? '' : '0'}${part.value}`
      if (part.kind === 'letters') return ` ${part.text}`
      const forms = spellings[part.kind] ?? [part.kind]
      return ` ${forms[i % forms.length]}`
    })
    .join('')
}

test('device keys order 100,000 pairs as the rules of the README do', () => {
  holds('generic', deviceVersion, writeDevice, compareParts)
})

test('sorting by keys gives the same list from any starting order', () => {
  fc.assert(
    fc.property(fc.array(deviceVersion, { minLength: 3, maxLength: 8 }), (versions) => {
      const keys = versions.map(
        (version) => versionKey('generic', writeDevice(version)) ?? assert.fail('no key'),
      )
      const sorted = keys.toSorted(compareKeys)
      for (const [i, key] of sorted.entries()) {
        for (const later of sorted.slice(i)) assert.notEqual(compareKeys(key, later), 1)
      }
      assert.deepEqual(keys.toReversed().toSorted(compareKeys), sorted)
    }),
    { numRuns: 1_000 },
  )
})
