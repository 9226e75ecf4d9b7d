// The hospital's journey: import the list, be told, see why, answer, fix, close; by keyboard, with and without script.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealJournal, verifyJournal } from '../platform/journal/chain.ts'
import { gateway, givenAdvisory, givenHospital, givenPerson, heading } from './arrange.ts'
import { eachLook, noBrowser } from './browser.ts'
import { type Centre, inCentre } from './harness.ts'
import type { Visitor } from './visitor.ts'

const list = [
  heading,
  gateway(1, '2.3.1'),
  gateway(2, '2.3.1'),
  gateway(3, '2.4.0'),
  gateway(4, ''),
  '5;Ward telephone;Tannau Telecom;=1+1;1.0;Main site;4711',
].join('\n')
const title = 'Infusion pump gateway without authentication'

for (const { width, script } of eachLook([
  { width: 320, script: true },
  { width: 1280, script: false },
])) {
  test(
    `a hospital imports its list, is warned, sees why and answers until it is fixed, at ${width} px ${script ? 'with' : 'without'} script`,
    {
      skip: noBrowser,
    },
    () =>
      inCentre(async (centre) => {
        await givenAdvisory(centre)
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        const jana = { email: 'jana.brandt@tannau.example', name: 'Jana Brandt' }
        await givenPerson(centre, jana, { organisationId: hospital, role: 'responder' })
        const visitor = await centre.visit({ width, script })
        await visitor.open(await centre.linkFor(jana.email))
        await visitor.look('link')
        await visitor.follow('button', 'Sign in')
        await importList(centre, visitor)
        await readAlert(visitor)
        await acknowledge(visitor)
        centre.passHours(48)
        await visitor.signIn(await centre.linkFor(jana.email))
        await closeAlert(visitor)
        await assertJournalIsWhole(centre)
      }),
  )
}

async function importList(centre: Centre, visitor: Visitor): Promise<void> {
  await visitor.heading('Nothing needs you today')
  await visitor.look('today-empty')
  await visitor.follow('link', 'Import your list of assets')
  await visitor.look('import-upload')
  await visitor.attach('File', 'devices.csv', list)
  await visitor.follow('button', 'Read this file')
  await visitor.heading('Reading devices.csv')
  await visitor.lookInPassing('import-reading')
  await centre.settle()
  await visitor.heading('Have we read your columns correctly?')
  await visitor.look('import-columns')
  await visitor.follow('button', 'Compare with what you have')
  await centre.settle()
  await visitor.heading('4 new, 0 changed, 0 gone. Nothing is stored yet.')
  await visitor.look('import-difference')
  await visitor.follow('button', 'Store 4 changes')
  await centre.settle()
  await visitor.heading('4 of 5 rows are in. 1 needs you.')
  await visitor.look('import-result')
  const rejected = await visitor.region('1 row we couldn’t take').textContent()
  assert.match(rejected ?? '', /=1\+1.*The cell holds a formula/)
}

async function readAlert(visitor: Visitor): Promise<void> {
  await visitor.follow('link', 'Today')
  await visitor.heading('One thing needs you today')
  await visitor.look('today')
  await visitor.follow('link', 'See what to do')
  await visitor.heading(title)
  await visitor.look('alert')
  assert.match((await visitor.region('What to do now').textContent()) ?? '', /Update to 2\.4\.0\./)
  assert.match((await visitor.region('By when').textContent()) ?? '', /Acknowledge.*48 h after we told you/s)
  const why = await visitor.tableRows('Why you')
  assert.ok(
    why.some((row) => row[0] === 'Version in range?' && row[1] === '2.3.1 (2)' && row[2]?.includes('2.4.0')),
    JSON.stringify(why),
  )
  await visitor.unfold('Every step, to check for yourself')
  assert.match((await visitor.region('Why you').textContent()) ?? '', /SHA-256 [0-9a-f]{64}/)
  await visitor.look('alert-every-step')
  const assets = await visitor.tableRows('Assets concerned by this alert')
  assert.equal(assets.filter((row) => row.at(-1) === 'Affected').length, 2)
  assert.equal(assets.filter((row) => row.at(-1) === 'Please check').length, 1)
}

async function acknowledge(visitor: Visitor): Promise<void> {
  const suggested = visitor.page.getByRole('radio', { name: 'Yes, to the 2 we named' })
  assert.ok(await suggested.isChecked(), 'what we suggest is chosen beforehand')
  await visitor.fill('Who takes care of it?', 'Medical engineering')
  await visitor.follow('button', 'Acknowledge')
  await visitor.page.getByRole('main').getByText('Acknowledged', { exact: true }).waitFor()
  assert.match(
    (await visitor.region('What happened so far').textContent()) ?? '',
    /Jana Brandt acknowledged it/,
  )
  await visitor.look('alert-acknowledged')
}

async function closeAlert(visitor: Visitor): Promise<void> {
  await visitor.heading('Nothing needs you today')
  await visitor.look('today-acknowledged')
  await visitor.follow('link', /^Alerts/)
  await visitor.heading('Alerts')
  await visitor.look('alerts')
  await visitor.follow('link', title)
  await visitor.choose('It does not apply to us, and we say why')
  await visitor.follow('button', 'Store the answer')
  await visitor.page.getByRole('alert').getByText('Say why').waitFor()
  await visitor.look('alert-reason-missing')
  const kept = visitor.page.getByRole('radio', { name: 'It does not apply to us, and we say why' })
  assert.ok(await kept.isChecked(), 'what was chosen is kept')
  await visitor.choose('It is fixed on all of them')
  await visitor.fill('Why? Or a note for colleagues', 'Updated to 2.4.0 during the night')
  await visitor.follow('button', 'Store the answer')
  await visitor.page.getByRole('main').getByText('Remediated', { exact: true }).waitFor()
  assert.match(
    (await visitor.region('By when').textContent()) ?? '',
    /Nothing is due\. This alert is closed\./,
  )
  const history = (await visitor.region('What happened so far').textContent()) ?? ''
  assert.match(history, /Jana Brandt reported it fixed\..*Updated to 2\.4\.0.*acknowledged it.*Alert raised/s)
  await visitor.look('alert-remediated')
}

async function assertJournalIsWhole({ context }: Centre): Promise<void> {
  await context.database.asEngine(sealJournal)
  const verification = await context.database.asEngine(verifyJournal)
  assert.deepEqual(
    { intact: verification.intact, unchained: verification.unchained, broken: verification.broken },
    { intact: true, unchained: 0, broken: null },
  )
  assert.ok(verification.entries >= 8, `${verification.entries} entries`)
}
