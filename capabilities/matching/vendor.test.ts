// Tests of vendor names: legal forms, spellings, divisions, company history.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyEvents } from './companies.ts'
import { companySources } from './company-sources.ts'
import { compareVendors, readVendor, vendorKeys } from './vendor.ts'

const cases: readonly (readonly [string, string, string])[] = [
  ['Norvik GmbH', 'NORVIK S.p.A.', 'same'],
  ['B. Braun', 'B.Braun Melsungen AG', 'same|related'],
  ['B Braun Medical', 'B. Braun', 'same|related'],
  ['Phillips', 'Philips', 'same'],
  ['Philips Respironics', 'Philips', 'related'],
  ['Norvik', 'House One and Norvik, Third International Inc.', 'same'],
  ['CareFusion', 'Becton, Dickinson and Company (BD)', 'related'],
  ['St. Jude Medical', 'Abbott Laboratories', 'related'],
  ['Welch Allyn', 'Baxter', 'related'],
  ['Siemens Healthineers', 'Siemens', 'related'],
  ['Johnson & Johnson', 'Johnson Controls', 'different'],
  ['General Electric', 'General Motors', 'different'],
  ['ABB', 'ABB', 'same'],
  ['kernel.org', 'Linux', 'same|related'],
  ['Micros-Fidelio', 'Oracle Corporation', 'related'],
  ['Kofax', 'Tungsten Automation', 'related'],
  ['Sangoma', 'Digium', 'related'],
  ['n/a', 'Norvik', 'unknown'],
]

for (const [a, b, expected] of cases) {
  test(`"${a}" and "${b}" are ${expected}`, () => {
    const [own, stated] = [readVendor(a), readVendor(b)]
    const relation = compareVendors(own, stated)
    assert.ok(expected.split('|').includes(relation.kind), JSON.stringify(relation))
    if (!own || !stated || relation.kind === 'different') return
    const keys = new Set(vendorKeys(stated))
    assert.ok(
      vendorKeys(own).some((key) => keys.has(key)),
      'related vendors share a key',
    )
  })
}

test('every source belongs to an event, and says where it was read', () => {
  const events = new Set(companyEvents.map(({ company, other }) => `${company} > ${other}`))
  for (const [event, source] of companySources) {
    assert.ok(events.has(event), event)
    assert.ok(URL.canParse(source.split(' ')[0] ?? ''), source)
  }
})

test('every event of company history has a source, two names, and a year that is past or none', () => {
  for (const { company, other, source, year } of companyEvents) {
    assert.ok(company !== '' && other !== '' && source !== '')
    assert.notEqual(company.toLowerCase(), other.toLowerCase(), company)
    assert.ok(year === null || (year > 1850 && year < 2100), company)
  }
})
