// A run and the library in a real browser: accessible at every width and in every language, and paper shows what the screen shows.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { givenCentre, givenHospital, givenPerson } from '../../../e2e/arrange.ts'
import { eachLook, noBrowser, walkedLanguages } from '../../../e2e/browser.ts'
import { type Centre, inCentre } from '../../../e2e/harness.ts'
import { inspect, shoot } from '../../../e2e/inspect.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { cacaoDocument } from '../../../standards/cacao/builders.ts'
import { Sheet } from '../../../web/kit/index.ts'
import { startWhole, timeZone } from '../builders/runs.ts'
import { brandt, lorenz } from '../builders/trial.ts'
import {
  answerDecision,
  completeStep,
  noteOnStep,
  RunHead,
  type RunView,
  readRun,
  StepList,
  takeStep,
} from '../index.ts'
import { languages, ownPlaybooks } from '../store/library.ts'

/** Some steps done, one taken, one answered, one not needed, one late. */
async function givenRun(centre: Centre, hospital: number): Promise<number> {
  const { database } = centre.context
  const runId = await database.asMember(hospital, (scope) => startWhole(scope, centre.now()))
  const at = new Date(centre.now().getTime() + 8 * 60_000)
  let count = 0
  const order = (actor = lorenz) => ({ runId, actor, timeZone, commandId: `c${++count}` })
  await database.asMember(hospital, async (scope) => {
    await completeStep(scope, { ...order(), stepId: 'look', outcome: 'cannot', note: 'Lamp is red.' }, at)
    await answerDecision(scope, { ...order(brandt), stepId: 'ask', answer: 'no', note: null }, at)
    await takeStep(scope, { ...order(brandt), stepId: 'paper', takeOver: false }, at)
    await noteOnStep(scope, { ...order(), stepId: 'leave', note: 'Ward 3 has two pumps on it.' }, at)
  })
  return runId
}

function runPage(centre: Centre, view: RunView): Promise<string> {
  const reader = { translator: centre.context.translator('en'), timeZone }
  const content = (
    <>
      <h1>{view.name}</h1>
      <RunHead view={view} reader={reader} />
      <Sheet id="steps" heading="Steps">
        <StepList steps={view.steps} reader={reader} formsOf={() => <p class="s-noprint">A form.</p>} />
      </Sheet>
    </>
  )
  const request = {
    ...{
      params: {},
      query: {},
      body: {},
      caller: null,
      membership: null,
      organisationId: 0,
      files: [],
      cookies: {},
    },
    ...{
      now: centre.now(),
      locale: 'en',
      path: '/run',
      origin: 'http://127.0.0.1',
      remoteAddress: '127.0.0.1',
      bearerToken: null,
    },
  } satisfies AnyRequest
  return centre.context.render(request, { title: view.name, content })
}

interface Seen {
  readonly step: string
  readonly title: string
  readonly state: string
  readonly texts: readonly string[]
  readonly box: string
}

/** What is visible of each step, in the order of the page; boxes and lines to write on exist on paper only. */
async function seenOn(page: Page, media: 'screen' | 'print'): Promise<readonly Seen[]> {
  await page.emulateMedia({ media })
  // What the browser hands over is described by the interface above.
  return (await page.evaluate(`Array.from(document.querySelectorAll('[data-step]'), (li) => {
    const visible = (node) => node.getClientRects().length > 0
    const texts = Array.from(li.querySelectorAll('h3, .s-meta > *, p, ul > li')).filter(visible)
    const own = texts.filter((node) => !node.matches('.s-printonly, .s-noprint'))
    return {
      step: li.dataset.step,
      title: li.querySelector('h3').textContent,
      state: li.querySelector('.s-state').textContent,
      texts: own.map((node) => node.textContent.trim()),
      box: texts.filter((node) => node.matches('span.s-printonly')).map((node) => node.textContent).join(''),
    }
  })`)) as readonly Seen[]
}

test(
  'paper shows the same steps in the same order with the same states as the screen, and boxes to tick',
  { skip: noBrowser },
  () =>
    inCentre(async (centre) => {
      const hospital = await givenHospital(centre, 'Tannau Hospital')
      const runId = await givenRun(centre, hospital)
      const now = new Date(centre.now().getTime() + 40 * 60_000)
      const view = await centre.context.database.asMember(hospital, (scope) =>
        readRun(scope, runId, 'en', now),
      )
      const visitor = await centre.visit({ width: 1280 })
      await visitor.open('/sign-in')
      const body = await runPage(centre, view)
      await visitor.page.route('**/sign-in', (route) =>
        route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
      )
      await visitor.open('/sign-in')
      await inspect(visitor.page, 'playbook-run-1280', { width: 1280 })
      const screen = await seenOn(visitor.page, 'screen')
      const paper = await seenOn(visitor.page, 'print')
      await shoot(visitor.page, 'playbook-run-paper')
      assert.deepEqual(
        paper.map(({ box: _box, ...rest }) => rest),
        screen.map(({ box: _box, ...rest }) => rest),
      )
      assert.deepEqual(
        paper.map(({ step, state, box }) => `${step} ${state} ${box}`),
        [
          'look Can’t be done ☒',
          'ask en no ☑',
          'cut Not needed ⊟',
          'leave Do this now ☐',
          'paper Late ☐',
          'check Later ☐',
        ],
      )
      assert.deepEqual(
        screen.map(({ box }) => box),
        ['', '', '', '', '', ''],
      )
    }),
)

const rosa = { email: 'rosa.keller@centre.example', name: 'Rosa Keller' }

/** A reader in each language, each at another playbook; German words are the longest. */
const readers = languages.map((language, index) => ({
  ...{ email: `${language}@tannau.example`, name: 'Jana Brandt', language },
  playbook: ownPlaybooks()[index % ownPlaybooks().length],
}))

for (const { width, script, seen } of eachLook([
  { width: 320, script: true, seen: walkedLanguages.length > 0 ? readers : readers.slice(1, 2) },
  { width: 1280, script: false, seen: readers.slice(0, 1) },
]))
  test(
    `the library is read at ${width} px ${script ? 'with' : 'without'} script, and the centre takes over a playbook`,
    { skip: noBrowser },
    () =>
      inCentre(async (centre) => {
        const centreId = await givenCentre(centre)
        const hospital = await givenHospital(centre, 'Tannau Hospital')
        await givenPerson(centre, rosa, { organisationId: centreId, role: 'duty-officer' })
        for (const { playbook: whole, ...person } of seen) {
          await givenPerson(centre, person, { organisationId: hospital, role: 'reader' })
          const nurse = await centre.visit({ width, script })
          const { t } = centre.context.translator(person.language)
          await nurse.open(await centre.linkFor(person.email))
          await nurse.follow('button', /^(Sign in|Anmelden)$/)
          await nurse.page.getByText(t('playbooks.menu')).first().waitFor({ state: 'attached' })
          await nurse.open('/playbooks')
          await nurse.look(`playbooks-${person.language}`)
          await nurse.follow('link', whole?.texts[person.language]?.name ?? '')
          await nurse.heading(whole?.texts[person.language]?.name ?? '')
          await nurse.look(`playbook-${person.language}`)
        }
        const officer = await centre.visit({ width, script })
        await officer.signIn(await centre.linkFor(rosa.email))
        await officer.open('/playbooks')
        await officer.follow('link', 'Take over a playbook')
        await officer.attach('File', 'bad.json', '{"type": "playbook", "name": ""}')
        await officer.follow('button', 'Read and store it')
        await officer.look('playbook-import-refused')
        await officer.attach('File', 'good.json', JSON.stringify(cacaoDocument()))
        await officer.follow('button', 'Read and store it')
        await officer.follow('link', 'Gateway does not answer')
        await officer.look('playbook-imported')
      }),
  )
