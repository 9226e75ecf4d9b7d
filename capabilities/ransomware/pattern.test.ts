// Patterns of file names and endings: what is fixed, what may be anything, and what says nothing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { endingOf } from './galaxy.ts'
import { isOrdinaryEnding } from './ordinary-endings.ts'
import { matchesEnding, matchesName, readPattern } from './pattern.ts'

function fits(pattern: string, name: string, by = matchesName): boolean {
  const read = readPattern(pattern)
  assert.ok(read, `${pattern} should be read`)
  return by(read, name)
}

test('a file name fits itself in any case, and a placeholder fits anything', () => {
  assert.ok(fits('HOW_TO_RECOVER.txt', 'how_to_recover.TXT'))
  assert.ok(!fits('HOW_TO_RECOVER.txt', 'how_to_recover.txt.bak'))
  assert.ok(fits('[rand].README.txt', 'k3Jx.README.txt'))
  assert.ok(fits('_HELP_[A-Z0-9]{4-8}_.hta', '_HELP_9KQ2_.hta'))
  assert.ok(fits('<random>-notice.txt', 'abc-notice.txt'))
  assert.ok(fits('*.How_To_Get_Back.txt', 'file.How_To_Get_Back.txt'))
  assert.ok(!fits('[rand].README.txt', 'README.doc'))
})

test('an ending fits a whole name, the ending alone, and the ending without its dot', () => {
  for (const typed of ['report.docx.northlock', '.northlock', 'northlock'])
    assert.ok(fits('.northlock', typed, matchesEnding), typed)
  assert.ok(fits('northlock', 'a.northlock', matchesEnding))
  assert.ok(!fits('.northlock', 'report.docx', matchesEnding))
  assert.ok(
    fits('.id-[ID].[somebody@mail.test].lock7', 'a.txt.id-77AB.[somebody@mail.test].lock7', matchesEnding),
  )
  assert.ok(
    !fits('.id-[ID].[somebody@mail.test].lock7', 'a.txt.id-77AB.[other@mail.test].lock7', matchesEnding),
  )
})

test('what says nothing is no pattern', () => {
  for (const text of ['[rand]', '*', '', 'random', '.[random]', '.x', 'a'.repeat(200)])
    assert.equal(readPattern(text), null, text)
  for (const text of ['RANDOM 3 LETTERS ARE ADDED', 'AES-256', '']) assert.deepEqual(endingOf(text), [])
  assert.deepEqual(endingOf('.CRYPTOSHIELD (The name is changed first)'), ['.CRYPTOSHIELD'])
})

test('endings of everyday files are known', () => {
  for (const typed of ['docx', '.PDF', 'scan.dcm']) assert.ok(isOrdinaryEnding(typed), typed)
  for (const typed of ['akira', 'scan.dcm.lock7', '']) assert.ok(!isOrdinaryEnding(typed), typed)
})

test('a name made from a pattern fits it, and hostile patterns take no longer for it', () => {
  const piece = fc.stringMatching(/^[a-z0-9_.]{2,8}$/)
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.stringMatching(/^[a-z0-9]{0,6}$/),
      (pieces, filler) => {
        const pattern = readPattern(pieces.join('[x]'))
        fc.pre(pattern !== null)
        assert.ok(matchesName(pattern, pieces.join(filler)))
      },
    ),
    { numRuns: 300 },
  )
  const pattern = readPattern('*a'.repeat(50))
  const startedAt = processorMs()
  if (pattern) for (let run = 0; run < 1000; run++) matchesName(pattern, `${'a'.repeat(299)}b`)
  assert.ok(processorMs() - startedAt < 20_000)
})
