// Tests that extracts let no name out, say what is wrong with them without its words, and stay within limits.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { detectorOf } from '../../engine/detector.ts'
import { isBroken } from '../../event/event.ts'
import { openLog } from '../../parsers/list.ts'
import { healthRules } from '../rules.ts'
import { canaries, contextOf, noon, patientKey } from './builders.ts'
import { enrich } from './enrich.ts'
import { contextLimits } from './limits.ts'
import { readContextFiles, readHealthContext } from './read.ts'

describe('extracts are hostile and hold secrets', () => {
  test('no name, number or address is in the context, an event or a finding', async () => {
    const context = await contextOf()
    const text = `{"resourceType":"AuditEvent","type":{"code":"rest"},"action":"R","recorded":"${noon}Z","agent":[{"altId":"tom","name":"Quillamina","requestor":true}],"source":{"observer":{"identifier":{"value":"record"}}},"entity":[{"what":{"reference":"Patient/777002","display":"Zyxwovsky"},"role":{"code":"1"}},{"what":{"reference":"Patient/777003"},"role":{"code":"1"}}]}\n`
    const { items } = await openLog(
      (async function* () {
        yield Buffer.from(text.repeat(3))
      })(),
      { source: 'record.ndjson', now: 0, patientKey },
    )
    const detector = detectorOf(healthRules(context.placeholders))
    const seen: unknown[] = []
    for await (const item of items) {
      assert.ok(!isBroken(item))
      const enriched = enrich(item, context)
      seen.push(enriched, ...detector.see(enriched))
    }
    const told = detector.finish(true)
    assert.ok(told.length > 0, 'own record without a reason')
    const everything = JSON.stringify([
      seen,
      told,
      detector.save(),
      context,
      context.placeholders,
      [...context.people],
      [...context.turns],
    ])
    for (const canary of canaries) assert.ok(!everything.toLowerCase().includes(canary.toLowerCase()), canary)
  })

  test('faults name file and line, never a word of the line, and cost only their line', async () => {
    const spoilt = await contextOf({
      'staff.csv':
        'user,on_leave,exit_date,shoe\nmia,2026-13-01,,\n,,,\nmia2,,2026-02-31,\nmia3,,,\nmia3,,,\n"Zyxwovsky,,\na"b,,,\n1,2,3,4,5',
      'roster.csv': 'user,from\nmia,2026-03-01',
      'encounters.csv':
        'patient,unit,from,to\n1,W1,2026-03-02,2026-02-27\n1,,2026-03-02,\n,W1,2026-03-02,\n1,W1,never,\n1,W1,2026-03-02,',
      'patients.csv': 'patient,flags\n1,<b>',
      'places.csv': 'network,site\n10.0.0.0/33,x',
      'lists.csv': 'list,value\nKnown AE,x\nknown_ae,',
    })
    assert.deepEqual(
      spoilt.faults.map(({ file, line, because }) => `${file}:${line} ${because.slice(0, 40)}`),
      [
        'staff.csv:1 1 columns are not known and were left ou',
        'staff.csv:2 its on_leave is no span such as 2026-03-',
        'staff.csv:3 it names no user',
        'staff.csv:4 its exit_date is no day',
        'staff.csv:6 its user stands there already, and the f',
        'staff.csv:7 a quote is not closed on its line, or st',
        'staff.csv:8 a quote is not closed on its line, or st',
        'staff.csv:9 it has 5 values where the first line nam',
        'roster.csv:1 the first line names no column to, so th',
        'patients.csv:2 its flags are no plain words',
        'encounters.csv:2 its from and to are no span',
        'encounters.csv:3 it names neither a unit nor a user',
        'encounters.csv:4 it names no patient',
        'encounters.csv:5 its from and to are no span',
        'places.csv:2 its network is neither an address nor a ',
        'lists.csv:2 its list is no plain word',
        'lists.csv:3 its value is empty or too long',
      ],
    )
    assert.equal(spoilt.people.size, 1)
    assert.equal(spoilt.reasons.size(), 1)
    assert.doesNotMatch(JSON.stringify(spoilt.faults), /Zyxwovsky/)
    assert.ok(spoilt.missing.includes('orders.csv'))
  })

  test('without the key extracts with names are refused line by line', async () => {
    const none = await readContextFiles(
      new Map([
        [
          'patients.csv',
          (async function* () {
            yield Buffer.from('patient,flags\n1,vip\n2,vip')
          })(),
        ],
      ]),
    )
    assert.equal(none.faultCount, 2)
    assert.match(none.faults[0]?.because ?? '', /there is no key to hash with/)
  })

  test('an extract that may not be read is told and costs only itself', async (t) => {
    if (process.getuid === undefined || process.seteuid === undefined)
      return t.skip('there are no such rights here')
    const folder = await mkdtemp(join(tmpdir(), 'extracts-'))
    const users = Array.from({ length: 20_000 }, (_, at) => `u${at}`)
    await writeFile(join(folder, 'staff.csv'), `user\n${users.join('\n')}`)
    await writeFile(join(folder, 'care-teams.csv'), 'patient_key,user,from\n', { mode: 0o000 })
    await chmod(folder, 0o755)
    const own = process.getuid()
    if (own === 0) process.seteuid(65_534)
    try {
      const { faults, people } = await readHealthContext(folder)
      assert.equal(people.size, users.length)
      const because = 'it could not be read to its end: EACCES'
      assert.deepEqual(faults, [{ file: 'care-teams.csv', line: 0, because }])
    } finally {
      if (own === 0) process.seteuid(0)
      await rm(folder, { recursive: true })
    }
  })

  test('hostile files cost bounded work, and faults beyond the bound are counted', async () => {
    const lines = `patient,flags\n${'"\n'.repeat(20_000)}`
    const before = process.cpuUsage()
    const spoilt = await contextOf({
      'patients.csv': lines,
      'staff.csv': `user\n${'a'.repeat(900_000)}`,
      'lists.csv': Buffer.alloc(300_000, 0x2c),
      'places.csv': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x22, 0x00]),
    })
    const used = process.cpuUsage(before)
    assert.equal(spoilt.faults.length, contextLimits.maxFaults)
    assert.ok(spoilt.faultCount > 20_000)
    assert.ok(used.user + used.system < 5_000_000, `${used.user} µs`)
  })
})
