// Tests of CPE names: binding, unbinding, and the comparison of NISTIR 7696.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attributeRelations, bindings, nameRelations } from './builders.ts'
import {
  type Cpe,
  compareCpe,
  compareCpeAttribute,
  cpeBase,
  cpeMatches,
  maxCpeCharacters,
  parseCpe,
  printCpe,
  printCpeUri,
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

test('a 2.2 URI and a formatted string are two writings of one name', () => {
  for (const [uri, formatted] of bindings) {
    assert.equal(printCpe(parsed(uri)), formatted)
    assert.equal(printCpeUri(parsed(formatted)), uri)
    assert.equal(printCpe(parsed(formatted)), formatted)
  }
  assert.equal(parseCpe('cpe:/a:nord%24med:%21quick:%20x'), null)
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

test('attributes compare as the table says', () => {
  for (const [line, source, target, relation] of attributeRelations) {
    assert.equal(compareCpeAttribute(source, target), relation, `line ${line}: ${source} and ${target}`)
  }
  assert.equal(compareCpeAttribute('?', 'a'), 'superset')
  assert.equal(compareCpeAttribute('??', 'abc'), 'disjoint')
})

test('whole names compare by what all their attributes agree on', () => {
  for (const [source, target, relation] of nameRelations) {
    assert.equal(compareCpe(parsed(source), parsed(target)), relation, `${source} and ${target}`)
  }
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
