// The duty officer's journey, in German: upload an advisory, see who is affected and, three days later, who is overdue.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerAlert } from '../capabilities/alerts/index.ts'
import { advisoryFile, gateway, givenAssets, givenCentre, givenHospital, givenPerson } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const title = 'Infusion pump gateway without authentication'
const nobody = 'Jetzt ist niemand anzurufen'
const ages = 'Offene Warnungen nach Alter und Dringlichkeit'

for (const width of eachLook([320, 1280])) {
  test(
    `the duty officer uploads an advisory and finds who is affected and who is overdue, at ${width} px`,
    {
      skip: noBrowser,
    },
    () =>
      inCentre(async (centre) => {
        const officer = { email: 'rosa.keller@centre.example', name: 'Rosa Keller', language: 'de' }
        const keeper = { email: 'ida.sommer@centre.example', name: 'Ida Sommer', language: 'de' }
        const organisationId = await givenCentre(centre)
        await givenPerson(centre, officer, { organisationId, role: 'duty-officer' })
        await givenPerson(centre, keeper, { organisationId, role: 'administrator' })
        const answering = await givenHospital(centre, 'Tannau Hospital')
        const silent = await givenHospital(centre, 'Birkensee Clinic', 'DE')
        const unaffected = await givenHospital(centre, 'Hohenfels Clinic', 'DE')
        await givenAssets(centre, answering, [gateway(1, '2.3.1'), gateway(2, '2.3.1')])
        await givenAssets(centre, silent, [gateway(3, '2.2.0')])
        await givenAssets(centre, unaffected, [gateway(4, '2.4.0')])
        const visitor = await centre.visit({ width, locale: 'de-AT' })
        await visitor.signIn(await centre.linkFor(officer.email))
        await upload(centre, visitor)
        await seeWhoIsAffected(visitor)
        await givenAnswer(centre, answering)
        centre.passHours(39)
        await centre.runJob('alerts.escalate')
        centre.passHours(32)
        await centre.runJob('alerts.escalate')
        await visitor.signIn(await centre.linkFor(officer.email))
        await seeWhoIsOverdue(visitor)
        const other = await centre.visit({ width, locale: 'de-AT', theme: 'dark' })
        await other.signIn(await centre.linkFor(keeper.email))
        await seeTheRest(other)
      }),
  )
}

async function upload(centre: Centre, visitor: Visitor): Promise<void> {
  await visitor.heading('Lagetafel')
  await visitor.page.getByRole('heading', { name: nobody }).waitFor()
  await visitor.look('board-quiet')
  await visitor.follow('link', 'Sicherheitsmeldungen')
  await visitor.look('advisories-empty')
  await visitor.follow('link', 'Sicherheitsmeldungen hochladen')
  await visitor.look('upload')
  const field = 'Datei mit einem oder mehreren Dokumenten'
  await visitor.attach(field, 'broken.json', '{"document": {')
  await visitor.follow('button', 'Hochladen und prüfen')
  await visitor.page.getByText('1 in Quarantäne').waitFor()
  await visitor.look('upload-quarantined')
  await visitor.follow('link', 'Weitere Datei hochladen')
  await visitor.attach(field, 'advisory.json', advisoryFile())
  await visitor.follow('button', 'Hochladen und prüfen')
  await visitor.heading('1 Dokument wurde gelesen')
  await visitor.page.getByText('1 neu, 0 überarbeitet').waitFor()
  await visitor.look('upload-result')
  await centre.settle()
}

async function seeWhoIsAffected(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Lagetafel')
  await visitor.page.getByRole('heading', { name: nobody }).waitFor()
  await visitor.look('board')
  await visitor.follow('link', title, visitor.region(/^Nach Sicherheits/))
  await visitor.heading(title)
  await visitor.look('board-advisory')
  assert.deepEqual(await membersShown(visitor), [
    ['Birkensee Clinic, DE', 'noch nicht, in der FristNeu', '1 betroffen, keine nicht erkennbar'],
    ['Tannau Hospital, AT', 'noch nicht, in der FristNeu', '2 betroffen, keine nicht erkennbar'],
  ])
}

async function givenAnswer(centre: Centre, organisationId: number): Promise<void> {
  const answer = {
    kind: 'acknowledge',
    applies: 'yes',
    assignee: null,
    reason: null,
    acceptedUntil: null,
  } as const
  const command = { organisationId, alertId: 1, answer, personId: 1, timeZone: 'Europe/Vienna' }
  centre.passHours(1)
  const alerts = await centre.alertsOf(organisationId)
  for (const alertId of alerts) await answerAlert(centre.context, { ...command, alertId }, centre.now())
}

async function seeWhoIsOverdue(visitor: Visitor): Promise<void> {
  await visitor.heading('Lagetafel')
  await visitor.page.getByRole('heading', { name: 'Birkensee Clinic anrufen' }).waitFor()
  await visitor.look('board-overdue')
  await assertFiguresAgree(visitor)
  await visitor.follow('link', 'Telefonnummern öffnen')
  await visitor.heading(title)
  await visitor.look('board-advisory-overdue')
  assert.deepEqual(await membersShown(visitor), [
    ['Birkensee Clinic, DE', 'überfälligNeu', '1 betroffen, keine nicht erkennbar'],
  ])
  assert.match(
    (await visitor.page.getByRole('table').textContent()) ?? '',
    /\+43 555 0100.*E-Mail wartet 1×/s,
  )
}

/** The chart's table, the list of advisories and the figures on top count the same open alerts and members. */
async function assertFiguresAgree(visitor: Visitor): Promise<void> {
  const [head = [], ...rows] = await visitor.tableRows(ages)
  assert.equal(head.at(-1), 'Alle')
  const counted = rows.map((row) => Number(row.at(-1)))
  assert.deepEqual(
    rows.map((row) => row.slice(1, -1).reduce((sum, count) => sum + Number(count), 0)),
    counted,
  )
  assert.equal(rows.find(([age]) => age === '3–7 Tage')?.at(-1), '2')
  const open = counted.reduce((sum, count) => sum + count, 0)
  const listed = await visitor.tableRows(/^Sicherheits\S+ mit offenen Warnungen/)
  const members = listed.slice(1).map((row) => Number.parseInt(row[1] ?? '', 10))
  assert.equal(
    members.reduce((sum, count) => sum + count, 0),
    open,
  )
  assert.match(listed[1]?.[2] ?? '', /1 geantwortet.*1 überfällig/)
  const figures = (await visitor.page.getByRole('main').textContent()) ?? ''
  assert.match(figures, /Mitglieder mit offener Warnung2\D.*?von 3/)
  assert.match(figures, /Nicht rechtzeitig geantwortet1\D/)
}

/** Pages of the centre that no other journey comes by, by night. */
async function seeTheRest(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Sicherheitsmeldungen')
  await visitor.look('advisories')
  await visitor.follow('link', title)
  await visitor.look('advisory')
  for (const name of ['Quellen', 'Mitglieder', 'Personen']) {
    await visitor.follow('link', name, visitor.page.getByRole('navigation').first())
    await visitor.look(name.toLowerCase())
  }
}

/** Member, standing, assets of each row. */
async function membersShown(visitor: Visitor): Promise<readonly (readonly string[])[]> {
  const [, ...rows] = await visitor.tableRows(/betroffene Mitglieder$/)
  return rows.map(([member = '', stands = '', assets = '']) => [
    member.replace(/(Sofort handeln|Diese Woche|Nächste Wartung)$/, ''),
    stands,
    assets,
  ])
}
