// Tests of drafting an exception on the local page: what it shows, for whom, and that nothing is written.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { access, finding, now, options } from '../report/builders.ts'
import type { ToldFinding } from '../report/group.ts'
import { tellerFor } from '../report/report-html.ts'
import { standardPipelines } from '../sigma/pipelines/pipeline.ts'
import { readRules } from '../sigma/read.ts'
import { openState } from '../state/state.ts'
import { windows } from './builders.ts'
import { type Drafting, draftPageFor } from './watch-draft.ts'

const { rules } = readRules(
  [
    "title: Shadow copies deleted\nid: 11111111-1111-4111-8111-111111111111\nlogsource: {product: windows, category: process_creation}\ndetection: {s: {Image|endswith: '\\vssadmin.exe'}, condition: s}\n",
    'title: From abroad\nid: abroad\nlogsource: {product: windows, service: security}\ndetection: {s: {place: abroad}, condition: s}\n',
    'title: Failed logon\nid: failed\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4625}, condition: s}\n',
    'title: Many failed logons\nid: many\ncorrelation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: {gte: 10}}\n',
    'title: Logons everywhere\nid: everywhere\nlevel: high\ncorrelation: {type: value_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: {field: Computer, gte: 5}}\n',
  ].join('---\n'),
  'rules.yml',
)

describe('an exception on the local page', () => {
  let state = ''
  const ids = {
    one: 'a'.repeat(32),
    many: 'b'.repeat(32),
    privacy: 'c'.repeat(32),
    gone: 'd'.repeat(32),
    abroad: 'e'.repeat(32),
    rotated: '1'.repeat(32),
  }
  const { because: _, ...bare } = finding({ ruleId: 'many', title: 'Many failed logons' })
  const time = '2025-03-09T12:00:00.000Z'
  const told = (log: string): Readonly<Record<keyof typeof ids, ToldFinding>> => ({
    one: finding(),
    many: { ...bare, group: { TargetUserName: 'klara<b>' } },
    privacy: access(),
    gone: finding({ ruleId: 'not loaded' }),
    abroad: finding({ ruleId: 'abroad', source: log, record: 1, time }),
    // Of the log that stood there the day before.
    rotated: finding({ source: log, record: 1 }),
  })
  /** What the hospital knows tells the place. */
  const equipment: Drafting['equipment'] = {
    rules,
    pipelines: standardPipelines,
    enrich: (event) => ({ ...event, fields: { ...event.fields, place: 'abroad' } }),
  }
  before(async () => {
    state = await mkdtemp(join(tmpdir(), 'sensor-draft-'))
    const open = await openState(state)
    const toldAt = new Date(now - 60_000).toISOString()
    const log = join(state, 'security.ndjson')
    await writeFile(log, `${windows({ TargetUserName: 'klara' })}\n`)
    const records = Object.entries(told(log)).map(([name, one]) => ({
      id: ids[name as keyof typeof ids],
      toldAt,
      finding: one,
    }))
    await open.append(records, now)
    await open.close()
  })
  after(() => rm(state, { recursive: true }))
  const page = (id: string) =>
    draftPageFor(id.slice(0, 12), { state, equipment, reading: {}, teller: tellerFor(options()), now })

  test('shows the file to save and what it would silence, and writes nothing', async () => {
    const files = await readdir(state, { recursive: true })
    const text = (await page(ids.one)) ?? ''
    assert.match(text, /Exception for: Shadow copies deleted/)
    assert.match(text, /Image: C:\\Windows\\System32\\vssadmin\.exe/)
    assert.match(text, /would have silenced 2 of 2 findings/)
    assert.match(text, /save these lines as filter-[0-9a-f]{8}\.yml/)
    assert.deepEqual(await readdir(state, { recursive: true }), files)
  })

  test('of a correlation it is made of its group, and names the rules that will see less', async () => {
    const text = (await page(ids.many)) ?? ''
    assert.match(text, /TargetUserName: klara&lt;b&gt;/)
    assert.match(text, /will see less too: Logons everywhere/)
    assert.match(text, /rests on one field alone/)
  })

  test('is of the record as the rule saw it, with what the hospital knows', async () => {
    assert.match((await page(ids.abroad)) ?? '', /TargetUserName: klara/)
  })

  test('is of what the finding keeps where another record stands in its place by now', async () => {
    assert.match((await page(ids.rotated)) ?? '', /Image: C:\\Windows\\System32\\vssadmin\.exe/)
  })

  test('without the rule it says what is missing', async () => {
    assert.match((await page(ids.gone)) ?? '', /The rule itself is not at hand/)
  })

  test('there is none for a finding of the privacy officer, nor for one that is not there', async () => {
    assert.equal(await page(ids.privacy), null)
    assert.equal(await page('f'.repeat(12)), null)
  })
})
