// The documents of the CycloneDX specification: each file's name says whether it is valid.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, readDataSet } from '../inventory/data-sets.ts'
import { cycloneDxVersions } from './bom.ts'
import { readCycloneDx } from './index.ts'

const archive = 'cyclonedx/cyclonedx.tar.gz'

test('valid documents are read and invalid ones refused, without exception', {
  skip: absent(archive),
}, async (t) => {
  const counts: Record<string, number> = {}
  const wrong: string[] = []
  for (const { path, bytes } of readDataSet(archive)) {
    const named = /^spec-tests\/(\d\.\d)\/(?:informal-)?(valid|invalid)-.*\.(json|xml)$/.exec(path)
    if (named === null) continue
    const [, version = '', label = '', form = ''] = named
    const supported = (cycloneDxVersions as readonly string[]).includes(version)
    const expected = supported && label === 'valid' ? 'read' : 'refused'
    const { outcome } = await readCycloneDx(bytes)
    if (outcome !== expected) wrong.push(path)
    const kind = `${supported ? '1.2 to 1.7' : '1.0 and 1.1'} ${form} ${label} ${outcome}`
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  t.diagnostic(JSON.stringify(counts))
  assert.deepEqual(wrong, [])
  assert.ok((counts['1.2 to 1.7 json valid read'] ?? 0) > 100)
  assert.ok((counts['1.2 to 1.7 xml valid read'] ?? 0) > 100)
})

test('the published examples are read, but for one in version 1.1', { skip: absent(archive) }, async (t) => {
  const refused: string[] = []
  let components = 0
  let read = 0
  for (const { path, bytes } of readDataSet(archive)) {
    if (!/^bom-examples\/.*\.(?:json|xml)$/.test(path)) continue
    const reading = await readCycloneDx(bytes)
    if (reading.outcome === 'refused') refused.push(path)
    else {
      read += 1
      components += reading.value.items.length
      assert.deepEqual(reading.value.rejected, [], path)
    }
  }
  t.diagnostic(`${read} documents with ${components} components`)
  assert.deepEqual(refused, ['bom-examples/SBOM/laravel-7.12.0/bom.1.1.xml'])
})
