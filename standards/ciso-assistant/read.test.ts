// Tests of reading library files: what is kept, what is refused and where, the published libraries, and hostile YAML.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { extract } from 'tar-stream'
import { localPart, readCisoLibrary, readCisoValue } from './index.ts'

const head = `urn: urn:lakeland:risk:library:rules
name: Rules
version: 3
objects:
`
const framework = `  framework:
    urn: urn:lakeland:risk:framework:rules
    name: Rules
    requirement_nodes:
    - urn: urn:lakeland:risk:req_node:rules:a
      assessable: false
      depth: 1
      name: 2026
    - urn: urn:lakeland:risk:req_node:rules:a.1
      assessable: true
      depth: 2
      parent_urn: urn:lakeland:risk:req_node:rules:a
      ref_id: 21.1
      description: "Restore [one system] and {another}"
      translations:
        de:
          name: Wiederherstellen
`
const read = (text: string) => readCisoLibrary(Buffer.from(text))
const refused = (text: string) => {
  const reading = read(text)
  return reading.outcome === 'refused' ? reading.faults.map(({ code, place }) => `${code} ${place}`) : 'read'
}

test('a framework is read with refs, parents and translations; numbers that stand for texts are texts', () => {
  const reading = read(head + framework)
  assert.equal(reading.outcome, 'read')
  if (reading.outcome !== 'read') return
  assert.equal(reading.value.version, '3')
  const [first, second] = reading.value.framework?.nodes ?? []
  assert.equal(first?.ref, 'A')
  assert.equal(first?.name, '2026')
  assert.equal(second?.ref, '21.1')
  assert.equal(second?.translations.de?.name, 'Wiederherstellen')
  assert.equal(localPart('urn:x:risk:req_node:rules:21.2:b'), '21.2:b')
})

test('mapping sets are read in both frameworks’ own references', () => {
  const set = `  requirement_mapping_sets:
  - source_framework_urn: urn:x:risk:framework:rules
    target_framework_urn: urn:x:risk:framework:csf
    requirement_mappings:
    - source_requirement_urn: urn:x:risk:req_node:rules:a.1
      target_requirement_urn: urn:x:risk:req_node:csf:pr.ds-11
      relationship: RELATION
`
  const reading = read(head + set.replace('RELATION', 'subset'))
  assert.deepEqual(reading.outcome === 'read' && reading.value.mappings, [
    { fromFramework: 'rules', toFramework: 'csf', from: 'a.1', to: 'pr.ds-11', relationship: 'subset' },
  ])
  assert.deepEqual(refused(head + set.replace('RELATION', 'perhaps')), [
    'ciso-assistant/mapping /objects/requirement_mapping_sets/0/requirement_mappings/0',
    'ciso-assistant/nothing /objects',
  ])
})

test('every fault is said at once, with its JSON pointer or its line', () => {
  assert.deepEqual(refused(`objects:\n${framework.replace('rules:a\n', 'rules:z\n')}`), [
    'ciso-assistant/parent /objects/framework/requirement_nodes/1/parent_urn',
    'ciso-assistant/required /urn',
    'ciso-assistant/required /name',
  ])
  assert.deepEqual(refused('just: words'), ['ciso-assistant/not-a-library /objects'])
  assert.deepEqual(refused(`${head}  threats: []`), ['ciso-assistant/nothing /objects'])
  assert.match(String(refused('a: 1\na: 2')), /duplicate-key line 2/)
  assert.match(String(refused('a:\n\t- b')), /line 2/)
})

test('aliases, tags, depth and size are refused, so that ten lines cannot stand for a billion values', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`,
  )
  assert.match(String(refused(`l0: &l0 [x, x]\n${laughs.join('\n')}\nobjects: *l9`)), /ciso-assistant\/yaml/)
  assert.match(String(refused('objects: !!js/function "x"')), /line 1/)
  assert.match(String(refused(`objects: ${'['.repeat(100_000)}`)), /too-deep line 1/)
  assert.match(String(refused(`${' '.repeat(200)}objects: 1`)), /too-deep line 1/)
  assert.match(String(refused(']'.repeat(1_000_000))), /too-many/)
  assert.match(String(refused(`objects: "${'x'.repeat(8 * 1024 * 1024)}"`)), /too-large/)
  assert.equal(readCisoLibrary(Uint8Array.of(0xff, 0xfe, 0x41)).outcome, 'refused')
})

test('many keys and many mistakes take no longer than their number', () => {
  const keys = Array.from({ length: 40_000 }, (_, n) => `key${n}: 1`)
  const started = process.cpuUsage()
  assert.deepEqual(refused(keys.join('\n')), ['ciso-assistant/not-a-library /objects'])
  assert.deepEqual(refused([...keys, 'key7: 2'].join('\n')), ['ciso-assistant/yaml-duplicate-key line 40001'])
  assert.equal(read(']'.repeat(20_000)).outcome, 'refused')
  const { user, system } = process.cpuUsage(started)
  assert.ok(user + system < 20e6, 'the square of 40,000 takes half a minute and more')
})

test('whatever comes in, it is read or refused and never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'a:- \n[]{}&*!|>\'"#%@`') })),
      (text) => {
        assert.ok(['read', 'refused'].includes(read(text).outcome))
      },
    ),
    { numRuns: 300 },
  )
  fc.assert(
    fc.property(fc.anything(), (value) => {
      assert.ok(
        ['read', 'refused'].includes(
          readCisoValue({ urn: 'u', name: 'n', objects: { framework: value } }).outcome,
        ),
      )
    }),
    { numRuns: 200 },
  )
})

const archive = join(
  process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  'frameworks/ciso-assistant-libraries.tar.gz',
)
const skip = existsSync(archive)
  ? false
  : 'ciso-assistant-libraries is not on this machine; set SALUS_TEST_DATA'

test('every published library that is at hand is read whole', { skip }, async () => {
  const entries = extract()
  entries.end(gunzipSync(readFileSync(archive)))
  let nodes = 0
  let mappings = 0
  let files = 0
  for await (const entry of entries) {
    const parts: Buffer[] = []
    // The stream of a tar entry gives buffers only.
    for await (const part of entry) parts.push(part as Buffer)
    if (!entry.header.name.endsWith('.yaml')) continue
    const reading = readCisoLibrary(Buffer.concat(parts))
    assert.equal(reading.outcome, 'read', entry.header.name)
    if (reading.outcome !== 'read') continue
    files += 1
    nodes += reading.value.framework?.nodes.length ?? 0
    mappings += reading.value.mappings.length
  }
  assert.deepEqual([files, nodes, mappings], [20, 5378, 4486])
})
