// Tests that the rules on queries and transfers hold for audit messages (ATNA) as they do for logs of DICOM servers.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectorOf } from '../engine/detector.ts'
import { imagingMessage } from '../parsers/audit-samples.ts'
import { readWhole } from '../parsers/reading.ts'
import { readHealthRules } from './rules.ts'

const { rules } = readHealthRules(
  new Map([
    ['known_ae', ['CT_1', 'WS_1']],
    ['allowed_destinations', ['ARCHIVE']],
  ]),
)
const start = Date.UTC(2026, 2, 2, 10)
const dayMs = 86_400_000
const archive = { user: '3411', other: 'AETITLES=PACS', requestor: false, address: '192.0.2.9' }

function query(title: string, at: number): string {
  const station = {
    user: '7',
    other: `AETITLES=${title}`,
    requestor: true,
    role: '110153',
    address: '192.0.2.1',
  }
  return imagingMessage('110112', [station, { ...archive, role: '110152' }], new Date(at).toISOString())
}

/** The station asks, and says of itself in the type of its id that it is a title. */
function move(title: string, destination: string, at: number): string {
  return imagingMessage(
    '110102',
    [
      { ...archive, role: '110153' },
      {
        user: '9',
        other: `AETITLES=${destination}`,
        requestor: false,
        role: '110152',
        address: '192.0.2.77',
      },
      { user: '7', other: `AETITLES=${title}`, requestor: true, role: '110150', address: '192.0.2.1' },
    ],
    new Date(at).toISOString(),
  )
}

async function titlesFound(messages: readonly string[]): Promise<readonly string[]> {
  const { events, broken } = await readWhole(`<AuditMessages>${messages.join('\n')}</AuditMessages>`)
  assert.deepEqual([events.length, broken], [messages.length, []])
  const detector = detectorOf(rules)
  const found = [...events.flatMap((event) => detector.see(event)), ...detector.finish(true)]
  return [...new Set(found.map(({ title }) => title))].sort()
}

test('an unknown station that searches from end to end is found in the audit trail', async () => {
  const sweep = Array.from({ length: 45 }, (_, number) => query('TOOL', start + number * 5_000))
  assert.deepEqual(await titlesFound(sweep), [
    'Unknown station searches the picture archive',
    'Unknown station searches the picture archive from end to end',
  ])
  assert.deepEqual(await titlesFound(sweep.slice(0, 20)), ['Unknown station searches the picture archive'])
  const known = Array.from({ length: 45 }, (_, number) => query('WS_1', start + number * 5_000))
  assert.deepEqual(await titlesFound(known), [])
})

test('pictures to an unknown destination, and to one that is new after a search', async () => {
  const usual = Array.from({ length: 20 }, (_, day) => move('WS_1', 'ARCHIVE', start - (day + 1) * dayMs))
  const search = query('WS_1', start)
  assert.deepEqual(await titlesFound([...usual, search, move('WS_1', 'ARCHIVE', start + 60_000)]), [])
  assert.deepEqual(await titlesFound([...usual, search, move('WS_1', 'LAPTOP', start + 60_000)]), [
    'Pictures sent to an unknown destination',
    'Search, then pictures to a destination that is new',
  ])
})
