// Tests of matching files against files, as the command line does it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { matchFiles } from './match-files.ts'

const record = JSON.stringify({
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: {
    cveId: 'CVE-2030-1000',
    assignerOrgId: '00000000-0000-4000-8000-000000000000',
    state: 'PUBLISHED',
  },
  containers: {
    cna: {
      providerMetadata: { orgId: '00000000-0000-4000-8000-000000000000' },
      descriptions: [{ lang: 'en', value: 'A flaw in Norvik Ventalo.' }],
      affected: [
        {
          vendor: 'Norvik',
          product: 'Ventalo',
          versions: [{ version: '1.0', lessThan: '2.4.0', status: 'affected', versionType: 'custom' }],
        },
      ],
      references: [{ url: 'https://example.org/1' }],
    },
  },
})

interface Printed {
  readonly asset?: string
  readonly advisory?: string
  readonly answer?: string
  readonly identityGrade?: string
  readonly explanation?: readonly string[]
}

/** Runs in a folder of its own and returns the printed lines. */
async function matchTexts(
  assets: { name: string; text: string },
  advisory: { name: string; bytes: string | Buffer },
) {
  const folder = await mkdtemp(join(tmpdir(), 'matching-'))
  const lines: Printed[] = []
  try {
    await writeFile(join(folder, assets.name), assets.text)
    await writeFile(join(folder, advisory.name), advisory.bytes)
    const options = {
      assets: join(folder, assets.name),
      advisories: [join(folder, advisory.name)],
      json: true as const,
    }
    // Our own output: one JSON object a line.
    await matchFiles(options, (line) => lines.push(JSON.parse(line) as Printed))
  } finally {
    await rm(folder, { recursive: true })
  }
  return lines
}

test('each pair of asset and advisory is one line with answer, grades and explanation', async () => {
  const assets =
    '{"id":"a1","vendor":"Norvik","product":"Ventalo","version":"2.3.1"}\n{"id":"a2","vendor":"Norvik","product":"Ventalo","version":"2.4.0"}\n'
  const lines = await matchTexts(
    { name: 'assets.jsonl', text: assets },
    { name: 'cve.jsonl.gz', bytes: gzipSync(`${record}\n`) },
  )
  assert.deepEqual(
    lines.map(({ asset, advisory, answer }) => [asset, advisory, answer]),
    [
      ['a1', 'CVE-2030-1000', 'affected'],
      ['a2', 'CVE-2030-1000', 'not_affected'],
    ],
  )
  assert.equal(lines[0]?.identityGrade, 'name-similarity')
  assert.ok(lines[0]?.explanation?.some((line) => line.includes('2.3.1')))
})

test('a line that is no JSON is reported with its place, and the others go on', async () => {
  const assets = 'not json\n{"id":"a1","vendor":"Norvik","product":"Ventalo","version":null}\n'
  const lines = await matchTexts({ name: 'assets.jsonl', text: assets }, { name: 'cve.json', bytes: record })
  assert.match(JSON.stringify(lines[0]), /"line 1"/)
  assert.equal(lines[1]?.answer, 'cannot_tell')
})

test('an inventory in a spreadsheet is read by its headings', async () => {
  const text =
    'Inventory number;Manufacturer;Product;Version\nX-1;Norvik;Ventalo;2.3.1\nX-2;Norvik;Ventalo;2.5\n'
  const lines = await matchTexts({ name: 'devices.csv', text }, { name: 'cve.json', bytes: record })
  assert.deepEqual(
    lines.map(({ answer }) => answer),
    ['affected', 'not_affected'],
  )
})

test('an advisory that cannot be read is reported', async () => {
  const assets = '{"id":"a1","vendor":"Norvik","product":"Ventalo","version":"1.5"}'
  const lines = await matchTexts({ name: 'assets.jsonl', text: assets }, { name: 'bad.json', bytes: '{"a":' })
  assert.equal(lines.length, 1)
  assert.match(JSON.stringify(lines[0]), /bad\.json/)
})
