// Tests of reading OSCAL: what is kept, what is refused and where, the published baselines, and hostile input.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { extract } from 'tar-stream'
import { readOscal, readOscalJson } from './index.ts'

const control = (id: string, more: object = {}) => ({ id, title: `Title of ${id}`, ...more })
const catalog = (groups: readonly object[], more: object = {}) => ({
  catalog: { uuid: 'u-1', metadata: { title: 'Rules', version: '1' }, groups, ...more },
})
const refused = (json: unknown) => {
  const read = readOscalJson(json)
  return read.outcome === 'refused' ? read.faults.map(({ code, place }) => `${code} ${place}`) : 'read'
}

test('groups and controls come in the order of the document, with depth, label and prose', () => {
  const read = readOscalJson(
    catalog([
      {
        id: 'ac',
        title: 'Access',
        controls: [
          control('ac-1', {
            props: [
              { name: 'label', value: 'AC-01', class: 'zero-padded' },
              { name: 'label', value: 'AC-1' },
            ],
            params: [{ id: 'p1', label: 'roles' }],
            parts: [
              {
                name: 'statement',
                prose: 'Tell {{ insert: param, p1 }} and {{ insert: param, p2 }}:',
                parts: [{ name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'how' }],
              },
              { name: 'guidance', prose: 'not kept' },
            ],
            controls: [control('ac-1.1')],
          }),
        ],
      },
    ]),
  )
  assert.equal(read.outcome, 'read')
  assert.deepEqual(read.outcome === 'read' && read.value.controls, [
    { id: 'ac', label: 'ac', title: 'Access', text: null, depth: 1, isControl: false },
    {
      id: 'ac-1',
      label: 'AC-1',
      title: 'Title of ac-1',
      text: 'Tell [roles] and [p2]:\na. how',
      depth: 2,
      isControl: true,
    },
    { id: 'ac-1.1', label: 'ac-1.1', title: 'Title of ac-1.1', text: null, depth: 3, isControl: true },
  ])
})

test('a withdrawn control is left out with a warning, one that is there twice refuses the document', () => {
  const gone = control('ac-2', { props: [{ name: 'status', value: 'withdrawn' }] })
  const read = readOscalJson(catalog([{ title: 'A', controls: [control('ac-1'), gone] }]))
  assert.deepEqual(read.outcome === 'read' && read.warnings.map(({ code, place }) => [code, place]), [
    ['oscal/withdrawn', '/catalog/groups/0/controls/1'],
  ])
  assert.deepEqual(refused(catalog([{ title: 'A', controls: [control('a'), control('a')] }])), [
    'oscal/twice /catalog',
  ])
})

test('every fault is said at once, with its JSON pointer', () => {
  assert.deepEqual(
    refused({ catalog: { metadata: { title: 7 }, groups: [{ controls: [{ title: 'x' }, 'y'] }] } }),
    [
      'oscal/type /catalog/groups/0/controls/1',
      'oscal/required /catalog/groups/0/controls/0/id',
      'oscal/empty /catalog',
      'oscal/type /catalog/metadata/title',
      'oscal/required /catalog/uuid',
      'oscal/required /catalog/metadata/title',
      'oscal/required /catalog/metadata/version',
    ],
  )
  assert.deepEqual(refused({ profile: null }), ['oscal/not-oscal '])
  assert.deepEqual(refused([]), ['oscal/not-oscal ', 'oscal/type '])
})

test('nesting and numbers have limits', () => {
  const deep = (levels: number): object =>
    levels === 0 ? control('c') : { title: 'g', groups: [deep(levels - 1)] }
  assert.match(String(refused(catalog([deep(13)]))), /oscal\/too-deep/)
  const many = Array.from({ length: 5001 }, (_, n) => control(`c-${n}`))
  assert.match(String(refused(catalog([{ title: 'g', controls: many }]))), /oscal\/too-many/)
})

test('a name within a name within the prose does not stand for gigabytes, and groups count too', () => {
  const insertion = '{{insert:param,p}}'
  const bomb = control('a-1', {
    params: [{ id: 'p', label: insertion.repeat(10_000) }],
    parts: [{ name: 'statement', prose: insertion.repeat(444) }],
  })
  const read = readOscalJson(catalog([{ title: 'A', controls: [bomb] }]))
  assert.equal(read.outcome, 'read')
  const text = read.outcome === 'read' ? read.value.controls[1]?.text : null
  assert.ok(text && text.length <= 4000)
  const groups = Array.from({ length: 20_000 }, () => ({ title: 'empty' }))
  assert.match(String(refused(catalog([...groups, { title: 'A', controls: [control('a')] }]))), /too-many/)
})

test('a profile names controls without their texts, and says what it cannot name', () => {
  const profile = (imports: readonly object[]) =>
    readOscalJson({ profile: { uuid: 'u', metadata: { title: 'Low', version: '1' }, imports } })
  const read = profile([
    {
      'include-controls': [{ 'with-ids': ['ac-1', 'ac-2', 'ac-1'] }],
      'exclude-controls': [{ 'with-ids': ['ac-2'] }],
    },
    { 'include-all': {} },
  ])
  assert.deepEqual(read.outcome === 'read' && read.value.controls.map(({ label, title }) => [label, title]), [
    ['AC-1', null],
  ])
  assert.deepEqual(read.outcome === 'read' && read.warnings.map(({ place }) => place), [
    '/profile/imports/1/include-all',
  ])
})

test('whatever comes in, it is read or refused and never throws', () => {
  const node: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    node: fc.record(
      {
        id: fc.oneof(fc.string(), fc.integer()),
        title: fc.string(),
        groups: fc.array(tie('node'), { maxLength: 2 }),
        controls: fc.oneof(fc.array(tie('node'), { maxLength: 2 }), fc.string()),
        parts: fc.array(fc.record({ name: fc.constant('statement'), prose: fc.string() }), { maxLength: 2 }),
        params: fc.anything(),
        props: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  })).node
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.record({ catalog: node })), (json) => {
      assert.ok(['read', 'refused'].includes(readOscalJson(json).outcome))
    }),
    { numRuns: 300 },
  )
  assert.equal(readOscal(Buffer.from('{"catalog":')).outcome, 'refused')
})

const archive = join(
  process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  'frameworks/oscal-nist.tar.gz',
)
const skip = existsSync(archive) ? false : 'oscal-nist is not on this machine; set SALUS_TEST_DATA'

test('the published baselines of SP 800-53 are read whole', { skip }, async () => {
  const entries = extract()
  entries.end(gunzipSync(readFileSync(archive)))
  const counts: Record<string, number> = {}
  for await (const entry of entries) {
    const parts: Buffer[] = []
    // The stream of a tar entry gives buffers only.
    for await (const part of entry) parts.push(part as Buffer)
    if (!entry.header.name.endsWith('.json')) continue
    const read = readOscal(Buffer.concat(parts))
    assert.equal(read.outcome, 'read', entry.header.name)
    if (read.outcome !== 'read') continue
    const name = `${read.value.kind} ${/\b(LOW|MODERATE|HIGH|PRIVACY)\b/.exec(read.value.title)?.[0]}`
    counts[name] = read.value.controls.filter(({ isControl }) => isControl).length
  }
  assert.deepEqual(counts, {
    'profile HIGH': 370,
    'catalog LOW': 149,
    'profile LOW': 149,
    'catalog MODERATE': 287,
    'profile MODERATE': 287,
    'catalog PRIVACY': 102,
    'profile PRIVACY': 96,
  })
})
