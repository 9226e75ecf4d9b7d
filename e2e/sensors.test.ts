// Sensors: the centre publishes a pack, three hospitals find the same and tell of it unnamed, the officer warns, a fourth is told.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { givenSensorCode } from '../capabilities/sensors/builders.ts'
import { sendDue } from '../platform/delivery/send.ts'
import { givenAdvisory, givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import { buildPack, eventAt, type House, ruleTitle, tellUnnamed } from './sensor-houses.ts'
import type { Visitor } from './visitor.ts'

const hourMs = 3_600_000

async function smtp(): Promise<{
  readonly url: string
  readonly received: ParsedMail[]
  readonly close: () => Promise<void>
}> {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        received.push(mail)
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the SMTP server has no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The lead of the first house in the browser; the code of the others is made by the same action. */
async function enrolInBrowser(centre: Centre, house: House): Promise<string> {
  const lead = await centre.visit({ width: 320, script: false })
  await lead.signIn(await centre.linkFor(`lead${house.id}@hospital.example`))
  await lead.open(`/o/${house.id}/sensors`)
  await lead.heading('You have no sensor yet')
  await lead.look('sensors-home-empty')
  await lead.follow('button', 'Make a code')
  await lead.page.getByText('Say where it will stand, in at most').first().waitFor()
  await lead.fill('Where it will stand', 'Log server in the cellar')
  await lead.follow('button', 'Make a code')
  await lead.heading('Code for: Log server in the cellar')
  await lead.look('sensors-code')
  return ((await lead.page.locator('.s-code').textContent()) ?? '').trim()
}

async function warnTheOthers(officer: Visitor): Promise<void> {
  await officer.open('/centre/sightings')
  await officer.heading('One thing was seen by three hospitals or more')
  await officer.look('sightings')
  await officer.follow('link', ruleTitle)
  await officer.look('sighting')
  await officer.follow('link', 'Warn the others')
  await officer.look('warn-form')
  await officer.choose('From the internet: by mail, remote access or an open service')
  await officer.follow('button', 'Look at it first')
  await officer.heading('Warn the others')
  await officer.look('warn-preview')
  await officer.follow('button', 'Warn 4 members now')
  await officer.page.getByText('Warned on').waitFor()
}

test('three hospitals tell unnamed what their sensors found, the officer warns, and a fourth hospital reads it', {
  skip: noBrowser,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-sensors-'))
  const mailServer = await smtp()
  try {
    // Sensors are processes of their own, with the clock of the machine.
    await inCentre((centre) => story(centre, folder, mailServer), { startsAt: new Date().toISOString() })
  } finally {
    await mailServer.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

async function story(
  centre: Centre,
  folder: string,
  mailServer: Awaited<ReturnType<typeof smtp>>,
): Promise<void> {
  const centreId = await givenCentre(centre)
  await givenPerson(
    centre,
    { email: 'pia.lorenz@lakeland.example', name: 'Pia Lorenz' },
    { organisationId: centreId, role: 'administrator' },
  )
  await givenPerson(
    centre,
    { email: 'noa.stein@lakeland.example', name: 'Noa Stein' },
    { organisationId: centreId, role: 'duty-officer' },
  )
  const houses: House[] = []
  for (const name of ['Tannau Hospital', 'Seeblick Hospital', 'Birkensee Clinic', 'Ballincreel Hospital']) {
    const id = await givenHospital(centre, name)
    await givenPerson(
      centre,
      { email: `lead${id}@hospital.example`, name: 'Jana Brandt' },
      { organisationId: id, role: 'lead' },
    )
    const isAlone = houses.length === 0
    houses.push({ id, state: join(folder, `state-${id}`), log: join(folder, `log-${id}.ndjson`), isAlone })
  }
  const [tannau, seeblick, birkensee, fourth] = houses
  if (!tannau || !seeblick || !birkensee || !fourth) throw new Error('four hospitals were made')

  // The centre has recorded advisories before, so that what checks them is loaded.
  await givenAdvisory(centre)
  const pack = await buildPack(folder)
  const administrator = await centre.visit({ width: 320, script: false })
  await administrator.signIn(await centre.linkFor('pia.lorenz@lakeland.example'))
  await administrator.open('/centre/packs')
  await administrator.look('packs-empty')
  await administrator.page.getByLabel('File of the pack').setInputFiles(pack.file)
  await administrator.follow('button', 'Publish a pack')
  await administrator.heading('Pack 1 is in force')
  await administrator.look('packs')

  const origin = centre.context.origin()
  // Yesterday evening, so that the hours are over and in one day in most places.
  const at = new Date(Math.floor((centre.now().getTime() - 5 * hourMs) / hourMs) * hourMs + 600_000)
  const telling = [tannau, seeblick, birkensee]
  const codes: string[] = []
  for (const [index, house] of telling.entries()) {
    writeFileSync(
      house.log,
      `${eventAt(at, 'vssadmin list shadows')}\n${eventAt(at, 'vssadmin delete shadows /all')}\n`,
    )
    codes.push(
      index === 0
        ? await enrolInBrowser(centre, house)
        : await givenSensorCode(centre.context, house.id, centre.now()),
    )
  }
  const messages = await Promise.all(
    telling.map((house, index) => tellUnnamed(house, origin, codes[index] ?? '', pack.fingerprint)),
  )
  const officer = await centre.visit({ width: 320, script: false })
  await officer.signIn(await centre.linkFor('noa.stein@lakeland.example'))
  for (const [index, body] of messages.entries()) {
    assert.doesNotMatch(body, /canary|seeblick|tannau/i)
    if (index === 2) {
      await centre.runJob('sensors.release')
      await officer.open('/centre/sightings')
      await officer.heading('Nothing was seen by three hospitals or more')
    }
    const response = await fetch(`${origin}/api/v1/sightings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    assert.equal(response.status, 200, await response.clone().text())
    const { results } = (await response.json()) as { results: readonly { result: string }[] }
    assert.ok(results.length > 0 && results.every(({ result }) => result === 'taken'))
  }
  await centre.runJob('sensors.release')
  await warnTheOthers(officer)
  await centre.settle()

  const config = { ...centre.context.config, smtpUrl: mailServer.url }
  await sendDue({ ...centre.context, config }, () => centre.now())
  const proposal = mailServer.received.find(({ subject }) => subject?.startsWith('Several hospitals saw'))
  assert.match(proposal?.text ?? '', /Which hospitals they are, nobody can know/)
  const warnings = mailServer.received.filter(({ subject }) => subject?.startsWith('Sofort handeln'))
  assert.equal(warnings.length, 4, 'one for each member, in the language of its contact')
  const [alertId] = await centre.alertsOf(fourth.id)
  const link = new RegExp(`${origin}/o/${fourth.id}/alerts/${alertId}`)
  assert.ok(warnings.some(({ text }) => link.test(text ?? '')))

  const lead = await centre.visit({ width: 320, script: false })
  await lead.signIn(await centre.linkFor(`lead${fourth.id}@hospital.example`))
  await lead.open(`/o/${fourth.id}/alerts/${alertId}`)
  await lead.heading(`Seen in hospitals: ${ruleTitle}`)
  await lead.page.getByText('look whether you have it').first().waitFor()
  await lead.look('warning-alert')
  assert.equal(await lead.open(`/o/${tannau.id}/sensors`), 403)
}
