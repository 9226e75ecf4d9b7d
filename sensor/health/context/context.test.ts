// Tests of the extracts and of what they add to events: reasons, relations, shifts, places.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { LogEvent } from '../../event/event.ts'
import { access, contextOf, files, keyOf, noon, patientKey } from './builders.ts'
import { emptyContext } from './context.ts'
import { enrich } from './enrich.ts'
import { readHealthContext } from './read.ts'

/** What is asked, event, what the event then has. */
const cases: readonly (readonly [string, LogEvent, Readonly<Record<string, unknown>>])[] = [
  [
    'the ward explains',
    access('mia.k', '777003', noon),
    { explained: true, explained_by: 'ward', patient_unit: 'w01', in_shift: true },
  ],
  [
    'an account with its domain is the same',
    access('HOUSE\\MIA.K', '777003', noon),
    { explained: true, actor_kind: 'staff' },
  ],
  [
    'a care team explains best',
    access('tom', '777003', noon),
    { explained_by: 'care-team', relation: 'family' },
  ],
  [
    'an appointment explains',
    access('tom', '777001', noon),
    { explained_by: 'appointment', relation: 'colleague' },
  ],
  ['an order for the unit explains', access('tom', '777005', noon), { explained_by: 'order' }],
  [
    'on call explains',
    access('tom', '777004', '2026-03-02T22:00:00'),
    { explained_by: 'on-call', on_call: true },
  ],
  [
    'not after the duty',
    access('tom', '777004', '2026-03-03T09:00:00'),
    { explained: false, in_shift: false },
  ],
  [
    'the unit of the turn explains',
    access('mia.k', '777005', '2026-03-03T09:00:00'),
    { explained_by: 'ward' },
  ],
  ['not on another day', access('mia.k', '777005', noon), { explained: false, relation: 'family' }],
  [
    'a letter after the stay',
    access('mia.k', '777003', '2026-03-03T20:00:00'),
    { explained: true, in_shift: undefined },
  ],
  [
    'a week and more after it',
    access('mia.k', '777003', '2026-02-26T09:00:00'),
    { explained: false, patient_unit: undefined },
  ],
  ['the own record', access('mia.k', '777001', noon), { relation: 'self', explained: false }],
  ['a colleague', access('mia.k', '777002', noon), { relation: 'colleague', explained: false }],
  ['only the same surname', access('mia.k', '777004', noon), { relation: 'namesake' }],
  ['a neighbour at another number', access('ann', '777005', noon), { relation: 'none' }],
  [
    'a mark of the patient',
    access('ann', '777003', noon),
    { patient_flags: ['vip', 'sensitive'], explained: false },
  ],
  [
    'of two patients the one without a reason counts',
    access('mia.k', ['777003', '777002'], noon),
    { explained: false, relation: 'colleague', patient_flags: undefined },
  ],
  ['outside of the turn', access('mia.k', '777003', '2026-03-02T20:00:00'), { in_shift: false }],
  ['a little after it', access('mia.k', '777003', '2026-03-02T15:59:00'), { in_shift: true }],
  ['no turn says nothing', access('ann', '777003', noon), { in_shift: undefined }],
  ['on leave', access('mia.k', '777003', '2026-03-12T23:00:00'), { actor_state: 'on_leave' }],
  ['back from leave', access('mia.k', '777003', '2026-03-13T00:00:00'), { actor_state: 'active' }],
  ['the last day of work', access('tom', '777003', '2026-03-05T23:00:00'), { actor_state: 'active' }],
  ['the day after', access('tom', '777003', '2026-03-06T00:00:00'), { actor_state: 'left' }],
  [
    'an account that nobody knows',
    access('eve', '777003', noon),
    { actor_kind: 'unknown', explained: undefined, relation: undefined },
  ],
  ['a program', access('svc-night', '777003', noon), { actor_kind: 'service', explained: undefined }],
  ['a patient', access('patient', '777003', noon), { actor_kind: 'patient', explained: undefined }],
  [
    'events long after the extract',
    access('ann', '777003', '2026-03-04T13:00:00'),
    { explained: undefined, relation: 'none' },
  ],
  [
    'a site',
    access('ann', '777003', noon, { client_ip: '10.2.3.4' }),
    { client_site: 'seeblick', device: undefined },
  ],
  [
    'the narrowest place',
    access('ann', '777003', noon, { client_ip: '10.1.5.4' }),
    { client_site: 'tannau', device: 'infusion' },
  ],
]

describe('what the hospital knows', () => {
  for (const [name, given, expected] of cases)
    test(name, async () => {
      const { fields } = enrich(given, await contextOf())
      for (const [field, value] of Object.entries(expected)) assert.deepEqual(fields[field], value, field)
    })

  test('the event of the parser stays as it was, and without extracts nothing is added', async () => {
    const given = access('mia.k', '777003', noon)
    enrich(given, await contextOf())
    assert.deepEqual(Object.keys(given.fields), ['actor', 'patient_key'])
    assert.equal(enrich(given, emptyContext()), given)
  })

  test('extracts that were hashed before say the same', async () => {
    const hashed = await contextOf({
      'staff.csv': `user,unit,address_hash,patient_key\nmia.k,w01,h1,${keyOf('777001')}`,
      'patients.csv': `patient_key,address_hash\n${keyOf('777005')},h1`,
      'encounters.csv': `patient_key,unit,from\n${keyOf('777003').toUpperCase()},W01,2026-03-01`,
    })
    assert.equal(hashed.faultCount, 0)
    const fieldsOf = (patient: string) => enrich(access('mia.k', patient, noon), hashed).fields
    assert.equal(fieldsOf('777003').explained_by, 'ward')
    assert.equal(fieldsOf('777005').relation, 'family')
    assert.equal(fieldsOf('777001').relation, 'self')
  })

  test('a home of many is no household', async () => {
    const residents = Array.from({ length: 13 }, (_, at) => `8000${at},Other,Home 1`)
    const home = await contextOf({
      'staff.csv': 'user,surname,address\nmia,Name,Home 1',
      'patients.csv': ['patient,surname,address', ...residents, '9000,Name,Home 1'].join('\n'),
    })
    assert.equal(enrich(access('mia', '80001', noon), home).fields.relation, 'none')
    assert.equal(enrich(access('mia', '9000', noon), home).fields.relation, 'family')
  })

  test('a folder is read file by file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'context-'))
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
      const context = await readHealthContext(folder, { patientKey })
      assert.deepEqual([context.faultCount, context.missing], [0, []])
      assert.deepEqual(context.placeholders.get('known_ae'), ['CT_1'])
      await assert.rejects(readHealthContext(join(folder, 'nowhere')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
