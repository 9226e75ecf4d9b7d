// Which ransomware is it: a hospital asks at night, on the phone, without script, and learns the reason too.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importNotes } from '../capabilities/ransomware/index.ts'
import { givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { inCentre } from './harness.ts'

const note =
  'All files were encrypted by the Greyheron team. Pay in bitcoin for the decryption key. Write to greyheron@criminals.test'
const collection = {
  files: [{ path: 'greyheron/GREYHERON_README.txt', bytes: Buffer.from(note) }],
  ignored: 0,
  sha256: 'a'.repeat(64),
}

test(
  'a hospital without script finds the family, the centre in German does so too, and nobody else can ask',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      await importNotes(centre.context.database, collection, 'Licence of the Collection', centre.now())
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const other = await givenHospital(centre, 'Seeblick Hospital')
      const jana = await givenPerson(
        centre,
        { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' },
        { organisationId: hospital, role: 'reader' },
      )
      const visitor = await centre.visit({ width: 320, script: false })
      await visitor.signIn(await centre.linkFor(jana))
      await visitor.open(`/o/${hospital}/ransomware`)
      await visitor.look('ransomware-ask')
      await visitor.fill(
        'Text of the ransom note',
        'Contact greyheron@criminals.test to get the decryption key',
      )
      await visitor.follow('button', 'Look for the family')
      await visitor.heading('This is likely greyheron')
      await visitor.page.getByText('greyheron[at]criminals[.]test').first().waitFor()
      await visitor.look('ransomware-found')
      assert.equal(await visitor.open(`/o/${other}/ransomware`), 403)

      const officer = await givenPerson(
        centre,
        { email: 'pia@lakeland.example', name: 'Pia Lorenz', language: 'de' },
        { organisationId: await givenCentre(centre), role: 'duty-officer' },
      )
      const duty = await centre.visit({ width: 1280, locale: 'de-AT' })
      await duty.signIn(await centre.linkFor(officer))
      await duty.open('/centre/ransomware')
      await duty.fill('Womit die Namen gesperrter Dateien jetzt enden', 'brief.docx.unbekannt7')
      await duty.follow('button', 'Nach der Familie suchen')
      await duty.heading('Wir können nicht sagen, welche Familie das ist')
      await duty.look('ransomware-none')
    }),
)
