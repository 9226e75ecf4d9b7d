// Reads every VEX document of the test data: each is read, or refused for a reason that is named here.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readJson } from '../json/index.ts'
import { readAdvisory } from './index.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')

interface Figures {
  documents: number
  read: number
  /** Read, but without one statement on a product. */
  empty: number
  /** Neither a statement nor a fault: something was lost. */
  silent: number
  statements: number
  refused: Record<string, number>
}

const sets: readonly [archive: string, isVex: (path: string, text: string) => boolean, expected: Figures][] =
  [
    [
      'openvex/openvex.tar.gz',
      (path) => path.includes('/testdata/'),
      { documents: 11, read: 11, empty: 0, silent: 0, statements: 1504, refused: {} },
    ],
    [
      'cyclonedx/cyclonedx.tar.gz',
      (path) => path.includes('bom-examples/VEX/') || /\/valid-vulnerability-1\.\d\.json$/.test(path),
      {
        documents: 43,
        read: 29,
        // Everything that they speak of stands in another BOM.
        empty: 6,
        silent: 0,
        statements: 111,
        refused: { 'cyclonedx/no-vulnerabilities': 14 },
      },
    ],
    [
      'csaf-validator-tests/csaf-validator-tests.tar.gz',
      (path, text) => path.includes('/csaf_vex/') && text.includes('csaf_vex'),
      { documents: 26, read: 26, empty: 0, silent: 0, statements: 184, refused: {} },
    ],
  ]

for (const [archive, isVex, expected] of sets) {
  const path = join(dataFolder, archive)
  const skip = existsSync(path) ? false : `${archive} is not there (set SALUS_TEST_DATA)`
  test(`the VEX documents of ${archive} are read, or refused with a reason`, { skip }, async () => {
    const figures: Figures = { documents: 0, read: 0, empty: 0, silent: 0, statements: 0, refused: {} }
    for (const entry of entriesOf(gunzipSync(readFileSync(path))))
      if (entry.path.endsWith('.json') && isVex(entry.path, entry.content.toString('utf8')))
        await addTo(figures, entry.content)
    assert.deepEqual(figures, expected)
  })
}

async function addTo(figures: Figures, content: Buffer): Promise<void> {
  figures.documents += 1
  const json = readJson(content)
  const reading = json.outcome === 'read' ? await readAdvisory(json.value) : null
  const faults = reading?.faults ?? (json.outcome === 'refused' ? json.faults : [])
  if (!reading?.advisory) {
    const code = faults[0]?.code ?? 'no reason'
    figures.refused[code] = (figures.refused[code] ?? 0) + 1
    return
  }
  figures.read += 1
  const { length } = reading.advisory.statements
  figures.statements += length
  if (length === 0) figures.empty += 1
  if (length === 0 && faults.length === 0) figures.silent += 1
}

const blockBytes = 512

/** Names and contents of a tar archive (POSIX.1-1988 ustar): enough for archives that the project packed itself. */
function* entriesOf(archive: Buffer): Generator<{ readonly path: string; readonly content: Buffer }> {
  for (let at = 0; at + blockBytes <= archive.length; ) {
    const header = archive.subarray(at, at + blockBytes)
    const path = fieldOf(header, 345, 155) + fieldOf(header, 0, 100)
    if (path === '') return
    const size = Number.parseInt(fieldOf(header, 124, 12), 8) || 0
    const isFile = fieldOf(header, 156, 1) === '' || fieldOf(header, 156, 1) === '0'
    if (isFile) yield { path, content: archive.subarray(at + blockBytes, at + blockBytes + size) }
    at += blockBytes + Math.ceil(size / blockBytes) * blockBytes
  }
}

function fieldOf(header: Buffer, start: number, length: number): string {
  return (
    header
      .subarray(start, start + length)
      .toString('latin1')
      .split('\0')[0]
      ?.trim() ?? ''
  )
}
