// Tests of the answer for one item and one advisory.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProductStatus, StatedProduct, StatedVersion } from '@salus/standards/advisory'
import { buildAdvisory, buildStatement } from './builders.ts'
import { explainStep } from './explanation.ts'
import { judge } from './judge.ts'
import type { Answer } from './verdict.ts'

const vendor = 'Norvik'

function answerOf(
  item: string,
  version: string | null,
  product: Partial<StatedProduct>,
  stated: StatedVersion,
): Answer {
  const statement = buildStatement({ vendor, ...product }, stated)
  return judge({ vendor, product: item, version }, buildAdvisory([statement])).answer
}

const text = (value: string): StatedVersion => ({ kind: 'text', text: value })

test('the last affected version is affected and the next is not', () => {
  assert.equal(answerOf('Ventalo', '2.3.0', { name: 'Ventalo' }, text('<= 2.3.0')), 'affected')
  assert.equal(answerOf('Ventalo', '2.3.1', { name: 'Ventalo' }, text('<= 2.3.0')), 'not_affected')
})

test('an unknown version cannot be told, unless all versions are named', () => {
  assert.equal(answerOf('Ventalo', null, { name: 'Ventalo' }, text('<= 2.3.0')), 'cannot_tell')
  assert.equal(answerOf('Ventalo', 'unknown', { name: 'Ventalo' }, text('<= 2.3.0')), 'cannot_tell')
  assert.equal(answerOf('Ventalo', null, { name: 'Ventalo' }, { kind: 'all' }), 'affected')
})

test('a range that nobody can read is never "not affected"', () => {
  assert.equal(
    answerOf('Ventalo', '2.0', { name: 'Ventalo' }, text('devices of the second lot')),
    'cannot_tell',
  )
})

test('another product of the vendor is no match', () => {
  assert.equal(answerOf('Pulsera', '2.0', { name: 'Ventalo' }, { kind: 'all' }), 'no_match')
})

test('models in the place of versions decide by model', () => {
  const stated = text('30950 | 30952')
  assert.equal(answerOf('Ventalo Monitor 30952', null, { name: 'Ventalo Monitor' }, stated), 'affected')
  assert.equal(answerOf('Ventalo Monitor 25000', null, { name: 'Ventalo Monitor' }, stated), 'not_affected')
  assert.equal(answerOf('Ventalo Monitor', null, { name: 'Ventalo Monitor' }, stated), 'cannot_tell')
})

test('a product written in the place of the version is the product', () => {
  const product = { name: 'Point of care handheld devices' }
  assert.equal(answerOf('Gluconor Inform II', '3.1', product, text('Gluconor Inform II')), 'affected')
  assert.equal(answerOf('Gluconor', '3.1', product, text('Coagunor XS')), 'no_match')
})

test('the name for display decides against the version field', () => {
  const product = { name: 'Ventalo', fullName: 'Ventalo: Versions 5.02.1744 and prior' }
  assert.equal(answerOf('Ventalo', '5.02.1000', product, text('<= 5.01.1744')), 'affected')
})

test('a version in the product name restricts the statement', () => {
  assert.equal(
    answerOf('Ventalo Portal', '8.0.3', { name: 'Ventalo Portal 8.0.x' }, { kind: 'all' }),
    'affected',
  )
  assert.equal(
    answerOf('Ventalo Portal', '9.1', { name: 'Ventalo Portal 8.0.x' }, { kind: 'all' }),
    'not_affected',
  )
})

test('an exclusion with releases excludes these only', () => {
  const product = { name: 'Ventalo, not including Ventalo 40 R1-3' }
  assert.equal(answerOf('Ventalo 40', 'R2', product, { kind: 'all' }), 'no_match')
  assert.equal(answerOf('Ventalo 40', 'R4', product, { kind: 'all' }), 'affected')
})

test('software named in the version field identifies an appliance', () => {
  assert.equal(
    answerOf('WallBox 60E', 'WallnorOS 6.4.14', { name: 'WallnorOS' }, text('<= 6.4.14')),
    'affected',
  )
  assert.equal(
    answerOf('WallBox 60E', 'WallnorOS 6.4.15', { name: 'WallnorOS' }, text('<= 6.4.14')),
    'not_affected',
  )
})

test('a patch that the advisory names as the fix takes the item out', () => {
  const statement = buildStatement({ vendor, name: 'Ventalo' }, text('<= 7.2'))
  const fix = {
    category: 'vendor_fix',
    details: 'Install Fix-v2307.',
    url: null,
    productIds: [],
    vulnerability: null,
  } as const
  const advisory = buildAdvisory([statement], { remediations: [fix] })
  assert.equal(judge({ vendor, product: 'Ventalo', version: '7.2' }, advisory).answer, 'affected')
  assert.equal(
    judge({ vendor, product: 'Ventalo', version: '7.2 with Fix-v2307' }, advisory).answer,
    'not_affected',
  )
  assert.equal(
    judge({ vendor, product: 'Ventalo', version: '7.2 with Fix-v2306' }, advisory).answer,
    'affected',
  )
})

test('a record without structured data is read from its description', () => {
  const description = 'Norvik Mirtho Connex before version 4.4.1 is vulnerable to remote code execution.'
  const vulnerability = {
    key: 'CVE-2030-0002',
    cveId: 'CVE-2030-0002',
    title: null,
    description,
    cweIds: [],
    scores: [],
    exploitation: null,
    automatable: null,
  }
  const advisory = buildAdvisory([], { vulnerabilities: [vulnerability] })
  assert.equal(judge({ vendor, product: 'Mirtho Connex', version: '4.4.0' }, advisory).answer, 'affected')
  assert.equal(judge({ vendor, product: 'Mirtho Connex', version: '4.4.1' }, advisory).answer, 'not_affected')
  const part = buildAdvisory([], {
    vulnerabilities: [
      { ...vulnerability, description: 'An issue in Mirtho addr2line before 2.39.3 allows a crash.' },
    ],
  })
  assert.equal(judge({ vendor, product: 'Mirtho', version: '2.38' }, part).answer, 'cannot_tell')
  assert.equal(judge({ vendor, product: 'Ventalo', version: '2.38' }, part).answer, 'no_match')
})

test('what the publisher says of this very version wins over a range around it', () => {
  const statements = [
    buildStatement({ vendor, name: 'Ventalo' }, text('< 3.0')),
    buildStatement(
      { vendor, name: 'Ventalo' },
      { kind: 'exact', text: '2.9.5' },
      { status: 'fixed', pointer: '/fixed' },
    ),
  ]
  const judgement = judge({ vendor, product: 'Ventalo', version: '2.9.5' }, buildAdvisory(statements))
  assert.equal(judgement.answer, 'not_affected')
  assert.equal(
    judge({ vendor, product: 'Ventalo', version: '2.9.4' }, buildAdvisory(statements)).answer,
    'affected',
  )
})

test('each status gives its answer inside and outside of the range', () => {
  const table: readonly (readonly [ProductStatus, Answer, Answer])[] = [
    ['known_affected', 'affected', 'not_affected'],
    ['first_affected', 'affected', 'not_affected'],
    ['last_affected', 'affected', 'not_affected'],
    ['known_not_affected', 'not_affected', 'not_affected'],
    ['fixed', 'not_affected', 'not_affected'],
    ['first_fixed', 'not_affected', 'not_affected'],
    ['under_investigation', 'cannot_tell', 'not_affected'],
    ['unknown', 'cannot_tell', 'not_affected'],
    ['recommended', 'not_affected', 'not_affected'],
  ]
  for (const [status, inside, outside] of table) {
    const advisory = buildAdvisory([buildStatement({ vendor, name: 'Ventalo' }, text('< 3.0'), { status })])
    assert.equal(judge({ vendor, product: 'Ventalo', version: '2.0' }, advisory).answer, inside, status)
    assert.equal(judge({ vendor, product: 'Ventalo', version: '3.0' }, advisory).answer, outside, status)
  }
})

test('answers are kept for each vulnerability', () => {
  const statements = [
    buildStatement({ vendor, name: 'Ventalo' }, text('< 3.0')),
    buildStatement({ vendor, name: 'Ventalo' }, text('< 2.0'), { vulnerability: 'CVE-2030-0009' }),
  ]
  const judgement = judge({ vendor, product: 'Ventalo', version: '2.5' }, buildAdvisory(statements))
  assert.deepEqual(judgement.vulnerabilities, ['CVE-2030-0001'])
  assert.equal(judgement.perVulnerability.get('CVE-2030-0009'), 'not_affected')
})

test('a default status counts only for versions that no other statement of its entry covers', () => {
  const entry = '/containers/cna/affected/0'
  const statements = [
    buildStatement({ vendor, name: 'Ventalo' }, text('>= 5.0'), {
      status: 'known_not_affected',
      pointer: `${entry}/versions/0`,
    }),
    buildStatement(
      { vendor, name: 'Ventalo' },
      { kind: 'all' },
      { pointer: `${entry}/defaultStatus`, defaultOf: entry },
    ),
  ]
  assert.equal(
    judge({ vendor, product: 'Ventalo', version: '5.1' }, buildAdvisory(statements)).answer,
    'not_affected',
  )
  assert.equal(
    judge({ vendor, product: 'Ventalo', version: '4.9' }, buildAdvisory(statements)).answer,
    'affected',
  )
})

test('the explanation names the field, the place, the comparison and the grades', () => {
  const advisory = buildAdvisory([
    buildStatement({ vendor: 'Norvik GmbH', name: 'Ventalo' }, text('< 4.2.0')),
  ])
  const { explanation } = judge({ vendor, product: 'Ventalo', version: '4.1.2' }, advisory)
  const lines = explanation.map(explainStep).join('\n')
  assert.match(lines, /inventory says version "4\.1\.2"/)
  assert.match(lines, /\/product_tree\/branches\/0\/product/)
  assert.match(lines, /"4\.1\.2" is in the stated range \("< 4\.2\.0"\)/)
  assert.match(lines, /Identity: name-similarity; range: parsed/)
})

test('a branch that ends the product name is compared with the version, which the inventory keeps apart', () => {
  const v2302 = { name: 'Ventalo Simulation V2302' }
  assert.equal(answerOf('Ventalo Simulation', 'V2302.0014', v2302, text('< V2302.0015')), 'affected')
  assert.equal(answerOf('Ventalo Simulation', '2302.0015', v2302, text('< V2302.0015')), 'not_affected')
  assert.equal(answerOf('Ventalo Simulation', '2201.0003', v2302, text('< V2302.0015')), 'not_affected')
})

test('a number that ends the name and bounds nothing is a model', () => {
  assert.equal(answerOf('Ventalo', '1.4', { name: 'Ventalo V2' }, text('< 1.5')), 'cannot_tell')
})

test('the platform in the name of an asset counts as its environment', () => {
  const stated = { name: 'Ventalo Workplace Windows 7-based' }
  assert.equal(answerOf('Ventalo Workplace (Windows 7)', null, stated, { kind: 'all' }), 'affected')
  assert.equal(answerOf('Ventalo Workplace (Windows XP)', null, stated, { kind: 'all' }), 'no_match')
})

test('parts of hardware and firmware in the place of versions name no products', () => {
  const stated = text('Version B, Firmware A.01.09, Part #: N/A')
  assert.equal(answerOf('Ventalo QX800', 'A.01.09', { name: 'Ventalo QX800' }, stated), 'affected')
  assert.equal(answerOf('Ventalo QX800', 'B.00.31', { name: 'Ventalo QX800' }, stated), 'cannot_tell')
})

test('a service pack of number nought is none', () => {
  assert.equal(
    answerOf('Ventalo', '8.0 SP0 Patch 2', { name: 'Ventalo' }, text('<= 8.0 Patch 3')),
    'affected',
  )
})
