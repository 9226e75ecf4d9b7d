// Tables of versions in their order, equal spellings, refusals and limits of keys.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  branchSpan,
  compareKeys,
  compareVersions,
  maxVersionLength,
  successor,
  type VersionScheme,
  versionKey,
  versionSchemes,
} from './index.ts'

const risingLists: Readonly<Record<VersionScheme, readonly (readonly string[])[]>> = {
  semver: [
    [
      '0',
      '0.0.1',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
    ],
    ['v0.0.0-20210101000000-abcdefabcdef', 'v0.1.0', '1.2', '1.10', '2'],
  ],
  deb: [['1.0~~', '1.0~rc1', '1.0', '1.0-1', '1.0-1+deb12u1', '1.0-1.1', '1.0a', '1.0+dfsg', '1.1', '1:0.5']],
  rpm: [['1.0~rc1', '1.0', '1.0-1', '1.0-1.el9', '1.0^git1', '1.0a', '1.0.1', '1.10', '1:0.1-1']],
  pep440: [
    ['1.0.dev1', '1.0a1.dev1', '1.0a1', '1.0b2', '1.0rc1', '1.0', '1.0+local', '1.0.post1', '1.0.1', '1!0.1'],
  ],
  generic: [
    ['1.0-rc', '1.0', '1.0 SP1', '1.0.1'],
    [
      '10.8 dev',
      '10.8 alpha',
      '10.8 beta 2',
      '10.8-rc1',
      '10.8',
      '10.8 build 7',
      '10.8a',
      '10.8 HF1',
      '10.8 Update 1',
      '10.8 SP1',
      '10.8 SP1 HF2',
      '10.8 SP2',
      '10.8 R2',
      '10.8.1',
      '10.9',
    ],
    ['2.2', '2.10', '2.10.1'],
    ['A.01', 'A.10', 'B.02', 'C.00.04', 'K', 'K.10', 'Z', 'AA'],
    ['R3.3L1', 'R4.1', 'R4.1L1', 'R4.1L2'],
    ['12/31/2017', 'May 2018', '2018-06-01', '30.08.2024', '9/5/2024'],
    ['2014', '2014 SP1', '2014 R2', '2014 R2 SP1', '2016'],
    ['1.1.3 build 10', '1.1.3 build 11', '1.1.3 MR Build 11'],
    ['1.7.14', '1.7.15', '1.7.15b'],
    ['6.01.00/28.03.2007', '6.01.00/29.03.2007', '6.01.01/01.01.2006'],
    ['017T000052', '017T000088', '031T000052'],
    ['VM4.0.2', 'VM5.0', 'VM6.0'],
    ['AP 2.4', 'AP 3.0', 'AP 3.1'],
    ['2.4', 'AP 3.0', '3.1'],
  ],
  apk: [
    [
      '1.0_alpha',
      '1.0_alpha2',
      '1.0_beta',
      '1.0_pre',
      '1.0_rc1',
      '1.0',
      '1.0-r0',
      '1.0-r2',
      '1.0~ab12',
      '1.0_cvs',
    ],
    [
      '1.0_cvs',
      '1.0_svn',
      '1.0_git20240101',
      '1.0_hg',
      '1.0_p',
      '1.0_p1',
      '1.0a',
      '1.0b',
      '1.0.1',
      '1.01',
      '1.1',
    ],
    ['1.0_rc1_alpha', '1.0_rc1', '1.0_rc1-r1', '1.0_rc1_p1', '2', '10'],
  ],
  gem: [
    [
      '1.0.a.b',
      '1.0.a.0.b',
      '1.0.a',
      '1.0.b1',
      '1.0.b2',
      '1.0.b10',
      '1.0.rc.1',
      '1.0',
      '1.0.1',
      '1.0.10',
      '1.1.pre',
      '1.1',
    ],
    ['1.0-1', '1.0-2', '1.0'],
  ],
  nuget: [
    [
      '1.0.0--5',
      '1.0.0--1',
      '1.0.0-1',
      '1.0.0-02',
      '1.0.0-11',
      '1.0.0-2147483648',
      '1.0.0-a',
      '1.0.0-a.1',
      '1.0',
    ],
    ['1.0.0-beta.9', '1.0.0-BETA.10', '1.0.0', '1.0.0.1', '1.0.1'],
  ],
  composer: [
    [
      '1.0-dev',
      '1.0-alpha',
      '1.0a2',
      '1.0-beta1',
      '1.0-RC1-dev',
      '1.0RC1',
      '1.0',
      '1.0.0.1',
      '1.0.1',
      '1.1',
      '1.1-p1',
    ],
    ['1.2', '1.2.x-dev', '1.3-dev', '1.3', '2.x-dev', '20100102', '20100102-p1'],
  ],
  maven: [
    [
      '1-alpha',
      '1-alpha-1',
      '1a2',
      '1-beta',
      '1-m3',
      '1-rc1-SNAPSHOT',
      '1.0-CR1',
      '1.0-rc2',
      '1-SNAPSHOT',
      '1',
      '1-sp',
    ],
    [
      '1-sp',
      '1-sp1',
      '1-abc',
      '1-jre',
      '1-1',
      '1-2',
      '1.0-1',
      '1.0.1',
      '1.1',
      '9.4.43.v20200101',
      '9.4.43.v20210629',
    ],
    ['31.1-android', '31.1-jre', '32.0'],
  ],
  conan: [['1-', '1-alpha', '1', '1+1', '1+2', '1.0.1', '1.2', '1.10', '1.a', '2-pre.1', '2-pre.2', '2']],
  gentoo: [
    [
      '1.0_alpha',
      '1.0_beta',
      '1.0_pre',
      '1.0_rc',
      '1.0',
      '1.0-r1',
      '1.0_p',
      '1.0_p1',
      '1.0b',
      '1.0.1',
      '1.02',
      '1.1',
    ],
  ],
  alpm: [['1.0beta', '1.0rc', '1.0', '1.0-1', '1.0-2', '1.0.a', '1.0.1', '1.1', '2', '1:0.1']],
  openssl: [
    [
      '0.9.8',
      '0.9.8a',
      '0.9.8z',
      '0.9.8za',
      '0.9.8zh',
      '1.0.2-beta1',
      '1.0.2',
      '1.1.1-pre1',
      '1.1.1',
      '1.1.1k',
    ],
    ['3.0.0-alpha2', '3.0.0-alpha10', '3.0.0-beta1', '3.0.0', '3.0.1', '3.1.0'],
  ],
  intdot: [['0', '1', '1.0', '1.2', '1.10', '2', '10.234.5.12']],
  datetime: [
    ['2023-12-31T23:59:59.9Z', '2024-01-01T01:00:00+01:00', '2024-01-01T00:00:00.1Z', '2024-01-01T00:00:01Z'],
  ],
  lexicographic: [['A', 'B', 'a', 'aa', 'b', 'ä', '€']],
}

for (const scheme of versionSchemes) {
  test(`${scheme} versions rise as listed`, () => {
    for (const list of risingLists[scheme]) {
      for (const [i, lower] of list.entries()) {
        for (const higher of list.slice(i + 1)) {
          assert.equal(compareVersions(scheme, lower, higher), -1, `${lower} before ${higher}`)
          assert.equal(compareVersions(scheme, higher, lower), 1, `${higher} after ${lower}`)
        }
      }
    }
  })
}

const equals: readonly (readonly [VersionScheme, string, string])[] = [
  ['semver', '1.2.3+build.5', '1.2.3'],
  ['semver', 'v1.2.0', '1.2'],
  ['deb', '1.0', '0:1.00-0'],
  ['rpm', '1.0-1', '0:1.00-1'],
  ['rpm', ':1.0', '0:1.0'],
  ['gem', '1.0', '1'],
  ['gem', '1.0.0.a', '1.a'],
  ['nuget', '1', '1.0.0.0+x'],
  ['nuget', '1.0-Beta', '1.0.0-beta'],
  ['composer', 'v1.0', '1.0.0.0'],
  ['composer', '1.0-patch1', '1.0.0pl1'],
  ['maven', '1.0.0.Final', '1-ga'],
  ['maven', '1-rc1', '1.0-CR-1'],
  ['conan', '1.0.0', '1'],
  ['gentoo', '1.0-r0', '1.00'],
  ['datetime', '2024-01-01T00:00:00Z', '2023-12-31T19:00:00-05:00'],
  ['pep440', '1.0', 'v1.0.0'],
  ['pep440', '1.0-alpha.1', '1.0A1'],
  ['generic', '1.0', '1.0.0'],
  ['generic', 'Version 2.3.6', '2.3.6'],
  ['generic', 'FW 01', 'firmware 1'],
  ['generic', 'Rev. J', 'j'],
  ['generic', 'V7.3 Update 1', '7.3 upd1'],
  ['generic', '1.8.4 Service Pack 01', '1.8.4 SP1'],
  ['generic', '8.0.4-rc2', '8.0.4 RC 2'],
  ['generic', '8/30/2024', '2024-08-30'],
  ['generic', '20240830', '30.08.2024'],
  ['generic', '14.1.x', '14.1'],
  ['generic', '３.１', '3.1'],
]

test('different spellings of one version have one key', () => {
  for (const [scheme, a, b] of equals) assert.equal(compareVersions(scheme, a, b), 0, `${a} and ${b}`)
})

const refused: readonly (readonly [VersionScheme, string])[] = [
  ['semver', '1.2.3.4'],
  ['semver', '1.2-'],
  ['semver', 'latest'],
  ['deb', '1.0 beta'],
  ['deb', 'a:1.0'],
  ['deb', '1.0-'],
  ['rpm', '1.0 1'],
  ['rpm', '-1'],
  ['rpm', '...'],
  ['apk', '1.0.'],
  ['apk', '1.0_foo'],
  ['apk', '1.0-r'],
  ['gem', '1..0'],
  ['nuget', '1.0.0.0.0'],
  ['nuget', '1.0-'],
  ['nuget', '2147483648.0'],
  ['composer', 'dev-main'],
  ['composer', '1.0-foo'],
  ['conan', '1.1.1k'],
  ['alpm', '1.'],
  ['openssl', '1.1'],
  ['datetime', '2024-02-30T00:00:00Z'],
  ['pep440', '1.0-banana'],
  ['pep440', '1..0'],
  ['generic', 'unknown'],
  ['generic', 'n/a'],
  ['generic', '-'],
  ['generic', 'neueste Fassung'],
  ['generic', 'версия 2'],
  ['generic', `1.${'9'.repeat(120)}`],
]

test('what is no version of a scheme has no key, and comparing it gives null', () => {
  for (const [scheme, text] of refused) {
    assert.equal(versionKey(scheme, text), null, `${scheme} ${text}`)
    if (scheme !== 'conan') assert.equal(compareVersions(scheme, text, '1.0'), null)
  }
  for (const scheme of versionSchemes) assert.equal(versionKey(scheme, ''), null)
})

test('a version of 256 characters has a key, one of 257 has none', () => {
  const longest = `1${'.1'.repeat(127)}1`
  assert.equal(longest.length, maxVersionLength)
  assert.ok(versionKey('generic', longest))
  assert.equal(versionKey('generic', `${longest}1`), null)
})

test('the successor of a key is the very next one', () => {
  const key = versionKey('generic', '2.3.1') ?? assert.fail('no key')
  assert.equal(compareKeys(key, successor(key)), -1)
  assert.deepEqual([...successor(key)], [...key, 0])
})

test('a branch holds its versions and not the next branch', () => {
  const cases: readonly (readonly [VersionScheme, string, readonly string[], readonly string[]])[] = [
    ['generic', '14.1', ['14.1', '14.1.7', '14.1 SP2', '14.1.0.3'], ['14.0.9', '14.2', '14.10']],
    ['generic', '2.0', ['2.0', '2.0.9', '2.0.0.1'], ['2.1', '1.9', '2.0-rc1']],
    ['semver', '1.2', ['1.2.0', '1.2.9', '1.2.0-rc.1'], ['1.3.0-0', '1.1.9']],
    ['pep440', '1.0', ['1.0', '1.0.dev1', '1.0.7'], ['1.1.dev1', '1.1', '0.9']],
  ]
  for (const [scheme, branch, inside, outside] of cases) {
    const span = branchSpan(scheme, branch) ?? assert.fail(branch)
    const holds = (text: string) => {
      const key = versionKey(scheme, text) ?? assert.fail(text)
      return compareKeys(span.low, key) <= 0 && compareKeys(key, span.high) < 0
    }
    for (const text of inside) assert.ok(holds(text), `${text} in ${branch}`)
    for (const text of outside) assert.ok(!holds(text), `${text} not in ${branch}`)
  }
  assert.equal(branchSpan('deb', '1.0'), null)
})

test('any text gives null or a key below 1,000 bytes that does not start with 0xFF', () => {
  const alphabet = [...'0123456789.-_ :~^+vVrRsSpPaAbBxX/()!*é≤\u0000']
  const text = fc
    .array(fc.constantFrom(...alphabet), { maxLength: 260 })
    .map((characters) => characters.join(''))
  fc.assert(
    fc.property(
      fc.constantFrom(...versionSchemes),
      fc.oneof(text, fc.string({ maxLength: 300 })),
      (scheme, version) => {
        const key = versionKey(scheme, version)
        if (key) assert.ok(key.length > 0 && key.length < 1_000 && key[0] !== 0xff)
      },
    ),
    { numRuns: 5_000 },
  )
})

test('a product line behind a device version takes no part in the order, a revision of letters does', () => {
  const cases: readonly (readonly [string, string, -1 | 0 | 1])[] = [
    ['22.2R3-EVO', '22.2R3-S1-EVO', -1],
    ['22.2R3-S2-EVO', '22.2R3-S1-EVO', 1],
    ['22.2R3-EVO', '22.2R4', -1],
    ['2.6-AB', '2.6-AC', -1],
    ['2.6-RC', '2.6', -1],
  ]
  for (const [a, b, expected] of cases)
    assert.equal(compareVersions('generic', a, b), expected, `${a} and ${b}`)
  assert.notEqual(compareVersions('generic', '22.2R3-EVO', '22.2R3'), 0)
})
