// Tests of regular expressions: the same answers as JavaScript's own, and one pass over any text.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Automaton, automatonOf, beginCosts, work } from './automaton.ts'
import { requiredLiterals } from './literals.ts'
import { parseRegex } from './parse.ts'

const plain = { ignoreCase: false, multiLine: false, dotAll: false }
const found = (source: string, text: string, flags = plain) =>
  automatonOf(parseRegex(source, flags)).found(text)

const cases: readonly (readonly [string, string, boolean])[] = [
  ['^C:\\\\Users\\\\[^\\\\]+$', 'C:\\Users\\x', true],
  ['^C:\\\\Users\\\\[^\\\\]+$', 'C:\\Users\\x\\y', false],
  ['(.){200,}', 'x'.repeat(200), true],
  ['(.){200,}', 'x'.repeat(199), false],
  ['\\bnet\\b', 'a net b', true],
  ['\\bnet\\b', 'subnet', false],
  ['a$', 'a\n', true],
  ['a\\z', 'a\n', false],
  ['a.b', 'a\nb', false],
  ['(?s)a.b', 'a\nb', true],
  ['(?i)PowerShell', 'POWERSHELL', true],
  ['x(?i:y)z', 'xYz', true],
  ['x(?i:y)z', 'XYz', false],
  ['(?m)^b', 'a\nb', true],
  ['^b', 'a\nb', false],
  ['[[:xdigit:]]{4}', 'zzBEEFzz', true],
  ['a{,3}', 'a{,3}', true],
  ['[]a]', ']', true],
  ['[a-\\d]', '-', true],
  ['\\x41\\u0042', 'AB', true],
  ['()|a', '', true],
  ['(a*)*b', 'aaaaab', true],
]
for (const [source, text, expected] of cases)
  test(`/${source}/ ${expected ? 'is' : 'is not'} found in ${JSON.stringify(text.slice(0, 20))}`, () =>
    assert.equal(found(source, text), expected))

const atom = fc.constantFrom(
  'a',
  'b',
  'A',
  '.',
  '\\d',
  '\\w',
  '[ab]',
  '[^a]',
  '\\s',
  '^',
  '$',
  '\\b',
  'é',
  '1',
)
const pattern: fc.Arbitrary<string> = fc.letrec<{ node: string; piece: string }>((tie) => ({
  node: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  piece: fc.oneof(
    { depthSize: 'small' },
    atom,
    fc
      .tuple(tie('node'), tie('node'), fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}'))
      .map(([one, two, count]) => `(?:${one}|${two})${count}`),
  ),
})).node
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', ' ', '\n', 'é', '_'), maxLength: 12 })

test('any expression gives the answer of JavaScript, and its literals are in every text it matches', () => {
  fc.assert(
    fc.property(pattern, words, fc.boolean(), fc.boolean(), (source, text, ignoreCase, multiLine) => {
      // "$" before a last newline is Perl's, not JavaScript's.
      const own = source.replaceAll('$', multiLine ? '$' : '(?=\\n?(?![^]))')
      const expected = new RegExp(own, `${ignoreCase ? 'i' : ''}${multiLine ? 'm' : ''}`).test(text)
      const node = parseRegex(source, { ignoreCase, multiLine, dotAll: false })
      assert.equal(automatonOf(node).found(text), expected, `${source} in ${JSON.stringify(text)}`)
      const literals = requiredLiterals(node)
      if (expected && literals) assert.ok(literals.some((literal) => text.toLowerCase().includes(literal)))
    }),
    { numRuns: 1_000 },
  )
})

for (const [source, text] of [
  ['(a+)+$', `${'a'.repeat(50_000)}b`],
  ['(a|a)*b', 'a'.repeat(50_000)],
  ['(.*)(.*)(.*)(.*)(.*)x', 'a'.repeat(50_000)],
  ['\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*\\+.*-', '+'.repeat(50_000)],
  ['(x+x+)+y', 'x'.repeat(50_000)],
] as const)
  test(`/${source}/, which makes others back-track for ever, works in proportion to the text`, () => {
    const before = work.steps
    assert.equal(found(source, text), false)
    assert.ok(work.steps - before < text.length * 40, `${work.steps - before} steps`)
  })

test('an expression with more states than are kept is still answered in bounded steps', () => {
  const text = 'ab'.repeat(20_000)
  const before = work.steps
  assert.equal(found('a.{300}c', text), false)
  assert.equal(found('(a|b)*a(a|b){12}c', text), false)
  assert.equal(found('a.{300}c', `${text}xc`), true)
  assert.ok(work.steps - before < text.length * 3_000)
})

test('what texts cost does not depend on those before the costs began, also where states find no room', () => {
  // Thousands of states, and more classes of units than are kept.
  const wide = Array.from({ length: 70 }, (_, at) => `${String.fromCharCode(0x400 + 2 * at)}x`).join('|')
  let state = 1
  const letter = () => {
    state = (state * 48_271) % 2_147_483_647
    return state % 5 < 2 ? 'a' : 'b'
  }
  const texts = Array.from({ length: 1_200 }, () => Array.from({ length: 60 }, letter).join(''))
  const costs = (automaton: Automaton, given: readonly string[]) => {
    beginCosts()
    return given.map((text) => {
      const before = work.steps
      automaton.found(text)
      return work.steps - before
    })
  }
  for (const source of ['(a|b)*a(a|b){12}c', 'a.{20}[cd]', `(a|b|${wide})*a(a|b){11}c`, 'a+b+c']) {
    const fresh = () => automatonOf(parseRegex(source, plain))
    const expected = costs(fresh(), texts)
    const used = fresh()
    for (const earlier of [texts.slice(0, 40), texts.toReversed(), ['c'.repeat(50)], texts.slice(600)]) {
      costs(used, earlier)
      assert.deepEqual(costs(used, texts), expected, source)
    }
  }
})
