// Tests of the field maps: the content matrix of the duties, what countries change, and that every duty reaches somebody.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { z } from 'zod'
import { authoritiesFor, knownCountries } from '../../authorities/index.ts'
import { factKeys } from '../fact-keys.ts'
import { type FieldMap, fieldKey, fieldsOf, readFieldMap } from './field-map.ts'
import { fieldMaps, mapFor, nationals, readNationals } from './maps.ts'
import { organisationKeys } from './organisation-keys.ts'

const at = new Date('2026-11-22T02:00:00Z')
const map = (duty: string): FieldMap => fieldMaps.get(duty) ?? assert.fail(`no map for ${duty}`)
const needing = (duty: string, need: string) =>
  new Set(
    fieldsOf(map(duty))
      .filter((field) => field.need === need)
      .map(fieldKey),
  )

const identity = ['name', 'registrationNumber', 'entityClass', 'contactPhone'].map(
  (key) => `organisation.${key}`,
)
const times = ['awareAt', 'detectedAt', 'occurredAt']
const devices = ['deviceUdi', 'deviceManufacturer', 'deviceModel', 'deviceSoftwareVersion']

const aChange = {
  duties: ['NIS2-EW'],
  article: 'An invented law, article 1',
  source: 'An invented law',
  sourceUrl: null,
  evidence: 'background',
  verifiedBy: null,
  validFrom: '2026-06-01',
  validTo: '2027-01-01',
  fields: [{ section: 'care', field: { fact: 'processorInvolved', need: 'required' } }],
  alsoAsked: [],
}

/** The rows of the content matrix with a full dot, per column, written down apart from the maps. */
const requiredBy: Readonly<Record<string, readonly string[]>> = {
  'NIS2-EW': [...identity, ...times, 'maliciousSuspected', 'crossBorder', 'countriesAffected'],
  'NIS2-IN': [...identity, ...times, 'severity', 'impact', 'indicators'],
  'NIS2-FR': [
    ...identity,
    ...times,
    'maliciousSuspected',
    'crossBorder',
    'countriesAffected',
    'description',
    'severity',
    'impact',
    'threatType',
    'measuresTaken',
  ],
  'GDPR-33': [
    ...identity,
    ...times,
    'crossBorder',
    'description',
    'measuresTaken',
    'dataSubjectCategories',
    'dataSubjectCount',
    'recordCategories',
    'recordCount',
    'dataProtectionContact',
    'likelyConsequences',
    'delayReason',
  ],
  'GDPR-34': ['description', 'measuresTaken', 'dataProtectionContact', 'likelyConsequences'],
  'CER-1': [
    ...identity,
    ...times,
    'crossBorder',
    'description',
    'usersAffected',
    'usersAffectedShare',
    'durationHours',
    'areaAffected',
  ],
  'CER-2': [...identity, ...times, 'crossBorder', 'description', 'rootCause', 'usersAffected'],
  'FR-SIG': [
    ...identity,
    ...times,
    'description',
    'severity',
    'impact',
    'careImpact',
    'degradedMode',
    'diversion',
    'otherSitesAtRisk',
  ],
  'MDR-U': ['organisation.name', 'description', 'deviceManufacturer', 'deviceModel', 'deviceUdi'],
}

const updatedBy = { 'NIS2-IN': ['maliciousSuspected', 'crossBorder', 'countriesAffected'] }
const welcomeIn = {
  'NIS2-EW': [
    'usersAffected',
    'usersAffectedShare',
    'durationHours',
    'areaAffected',
    'careImpact',
    ...devices,
  ],
  'NIS2-IN': ['usersAffected', 'careImpact', ...devices],
  'NIS2-FR': ['usersAffected', 'careImpact', ...devices],
}

test('each filing requires what the content matrix marks as required for it', () => {
  for (const [duty, keys] of Object.entries(requiredBy))
    for (const key of keys)
      assert.ok(needing(duty, 'required').has(key as never), `${duty} does not require ${key}`)
})

test('the notification updates the answers of the early warning, and asks nobody to repeat them', () => {
  for (const [duty, keys] of Object.entries(updatedBy))
    for (const key of keys)
      assert.ok(needing(duty, 'update').has(key as never), `${duty} does not update ${key}`)
})

test('what is worth asking is welcome, and never waited for', () => {
  for (const [duty, keys] of Object.entries(welcomeIn))
    for (const key of keys)
      assert.ok(needing(duty, 'welcome').has(key as never), `${duty} does not welcome ${key}`)
})

test('there is a map for each duty with a filing, made of known keys only', () => {
  assert.deepEqual(
    [...fieldMaps.keys()].sort(),
    [
      'NIS2-EW',
      'NIS2-IN',
      'NIS2-IR',
      'NIS2-FR',
      'NIS2-PR',
      'GDPR-33',
      'GDPR-34',
      'CER-1',
      'CER-2',
      'FR-SIG',
      'MDR-U',
    ].sort(),
  )
  const known = new Set<string>([...factKeys, ...organisationKeys.map((key) => `organisation.${key}`)])
  for (const duty of fieldMaps.keys())
    for (const country of [...knownCountries, 'AT'])
      for (const key of fieldsOf(mapFor(duty, country, at) ?? map(duty)).map(fieldKey))
        assert.ok(known.has(key), `${duty} in ${country} asks for ${key}`)
  assert.deepEqual(
    organisationKeys.filter((key) => (factKeys as readonly string[]).includes(key)),
    [],
    'a key of the profile must not be a key of the ledger',
  )
})

test('nobody has verified a map, and each says where it was read', () => {
  for (const { duty, verifiedBy, article, source, evidence, sourceUrl } of fieldMaps.values()) {
    assert.equal(verifiedBy, null, duty)
    assert.ok(article && source, duty)
    assert.equal(evidence === 'source-read', sourceUrl !== null, `${duty}: what was read has an address`)
  }
})

test('every filing reaches somebody in each of the five countries, or the gap is said', () => {
  const said = new Set(['recipient-not-found', 'persons-concerned'])
  const onlyIn: Readonly<Record<string, string>> = { 'FR-SIG': 'FR' }
  for (const duty of fieldMaps.keys())
    for (const country of knownCountries) {
      if ((onlyIn[duty] ?? country) !== country) continue
      const result = authoritiesFor(country, duty, at)
      assert.ok(result.found || said.has(result.because), `${duty} in ${country}: ${JSON.stringify(result)}`)
    }
})

test('a country changes a field where it stands, adds others, and says what its portal asks besides', () => {
  const all = readNationals([
    {
      country: 'XX',
      changes: [
        {
          ...aChange,
          fields: [
            { section: 'measures', field: { fact: 'severity', need: 'required' } },
            { section: 'ransom', field: { fact: 'ransomDemanded', need: 'required' } },
            { section: 'care', field: { fact: 'rootCause', need: 'welcome' } },
          ],
        },
      ],
    },
  ])
  const changed = mapFor('NIS2-EW', 'XX', at, all) ?? assert.fail()
  const placeOf = (key: string) =>
    changed.sections.flatMap((section) =>
      section.fields.filter((field) => fieldKey(field) === key).map(({ need }) => [section.key, need]),
    )
  assert.deepEqual(placeOf('severity'), [['what', 'required']])
  assert.deepEqual(placeOf('ransomDemanded'), [['ransom', 'required']])
  assert.deepEqual(placeOf('rootCause'), [['care', 'welcome']])
  assert.equal(changed.changes.length, 1)
  assert.match(mapFor('CER-1', 'DE', at)?.alsoAsked[0]?.text ?? '', /geografisch isoliert/)
  assert.match(mapFor('NIS2-EW', 'IT', at)?.alsoAsked[0]?.text ?? '', /IS-1/)
  assert.deepEqual(mapFor('NIS2-EW', 'AT', at)?.alsoAsked, [])
  assert.equal(mapFor('GDPR-REG', 'DE', at), null)
})

test('the ransom block is a switch: welcome in the final report, off elsewhere, and each country has the last word', () => {
  const ransom = (country: string, duty: string, all = nationals) =>
    fieldsOf(mapFor(duty, country, at, all) ?? map(duty)).filter((field) =>
      fieldKey(field).startsWith('ransom'),
    )
  assert.deepEqual(
    ransom('FR', 'NIS2-FR').map((field) => [fieldKey(field), field.need]),
    ['ransomDemanded', 'ransomPaid', 'ransomAmount', 'ransomWallet'].map((key) => [key, 'welcome']),
  )
  assert.deepEqual(ransom('FR', 'NIS2-EW'), [])
  const strict = readNationals([
    ...nationals.values(),
    { country: 'XX', changes: [], ransomBlock: { 'NIS2-FR': 'off', 'NIS2-IN': 'required' } },
  ])
  assert.deepEqual(ransom('XX', 'NIS2-FR', strict), [])
  assert.ok(ransom('XX', 'NIS2-IN', strict).every(({ need }) => need === 'required'))
})

test('a change holds from its first day to the day before its last', () => {
  const all = readNationals([{ country: 'XX', changes: [aChange] }])
  const asks = (day: string) =>
    fieldsOf(mapFor('NIS2-EW', 'XX', new Date(`${day}T12:00:00Z`), all) ?? assert.fail()).some(
      (field) => fieldKey(field) === 'processorInvolved',
    )
  assert.deepEqual(['2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'].map(asks), [
    false,
    true,
    true,
    false,
  ])
})

test('a map that asks twice, or calls enough what it does not require, is refused', () => {
  const good = map('NIS2-EW')
  const [first] = good.sections
  assert.ok(first)
  assert.throws(() => readFieldMap({ ...good, sections: [first, first] }), /twice/)
  assert.throws(() => readFieldMap({ ...good, enoughWith: ['severity'] }), /does not require/)
  assert.throws(() =>
    readFieldMap({ ...good, sections: [{ key: 'who', fields: [{ fact: 'shoeSize', need: 'required' }] }] }),
  )
})

test('what the rule of a duty requires, its filing requires too, by that fact or by one that stands for it', () => {
  const rules = z.object({
    rules: z.array(
      z.object({
        key: z.string().optional(),
        content: z.array(z.object({ fact: z.string(), need: z.string() })).optional(),
      }),
    ),
  })
  const looked: string[] = []
  for (const file of ['eu', 'fr'])
    for (const { key = '', content = [] } of rules.parse(readRules(file)).rules) {
      const filing = fieldMaps.get(key)
      if (!filing) continue
      looked.push(key)
      const enough = new Set(
        fieldsOf(filing).flatMap((field) =>
          'fact' in field && field.need === 'required' ? [field.fact, field.or ?? field.fact] : [],
        ),
      )
      for (const { fact, need } of content)
        if (need === 'required') assert.ok(enough.has(fact as never), `${key} does not ask for ${fact}`)
    }
  assert.deepEqual(looked.sort(), [...fieldMaps.keys()].sort())
})

test('every duty of the rule book has a recipient in each country, or a reason for none', () => {
  const keys = z
    .object({ rules: z.array(z.object({ key: z.string().optional() })) })
    .parse(readRules('eu'))
    .rules.flatMap(({ key }) => key ?? [])
  assert.ok(keys.length > 15)
  for (const country of knownCountries)
    for (const key of keys) {
      const result = authoritiesFor(country, key, at)
      assert.ok(result.found || result.because !== 'no-entry', `${key} in ${country}`)
    }
})

function readRules(file: string): unknown {
  const path = join(import.meta.dirname, '..', 'duties', 'rules', `${file}.json`)
  return JSON.parse(readFileSync(path, 'utf8'))
}
