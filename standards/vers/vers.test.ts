// Version range specifiers: strict and lenient reading, printing, containment, and the native notations.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareVersions } from '../versions/index.ts'
import {
  fromGitlab,
  fromNative,
  maxConstraints,
  normaliseVers,
  parseVers,
  printVers,
  simplifyVers,
  type Vers,
  versContains,
  versTypes,
} from './index.ts'

function read(text: string): Vers {
  const reading = parseVers(text)
  assert.equal(reading.outcome, 'read', text)
  return reading.outcome === 'read' ? reading.value : assert.fail(text)
}

function codes(text: string): readonly string[] {
  const reading = parseVers(text)
  return reading.outcome === 'read' ? [] : reading.faults.map(({ code }) => code)
}

function native(type: string, text: string): string {
  const reading = fromNative(type, text)
  return reading.outcome === 'read' ? printVers(reading.vers) : 'unread'
}

test('what is canonical is read and printed as it was', () => {
  for (const text of [
    'vers:npm/1.2.3|>=2.0.0|<5.0.0',
    'vers:gem/>=2.2.0|!=2.2.1|<2.3.0',
    'vers:maven/>=1.0.0-beta1|<=1.7.5|>=7.0.0-M1|<=7.0.7',
    'vers:deb/>=1:1.0-1|<1:2.0-1',
    'vers:all/*',
    'vers:none/*',
    'vers:datetime/>=2024-01-01T00:00:00Z',
    'vers:lexicographic/a%25b|a%7Cb',
  ]) {
    assert.equal(printVers(read(text)), text)
  }
})

test('each fault is named, all of them at once', () => {
  assert.deepEqual(codes('npm/1.0.0'), ['vers/scheme'])
  assert.deepEqual(codes('vers:cpan/1.0'), ['vers/type'])
  assert.deepEqual(codes('vers:NPM/1.0.0'), ['vers/type'])
  assert.deepEqual(codes('vers:npm/'), ['vers/constraint'])
  assert.deepEqual(codes('vers:npm/>=1.0.0| <2.0.0').includes('vers/space'), true)
  assert.deepEqual(codes('vers:npm/>=2.0.0|<1.0.0'), ['vers/order'])
  assert.deepEqual(codes('vers:npm/1.0.0|>=1.0.0'), ['vers/duplicate'])
  assert.deepEqual(codes('vers:npm/>=1.0.0|>=2.0.0'), ['vers/comparators'])
  assert.deepEqual(codes('vers:npm/1.0.0|<2.0.0'), ['vers/comparators'])
  assert.deepEqual(codes('vers:npm/=1.0.0'), ['vers/encoding'])
  assert.deepEqual(codes('vers:npm/a|b'), ['vers/version', 'vers/version'])
  assert.deepEqual(codes('vers:npm/%ZZ|*'), ['vers/constraint', 'vers/constraint'])
  assert.deepEqual(codes('vers:all/1.0'), ['vers/constraint'])
  assert.deepEqual(codes(`vers:npm/${'1.0.0|'.repeat(maxConstraints)}1.0.0`), ['vers/length'])
})

test('a version that cannot be compared is neither inside nor outside', () => {
  assert.equal(versContains(read('vers:npm/<2.0.0'), 'latest'), null)
  assert.equal(versContains({ type: 'cpan', constraints: '*' }, '1.0'), null)
  assert.equal(versContains(read('vers:npm/<2.0.0'), '1.0.0'), true)
  assert.equal(versContains(read('vers:rpm/1.0'), '1.0-4.el9'), true)
  assert.equal(versContains(read('vers:conan/>=1.1.1d|<1.1.1k'), '1.1.1f'), true)
  assert.equal(versContains(read('vers:none/*'), '1.0'), false)
  assert.equal(versContains(read('vers:all/*'), 'anything'), true)
})

test('a specifier holds exactly the versions of its stretches, and simplifying changes none', () => {
  const number = fc.nat(8)
  const version = fc.tuple(number, number).map(([a, b]) => `${a}.${b}.0`)
  const ranges = fc.array(fc.tuple(version, version), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(ranges, version, (pairs, tested) => {
      const before = (a: string, b: string) => compareVersions('semver', a, b) === -1
      const stretches = pairs.filter(([low, high]) => before(low, high))
      if (stretches.length === 0) return
      const text = stretches.map(([low, high]) => `>=${low} <${high}`).join(' || ')
      const reading = fromNative('npm', text)
      if (reading.outcome === 'unread') assert.fail(reading.reason)
      const wanted = stretches.some(([low, high]) => !before(tested, low) && before(tested, high))
      const simple = simplifyVers(reading.vers)
      assert.equal(versContains(simple, tested), wanted, `${tested} in ${printVers(simple)} of ${text}`)
      assert.equal(parseVers(printVers(simple)).outcome, 'read', printVers(simple))
    }),
    { numRuns: 20_000 },
  )
})

test('any signposts mean the same after simplifying, and are then canonical', () => {
  const constraint = fc.tuple(fc.constantFrom('', '!=', '<', '<=', '>', '>='), fc.nat(5))
  fc.assert(
    fc.property(fc.array(constraint, { minLength: 1, maxLength: 6 }), (constraints) => {
      const written = new Set(constraints.map(([sign, number]) => `${sign}${number}.0.0`))
      const reading = normaliseVers(`vers:npm/${[...written].join('|')}`)
      if (reading.outcome === 'refused') assert.fail(reading.faults[0].detail)
      const simple = simplifyVers(reading.value)
      assert.equal(parseVers(printVers(simple)).outcome, 'read', printVers(simple))
      for (let half = 0; half < 12; half++) {
        const tested = `${Math.floor(half / 2)}.${half % 2}.0`
        const wanted = versContains(reading.value, tested)
        assert.equal(
          versContains(simple, tested),
          wanted,
          `${tested} in ${printVers(simple)} of ${printVers(reading.value)}`,
        )
      }
    }),
    { numRuns: 5_000 },
  )
})

test('native ranges become specifiers', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['npm', '~1.2', 'vers:npm/>=1.2.0|<1.3.0'],
    ['npm', '^0.0.3', 'vers:npm/>=0.0.3|<0.0.4'],
    ['npm', '1.2 - 2', 'vers:npm/>=1.2.0|<3.0.0'],
    ['npm', '<=1.x', 'vers:npm/<2.0.0'],
    ['pypi', '~=1.4.2', 'vers:pypi/>=1.4.2|<1.5.dev0'],
    ['pypi', '==1.2.*, !=1.2.3', 'vers:pypi/>=1.2.dev0|!=1.2.3|<1.3.dev0'],
    ['gem', '~> 2.2, != 2.2.1', 'vers:gem/>=2.2|!=2.2.1|<3'],
    ['maven', '(,1.0],[1.2,)', 'vers:maven/<=1.0|>=1.2'],
    ['maven', '[1,2),[3,4)', 'vers:maven/>=1|<2|>=3|<4'],
    ['maven', '[1,3),[2,4]', 'vers:maven/>=1|>=2|<3|<=4'],
    ['maven', '(,)', 'vers:maven/*'],
    ['maven', '[1,2', 'unread'],
    ['composer', '>=1,<2|>=1.5,<1.6', 'vers:composer/>=1|>=1.5|<1.6|<2'],
    ['maven', '[1.5]', 'vers:maven/1.5'],
    ['nuget', '1.0', 'vers:nuget/>=1.0'],
    ['nuget', '(1.0,2.0]', 'vers:nuget/>1.0|<=2.0'],
    ['composer', '^1.2.3 || ~2.1', 'vers:composer/>=1.2.3|<2-dev|>=2.1|<3-dev'],
    ['composer', '1.0.*', 'vers:composer/>=1.0-dev|<1.1-dev'],
    ['golang', '>=v1.2.0, <v1.3.0', 'vers:golang/>=1.2.0|<1.3.0'],
    ['conan', '[>1 <2.0]', 'unread'],
    ['npm', '>=1 >=2 <3', 'vers:npm/>=2.0.0|<3.0.0'],
    ['npm', '<1.0.0 >2.0.0', 'vers:npm/<1.0.0|>2.0.0'],
    ['pypi', '>=1,!=1.5 || >=2', 'vers:pypi/>=1|!=1.5|>=2'],
    ['pypi', '>=1,!=2.5 || >=2', 'vers:pypi/>=1'],
    ['npm', '>=banana', 'unread'],
    ['npm', '>=', 'unread'],
    ['cpan', '>=1', 'unread'],
    ['__proto__', '>=1', 'unread'],
  ]
  for (const [type, text, wanted] of cases) assert.equal(native(type, text), wanted, text)
  const gitlab = fromGitlab('gem', '<3.4.1||>=4.3.0 <4.3.1')
  assert.equal(gitlab.outcome === 'read' && printVers(gitlab.vers), 'vers:gem/<3.4.1|>=4.3.0|<4.3.1')
})

test('any text is read or refused, and what is read prints to something that reads the same', () => {
  const piece = fc.constantFrom(
    'vers:',
    'npm',
    'deb',
    '/',
    '|',
    '>=',
    '<',
    '!=',
    '1.0.0',
    '2',
    '*',
    '%',
    '%41',
    ' ',
    'é',
    '[',
    ',',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom(...versTypes), (pieces, type) => {
      const text = pieces.join('')
      for (const one of [text, `vers:${type}/${text}`]) {
        const reading = normaliseVers(one)
        if (reading.outcome === 'refused') continue
        const printed = printVers(reading.value)
        const again = normaliseVers(printed)
        assert.equal(again.outcome === 'read' && printVers(again.value), printed, one)
      }
      fromNative(type, text)
    }),
    { numRuns: 5_000 },
  )
})
