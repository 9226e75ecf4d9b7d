// A server process for the crash test: three people work on one run at once; each command that was stored is printed.
// SPDX-License-Identifier: EUPL-1.2
import { openDatabase } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { readRun } from '../actions/find.ts'
import { answerDecision, completeStep, noteOnStep } from '../actions/run.ts'
import type { Actor } from '../run.ts'
import { brandt, keller, lorenz } from './trial.ts'

const [url = '', organisation = '0', run = '0', attempt = '0'] = process.argv.slice(2)
const organisationId = Number(organisation)
const runId = Number(run)
const timeZone = 'Europe/Vienna'
const database = openDatabase(url, { connections: 3 })
const maxTurns = 500

/** Always the first open step, so that the three keep getting in each other's way; a note after each try. */
async function work(actor: Actor): Promise<void> {
  for (let turn = 0; turn < maxTurns; turn++) {
    const now = new Date()
    const view = await database.asMember(organisationId, (scope) => readRun(scope, runId, 'en', now))
    const open = view.steps.find(({ standing }) => standing?.state === 'open')
    if (!open) return
    const order = { runId, actor, timeZone, commandId: `${attempt}-${actor.personId}-${turn}` }
    const round = open.standing?.round ?? 0
    // Two rounds more, then on to the end.
    const answer = open.id === 'check' ? (round < 12 ? 'again' : 'no') : 'yes'
    await acknowledge(order.commandId, () =>
      database.asMember(organisationId, (scope) =>
        open.kind === 'decision'
          ? answerDecision(scope, { ...order, stepId: open.id, answer, note: null }, now)
          : completeStep(scope, { ...order, stepId: open.id, outcome: 'done', note: null }, now),
      ),
    )
    const note = {
      ...order,
      commandId: `${order.commandId}-note`,
      stepId: open.id,
      note: `Seen in turn ${turn}.`,
    }
    await acknowledge(note.commandId, () =>
      database.asMember(organisationId, (scope) => noteOnStep(scope, note, now)),
    )
  }
}

/** Printed after the transaction has ended: from then on it must never be lost. */
async function acknowledge(commandId: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
    process.stdout.write(`stored ${commandId}\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stdout.write(`refused ${commandId} ${error.code}\n`)
  }
}

await Promise.all([lorenz, brandt, keller].map(work))
await database.close()
process.stdout.write('end\n')
