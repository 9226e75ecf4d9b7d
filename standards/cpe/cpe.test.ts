// Tests of CPE names: binding, unbinding, and the comparison of NISTIR 7696.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Cpe,
  type CpeAttribute,
  compareCpeAttribute,
  cpeBase,
  cpeMatches,
  maxCpeCharacters,
  parseCpe,
  printCpe,
} from './index.ts'

function parsed(text: string): Cpe {
  const cpe = parseCpe(text)
  assert.notEqual(cpe, null, text)
  if (cpe === null) throw new Error('unreachable after the assertion')
  return cpe
}

test('a formatted string is taken apart and put together again', () => {
  const text = 'cpe:2.3:o:nordmed:pump_200_firmware:4.2.1:sp1:*:de:-:linux:arm64:*'
  const cpe = parsed(text)
  assert.equal(cpe.part, 'o')
  assert.equal(cpe.vendor, 'nordmed')
  assert.equal(cpe.product, 'pump_200_firmware')
  assert.equal(cpe.version, '4.2.1')
  assert.equal(cpe.update, 'sp1')
  assert.equal(cpe.edition, '*')
  assert.equal(cpe.language, 'de')
  assert.equal(cpe.swEdition, '-')
  assert.equal(cpe.targetSw, 'linux')
  assert.equal(cpe.targetHw, 'arm64')
  assert.equal(printCpe(cpe), text)
})

test('escaped colons and signs belong to the value', () => {
  const cpe = parsed('cpe:2.3:a:nord\\:med:cardio\\!net\\\\x:1.0\\+b:*:*:*:*:*:*:*')
  assert.equal(cpe.vendor, 'nord\\:med')
  assert.equal(cpeBase(cpe), 'a:nord:med:cardio!net\\x')
})

test('the base is the same in any letter case and escaping', () => {
  const base = 'a:nordmed:net-view.pro'
  assert.equal(cpeBase(parsed('cpe:2.3:a:NordMed:Net\\-View.Pro:1:*:*:*:*:*:*:*')), base)
  assert.equal(cpeBase(parsed('cpe:2.3:a:nordmed:net-view\\.pro:2:*:*:*:*:*:*:*')), base)
  assert.equal(cpeBase(parsed('cpe:/a:nordmed:net-view.pro')), base)
})

/** URI of 2.2 on the left, the formatted string that it means on the right. */
const bindings: readonly (readonly [uri: string, formatted: string])[] = [
  ['cpe:/a:nordmed:monitor:8.0.6001:beta', 'cpe:2.3:a:nordmed:monitor:8.0.6001:beta:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:monitor:8.%2a:sp%3f', 'cpe:2.3:a:nordmed:monitor:8.\\*:sp\\?:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:monitor:8.%02:sp%01', 'cpe:2.3:a:nordmed:monitor:8.*:sp?:*:*:*:*:*:*'],
  ['cpe:/a:nordmed:view:7.4::~~online~win2003~x64~', 'cpe:2.3:a:nordmed:view:7.4:*:*:*:online:win2003:x64:*'],
  ['cpe:/a:nordmed:view:-', 'cpe:2.3:a:nordmed:view:-:*:*:*:*:*:*:*'],
  ['cpe:/a:nord%24med:%21quick:%20x', ''],
  ['cpe:/a:nord%24med:%21quick', 'cpe:2.3:a:nord\\$med:\\!quick:*:*:*:*:*:*:*:*'],
  ['cpe:/h:nordmed', 'cpe:2.3:h:nordmed:*:*:*:*:*:*:*:*:*'],
  ['cpe:/', 'cpe:2.3:*:*:*:*:*:*:*:*:*:*:*'],
]

test('a 2.2 URI means the formatted string beside it', () => {
  for (const [uri, formatted] of bindings) {
    const cpe = parseCpe(uri)
    assert.equal(cpe === null ? '' : printCpe(cpe), formatted, uri)
  }
})

test('texts that are no CPE name are refused', () => {
  const wrong = [
    '',
    'cpe:2.3:a:nordmed:pump',
    'cpe:2.3:x:nordmed:pump:1:*:*:*:*:*:*:*',
    'cpe:2.3:a:nord med:pump:1:*:*:*:*:*:*:*',
    'cpe:2.3:a:nord*med:pump:1:*:*:*:*:*:*:*',
    'cpe:2.3:a:nordmed::1:*:*:*:*:*:*:*',
    'cpe:2.3:a:nordmed:pump:1:*:*:*:*:*:*:*:*',
    'cpe:2.3:a:nordmed:pump:1:*:*:*:*:*:*:\\',
    'cpe:2.3:a:**:pump:1:*:*:*:*:*:*:*',
    'cpe:/a:b:c:d:e:f:g:h',
    'cpe:/a:b%zz',
    'cpe:/a:b:c:d:e:~x',
    `cpe:2.3:a:${'n'.repeat(maxCpeCharacters)}:p:1:*:*:*:*:*:*:*`,
  ]
  for (const text of wrong) assert.equal(parseCpe(text), null, text)
})

/** NISTIR 7696, table 6-2, line by line: source, target, relation. */
const relations: readonly (readonly [
  line: number,
  source: CpeAttribute,
  target: CpeAttribute,
  relation: string,
])[] = [
  [1, '*', '*', 'equal'],
  [2, '*', '-', 'superset'],
  [3, '*', 'pump', 'superset'],
  [4, '*', 'pump*', 'undefined'],
  [5, '-', '*', 'subset'],
  [6, '-', '-', 'equal'],
  [7, '-', 'pump', 'disjoint'],
  [8, '-', 'pump*', 'undefined'],
  [9, 'pump', 'pump', 'equal'],
  [10, 'pump', 'scanner', 'disjoint'],
  [11, 'pump', 'pump*', 'undefined'],
  [12, 'pump', '-', 'disjoint'],
  [13, 'pump', '*', 'subset'],
  [14, '4.*', '4.2', 'superset'],
  [14, '4.*', '5.2', 'disjoint'],
  [15, '4.*', '*', 'subset'],
  [16, '4.*', '-', 'disjoint'],
  [17, '4.*', '4.2*', 'undefined'],
]

test('attributes compare as the table says', () => {
  for (const [line, source, target, relation] of relations) {
    assert.equal(compareCpeAttribute(source, target), relation, `line ${line}: ${source} and ${target}`)
  }
})

test('wildcards: a star is any text, each question mark one sign or none', () => {
  assert.equal(compareCpeAttribute('8.??', '8.1'), 'superset')
  assert.equal(compareCpeAttribute('8.??', '8.12'), 'superset')
  assert.equal(compareCpeAttribute('8.??', '8.123'), 'disjoint')
  assert.equal(compareCpeAttribute('*net', 'cardionet'), 'superset')
  assert.equal(compareCpeAttribute('?net', 'cardionet'), 'disjoint')
  assert.equal(compareCpeAttribute('*net*', 'a\\!network'), 'superset')
  assert.equal(compareCpeAttribute('what\\?', 'what\\?'), 'equal')
  assert.equal(compareCpeAttribute('what\\?', 'whatx'), 'disjoint')
  assert.equal(compareCpeAttribute('what?', 'what\\!'), 'superset')
  assert.equal(compareCpeAttribute('?', 'a'), 'superset')
  assert.equal(compareCpeAttribute('??', 'abc'), 'disjoint')
})

test('a name matches when each attribute is as wide or wider', () => {
  const all = parsed('cpe:2.3:o:nordmed:pump_firmware:*:*:*:*:*:*:*:*')
  const one = parsed('cpe:2.3:o:nordmed:pump_firmware:4.2:*:*:*:*:*:*:*')
  assert.equal(cpeMatches(all, one), true)
  assert.equal(cpeMatches(one, one), true)
  assert.equal(cpeMatches(one, all), false)
  assert.equal(cpeMatches(parsed('cpe:2.3:o:nordmed:pump_firmware:-:*:*:*:*:*:*:*'), one), false)
})

test('any text gets an answer, and what is parsed prints to what parses the same', () => {
  const soup = fc.array(fc.constantFrom(':', '\\', '*', '?', '-', 'a', '~', '%', '21', '!', 'cpe:/', '.'), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(soup, fc.constantFrom('', 'cpe:/', 'cpe:2.3:a:b:c:'), (signs, start) => {
      const cpe = parseCpe(start + signs.join(''))
      if (cpe !== null) assert.deepEqual(parseCpe(printCpe(cpe)), cpe)
    }),
    { numRuns: 3_000 },
  )
  const value = fc.string({
    unit: fc.constantFrom('a', '1', '.', '\\!', '?', '*'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(fc.property(value, value, (a, b) => typeof compareCpeAttribute(a, b) === 'string'))
})
