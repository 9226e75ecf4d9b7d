// Tests of the decision whether two names are one product.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { buildName } from './builders.ts'
import { explainStep } from './explanation.ts'
import { aliasKey, decideIdentity } from './identity.ts'
import { identityKeys } from './identity-keys.ts'
import { readNameText } from './name-text.ts'
import { inventoryName } from './product-name.ts'

type Expected = 'certain' | 'unsure' | 'none'

/** Own vendor, own product, stated vendor, stated product. */
const cases: readonly (readonly [string | null, string, string | null, string, Expected])[] = [
  ['Norvik', 'Pulsera Gate', 'Norvik GmbH & Co. KG', 'Pulsera Gate', 'certain'],
  ['NORVIK Medical', 'pulsera gate software', 'Norvik', 'Pulsera Gate', 'certain'],
  ['Norvikk', 'Pulsera Gate', 'Norvik', 'Pulsera Gate', 'certain'],
  ['Bjærke', 'Ventalo', 'BjÃ¦rke AS', 'Ventalo', 'certain'],
  ['Hoehne', 'Ventalo', 'Höhne', 'Ventalo', 'certain'],
  ['Norvik', 'CV-200', 'Norvik', 'CV200 monitor', 'certain'],
  ['Norvik', 'Ventalo CV 200', 'Norvik', 'Ventalo CV200', 'certain'],
  ['Norvik', 'Ventalo 660', 'Norvik', 'Ventalo 660CM', 'none'],
  ['Norvik', 'Ventalo 7015', 'Norvik', 'Ventalo 7000', 'none'],
  ['Norvik', 'Ventalo', 'Norvik', 'Ventalo 8000', 'unsure'],
  ['Norvik', 'Ventalo 762K', 'Norvik', 'Ventalo 562K/762K pumps', 'certain'],
  ['Norvik', 'Ventalo QX450', 'Norvik', 'Ventalo patient monitor QX400-QX850', 'certain'],
  ['Norvik', 'Ventalo QX40', 'Norvik', 'Ventalo patient monitor QX400-QX850', 'none'],
  ['Norvik', 'Ventalo QX850', 'Norvik', 'Ventalo QX400-QX850', 'certain'],
  ['Norvik', 'Ventalo QX851', 'Norvik', 'Ventalo QX400-QX850', 'none'],
  ['Norvik', 'Ventalo IGS 540', 'Norvik', 'Ventalo IGS 5x0', 'certain'],
  ['Norvik', 'Ventalo E10', 'Norvik', 'Ventalo products, not including Echolo', 'certain'],
  ['Norvik', 'Ventalo Echolo', 'Norvik', 'Ventalo products, except Echolo', 'none'],
  ['Norvik', 'Ventalo PACS', 'Norvik', 'Pulsera PACS', 'none'],
  ['Norvik', 'VGC', 'Norvik', 'Ventalo Gate Center', 'certain'],
  ['Norvik', 'Simfona', 'Norvik', 'Hosteling Simfona', 'certain'],
  ['Norvik', 'Operetta 5', 'Norvik', 'Hosteling Operetta 5 Property Services', 'unsure'],
  ['Norvik', 'Dynamo Map', 'Norvik', 'Warda Tools/Dynamo Map/Boosta Live', 'certain'],
  ['Norvik', 'Ventalo Q16ENCPU', 'Norvik', 'Q04/16(EN)CPU', 'certain'],
  ['Norvik', 'Ventalo Q16CCPU', 'Norvik', 'Q04/16(EN)CPU', 'none'],
  ['Norvik', 'QED', 'Norvik', 'NX NXE NXS QED', 'certain'],
  ['Norvik', 'NX-2112-T', 'Norvik', 'NX-2100 Series', 'certain'],
  ['Norvik', 'NX-2212-T', 'Norvik', 'NX-2100 Series', 'none'],
  ['Norvik', 'VBE', 'Norvik', 'VentaloBridge Enterprise (VBE)', 'certain'],
  ['Norvik', 'Ventalo Datenmodul', 'Norvik', 'Ventalo data module', 'certain'],
  ['Norvik', 'Spect Systems', 'Norvik', 'Norvik PET/CT Systems', 'none'],
  ['Norvik', 'Ward Rollo', 'Norvik', 'WardRollo', 'certain'],
  ['Norvik', 'eVentalo', 'Norvik', 'e-Ventalo', 'certain'],
  ['Norvik', 'Ventalo-A', 'Norvik', 'Ventalo-B', 'none'],
  [null, 'Norvik Ventalo 900', 'Norvik', 'Ventalo 900', 'certain'],
  ['Norvik', 'QC150', 'Other House', 'QC150', 'unsure'],
  ['Norvik', 'Viewer', 'Other House', 'Viewer', 'none'],
  ['ABB', 'Ventalo', 'ABB', 'Ventalo', 'certain'],
  ['Norvik', 'Ventalo Control Software', 'Norvik', 'Ventalo Operating Software', 'none'],
  ['Norvik', 'QC80 Hub', 'Norvik', 'Ventalora QC 80 Hub', 'certain'],
  ['Norvik', 'QC40 Hub', 'Norvik', 'Ventalora QC 80 Hub', 'none'],
  ['Norvik', 'Ventalo Generator G11', 'Norvik', 'Ventalo Generator Gen11', 'certain'],
  ['Norvik', 'Ventalo Generator X11', 'Norvik', 'Ventalo Generator Gen11', 'none'],
  ['Norvik', 'Ventalo PACS Server', 'Norvik', 'Ventalo DICOM Viewer Pro', 'none'],
  ['Norvik', 'Ventalo', 'Norvik', 'Ventalo SCADA', 'certain'],
  ['Norvik', 'Ventalo', 'Norvik', 'Ventalo OS', 'certain'],
  ['Norvik', 'Moto 7', 'Norvik', 'Simatora Moto 7', 'certain'],
  ['Norvik', 'Moto', 'Norvik', 'Simatora Moto', 'unsure'],
  ['Norvik', 'NX-874-3', 'Norvik', 'NX-800 family', 'certain'],
  ['Norvik', 'Ventalo R04CPU', 'Norvik', 'Ventalo R04 (EN) CPU firmware', 'certain'],
  ['Norvik', 'R08ENCPU', 'Norvik', 'Ventalo R08 (EN) CPU firmware', 'certain'],
  ['Norvik', 'Ventalo R04CPU', 'Norvik', 'Ventalo R00 CPU firmware', 'none'],
  ['Norvik', 'Ventalo', 'Norvik', 'Ventalo | Page Builder For Wards', 'certain'],
  ['Microsoft', 'Windows Server 2022 Datacenter', 'Microsoft', 'Windows Server 2022', 'certain'],
  ['Microsoft', 'Windows Server 2022 Datacenter', 'Microsoft', 'Windows Server 2019', 'none'],
  ['Microsoft', 'Windows 7 Professional SP1', 'Microsoft', 'Windows 7 Service Pack 1', 'certain'],
  ['Microsoft', 'Windows 7 Professional SP2', 'Microsoft', 'Windows 7 Service Pack 1', 'none'],
  ['Norvik', 'Ventalo app (iOS)', 'Norvik', 'Ventalo Android app', 'none'],
  ['Norvik', 'Ventalo app for Android', 'Norvik', 'Ventalo Android app', 'certain'],
  ['Norvik', 'Pulsera', 'Gate, Cure & Care by Norvik', 'Pulsera', 'certain'],
  [null, 'Ventaloria', 'Norvik', 'Ventaloria', 'certain'],
  [null, 'Ventalo', 'Norvik', 'Ventalo', 'unsure'],
  [null, 'vurl', 'Norvik', 'vurl', 'unsure'],
  [null, 'Norvik Ward Management', 'Norvik', 'Ward Management System', 'certain'],
]

for (const [ownVendor, ownProduct, vendor, product, expected] of cases) {
  test(`${ownVendor} "${ownProduct}" against ${vendor} "${product}" is ${expected}`, () => {
    const inventory = inventoryName({ vendor: ownVendor, product: ownProduct, version: null })
    const stated = buildName({ vendor, product, platforms: readNameText(product).platforms })
    const { grade, certainty, steps } = decideIdentity(inventory, stated)
    assert.equal(grade === 'none' ? 'none' : certainty, expected, steps.map(explainStep).join('\n'))
    if (grade === 'none') return
    const keys = new Set(identityKeys(stated))
    assert.ok(
      identityKeys(inventory).some((key) => keys.has(key)),
      'linked names share a blocking key',
    )
  })
}

test('the same package URL identifies, another one of the same type excludes whatever the names say', () => {
  const own = buildName({ product: 'gatelib', purl: 'pkg:pypi/gatelib' })
  const same = decideIdentity(own, buildName({ product: 'x', purl: 'pkg:pypi/gatelib' }))
  const other = decideIdentity(own, buildName({ product: 'gatelib', purl: 'pkg:pypi/gatelib-extra' }))
  assert.equal(same.grade, 'exact-identifier')
  assert.equal(other.grade, 'none')
})

test('a package of another distribution is another package', () => {
  const own = buildName({ purl: 'pkg:deb/debian/gatelib', product: 'gatelib' })
  assert.equal(decideIdentity(own, buildName({ purl: 'pkg:deb/ubuntu/gatelib' })).grade, 'none')
})

test('an equal CPE identifies with a wildcard vendor, but a wildcard product never does', () => {
  const own = buildName({ cpe: 'a:norvik:ventalo', product: 'Ventalo', vendor: 'Norvik' })
  assert.equal(decideIdentity(own, buildName({ cpe: 'a:*:ventalo' })).grade, 'exact-identifier')
  assert.equal(decideIdentity(own, buildName({ cpe: 'a:norvik:*' })).grade, 'none')
})

test('an equal UDI-DI identifies', () => {
  const own = buildName({ udiDi: '04012345678901' })
  assert.equal(decideIdentity(own, buildName({ udiDi: '04012345678901' })).method, 'udi')
})

test('a model number with wildcards identifies, a short one does not', () => {
  const own = buildName({ vendor: 'Norvik', product: 'Gate', modelNumbers: ['NK5208-0BA10'] })
  const stated = buildName({ vendor: 'Norvik', product: 'Other', modelNumbers: ['NK5208*'] })
  assert.equal(decideIdentity(own, stated).grade, 'exact-identifier')
  assert.equal(decideIdentity(own, { ...stated, modelNumbers: ['NK*'] }).grade, 'none')
})

test('a confirmed alias links names that have nothing in common, and a refusal separates equal ones', () => {
  const own = buildName({ vendor: 'Norvik', product: 'Bedside box' })
  const stated = buildName({ vendor: 'Other House', product: 'Ventalo' })
  const alias = { inventory: aliasKey(own), stated: aliasKey(stated), isSame: true }
  assert.equal(decideIdentity(own, stated, [alias]).grade, 'confirmed-alias')
  const refusal = { inventory: aliasKey(own), stated: aliasKey(own), isSame: false }
  assert.equal(decideIdentity(own, own, [refusal]).grade, 'none')
})

test('a stated platform excludes another platform, and an unstated one excludes nothing', () => {
  const stated = buildName({ vendor: 'Norvik', product: 'Ventalo', platforms: ['Windows XP'] })
  const own = buildName({ vendor: 'Norvik', product: 'Ventalo' })
  assert.equal(decideIdentity(own, stated).certainty, 'certain')
  assert.equal(decideIdentity({ ...own, platforms: ['Windows 10'] }, stated).grade, 'none')
  assert.equal(decideIdentity({ ...own, platforms: ['Windows XP SP3'] }, stated).grade, 'name-similarity')
})

test('case, blanks, trademark signs and legal forms change no decision', () => {
  const noise = fc.record({
    legalForm: fc.constantFrom(
      '',
      ' GmbH',
      ' AG',
      ', Inc.',
      ' S.p.A.',
      ' SAS',
      ' Ltd.',
      ' Corp.',
      ' LLC',
      ' B.V.',
      ' Oy',
    ),
    sign: fc.constantFrom('', '®', '™'),
    isUpper: fc.boolean(),
    blanks: fc.constantFrom(' ', '  ', '\u00a0', '\t'),
  })
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      noise,
      ([ownVendor, ownProduct, vendor, product], { legalForm, sign, isUpper, blanks }) => {
        const plain = decideIdentity(
          buildName({ vendor: ownVendor, product: ownProduct }),
          buildName({ vendor, product }),
        )
        const text = `${ownProduct.replaceAll(' ', blanks)}${sign}`
        const noisy = buildName({
          vendor: ownVendor === null ? null : `${ownVendor}${legalForm}`,
          product: isUpper ? text.toUpperCase() : text,
        })
        const decision = decideIdentity(noisy, buildName({ vendor, product }))
        assert.deepEqual([decision.grade, decision.certainty], [plain.grade, plain.certainty])
      },
    ),
    { numRuns: 400 },
  )
})

test('any two texts can be compared, and a name is itself', () => {
  const text = fc.string({ maxLength: 60, unit: 'grapheme' })
  fc.assert(
    fc.property(text, text, (a, b) => {
      decideIdentity(buildName({ vendor: a, product: b }), buildName({ vendor: b, product: a }))
      const name = buildName({ vendor: 'Norvik', product: `Ventalo ${a.replace(/[^a-z ]/g, '')}` })
      assert.notEqual(decideIdentity(name, buildName({ ...name })).grade, 'none')
      assert.ok(identityKeys(name).length > 0)
    }),
    { numRuns: 300 },
  )
})

test('a name of 100,000 characters is compared within a second', () => {
  const startedAt = processorMs()
  const long = buildName({ vendor: 'Norvik (', product: 'gate / (x-9 '.repeat(8_000) })
  decideIdentity(long, buildName({ ...long }))
  assert.ok(processorMs() - startedAt < 10_000)
})

test('a model number of a sister product is another product, one of another kind says nothing', () => {
  const stated = buildName({
    vendor: 'Norvik',
    product: 'Ventalo R650',
    modelNumbers: ['6NT2811-6AB20-0AA0'],
  })
  const own = (model: string) =>
    inventoryName({ vendor: 'Norvik', product: 'Ventalo R650', model, version: null })
  assert.equal(decideIdentity(own('6NT2811-6AB20-0AA0'), stated).grade, 'exact-identifier')
  const sister = decideIdentity(own('6NT2811-6AB20-1AA0'), stated)
  assert.deepEqual([sister.grade, sister.steps[0]?.code], ['none', 'identifier-differs'])
  assert.equal(decideIdentity(own('6NT2811'), stated).grade, 'name-similarity')
  assert.equal(decideIdentity(own('R650-X'), stated).grade, 'name-similarity')
  const pattern = { ...stated, modelNumbers: ['6NT2811-6AB20-?AA0'] }
  assert.equal(decideIdentity(own('6NT2811-6AB20-1AA0'), pattern).grade, 'exact-identifier')
})
