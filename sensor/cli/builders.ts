// For tests of the command line: a folder with rules and logs, and a log's line of Windows.
// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const windows = (fields: object) =>
  JSON.stringify({
    Channel: 'Security',
    EventID: 4625,
    Computer: 'pc-1',
    '@timestamp': '2025-03-09T12:00:00Z',
    ...fields,
  })

/** Four rules, of which one is blind and one broken; a log with three events and a broken line, and a picture. */
export function folderToScan(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sensor-'))
  mkdirSync(join(folder, 'rules'))
  mkdirSync(join(folder, 'logs'))
  writeFileSync(join(folder, 'rules', 'LICENSE'), 'Detection Rule License (DRL) 1.1\n')
  writeFileSync(
    join(folder, 'rules', 'a.yml'),
    [
      'title: Failed logon\nid: failed\nname: failed\nauthor: A. Author\nlevel: low\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: 4625}, condition: s}\n',
      'title: Many\nid: many\nlevel: high\ncorrelation: {type: event_count, rules: [failed], group-by: [TargetUserName], timespan: 5m, condition: {gte: 3}, generate: true}\n',
      'title: Blind\nid: blind\nlogsource: {product: macos}\ndetection: {s: {a: b}, condition: s}\n',
      'title: Broken\nid: broken\nlogsource: {product: macos}\ndetection: {s: {a: b}, condition: other}\n',
    ].join('---\n'),
  )
  writeFileSync(
    join(folder, 'logs', 'events.ndjson'),
    `${[1, 2, 3].map(() => windows({ TargetUserName: 'bob\u001b[31m\u202e' })).join('\n')}\n{"broken": \n`,
  )
  writeFileSync(join(folder, 'logs', 'picture.bin'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]))
  return folder
}
