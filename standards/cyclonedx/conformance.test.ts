// The published example SBOMs of CycloneDX; the documents of the specification run in quality/conformance.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, readDataSet } from '../inventory/data-sets.ts'
import { readCycloneDx } from './index.ts'

const archive = 'cyclonedx/cyclonedx.tar.gz'

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
