// Tests of what a command runs with: one patient key for extracts and logs, and files that are none.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { files as extracts, noon } from '../health/context/builders.ts'
import { runSensor } from './commands.ts'

describe('what a command runs with', () => {
  let folder = ''
  const at = (...names: readonly string[]) => join(folder, ...names)
  const run = async (...words: readonly string[]) => {
    const [written, noted]: [string[], string[]] = [[], []]
    const output = {
      write: async (line: string) => void written.push(line),
      note: (line: string) => void noted.push(line),
    }
    const status = await runSensor(words, output, () => new AbortController().signal)
    return { status, lines: written, notes: noted.join('\n') }
  }
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-settings-'))
    for (const name of ['extracts', 'logs']) mkdirSync(at(name))
    for (const [name, content] of Object.entries(extracts)) writeFileSync(at('extracts', name), content)
    // Tom opens his own record, and that of a patient whose care team he is on.
    const access = (patient: string) =>
      `{"resourceType":"AuditEvent","type":{"code":"rest"},"action":"R","recorded":"${noon}Z","agent":[{"altId":"tom","requestor":true}],"source":{"observer":{"identifier":{"value":"record"}}},"entity":[{"what":{"reference":"Patient/${patient}"},"role":{"code":"1"}}]}\n`
    writeFileSync(at('logs', 'a.ndjson'), access('777002') + access('777003'))
    writeFileSync(at('logs', 'b.ndjson'), access('777003') + access('777002'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('extracts and logs hash a patient with the same key, also where none is kept', async () => {
    const { lines } = await run('scan', at('logs'), '--health', '--context', at('extracts'), '--json')
    const own = lines.map((line) => JSON.parse(line)).filter(({ title }) => /own record/i.test(title))
    assert.deepEqual(
      own.map(({ source, record, audience }) => [source, record, audience]),
      [[at('logs', 'a.ndjson'), 1, 'privacy']],
    )
  })

  test('what the hospital knows counts in every thread, under the key of the state folder', async () => {
    const words = ['scan', at('logs'), '--health', '--context', at('extracts'), '--state', at('state')]
    const one = await run(...words, '--json', '--workers', '1')
    const two = await run(...words, '--json', '--workers', '2')
    assert.ok(one.lines.length > 0)
    assert.deepEqual(two.lines, one.lines)
  })

  test('explain sees an event as a scan with the same words does: with the extracts, and with filters', async () => {
    const words = ['explain', 'salus_self_access', `${at('logs', 'a.ndjson')}#1`, '--health']
    const known = await run(...words, '--context', at('extracts'))
    assert.match(known.lines[0] ?? '', /own record holds for record 1/)
    assert.match((await run(...words)).lines[0] ?? '', /own record does not hold for record 1/)
    writeFileSync(
      at('filter.yml'),
      'title: Tom may\nid: 0a\nlogsource: {category: record_access}\nfilter: {rules: [salus_self_access], f: {actor: tom}, condition: not f}\n',
    )
    const filtered = await run(...words, '--context', at('extracts'), '--rules', at('filter.yml'))
    assert.match(filtered.lines[0] ?? '', /own record does not hold for record 1/)
  })

  test('an exception is drafted from an event as a scan with the same words sees it', async () => {
    writeFileSync(
      at('own.yml'),
      'title: Own\nid: own\nlevel: low\nlogsource: {category: record_access}\ndetection: {s: {relation: self}, condition: s}\n',
    )
    const places = ['--rules', at('own.yml'), '--out', at('drafted.yml')]
    const words = ['own', `${at('logs', 'a.ndjson')}#1`, ...places, '--language', 'en']
    assert.match((await run('filter', ...words)).notes, /does not hold/)
    const { status, lines, notes } = await run('filter', ...words, '--context', at('extracts'))
    assert.equal(status, 0, notes)
    assert.match(lines.join('\n'), /app: record/)
  })

  for (const option of ['--config', '--placeholders'])
    test(`${option} is a file, and not a device that never ends`, async () => {
      const { status, notes } = await run('scan', at('logs'), '--health', option, '/dev/zero')
      assert.equal(status, 1)
      assert.match(notes, /\/dev\/zero is no file\. Name the file itself\./)
    })

  test('a configuration that is too large is told, not read', async () => {
    writeFileSync(at('large.yaml'), ' '.repeat(1024 * 1024 + 1))
    const { status, notes } = await run('scan', at('logs'), '--config', at('large.yaml'))
    assert.equal(status, 1)
    assert.match(notes, /large\.yaml is larger than 1048576 bytes/)
  })
})
