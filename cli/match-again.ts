// `match-again`: a manual run of matching over chosen advisories, or over chosen assets of one organisation.
// SPDX-License-Identifier: EUPL-1.2
import { createApp } from '../app.ts'
import { advisoryIdsOfTracking } from '../capabilities/advisories/index.ts'
import { runAgainAsOperator } from '../capabilities/alerts/index.ts'
import { type ManualRun, matchAdvisoriesAgain } from '../capabilities/matching/index.ts'
import { openInstallation } from '../installation.ts'
import type { Context } from '../platform/context.ts'
import { type Command, optionValues, UsageError } from './command.ts'

const maxNumbers = 1_000

export const matchAgain: Command = {
  name: 'match-again',
  usage: 'match-again --advisory ID… | --organisation NUMBER --asset NUMBER…',
  purpose:
    'Match advisories (by number or tracking id) again for all members, or assets of one organisation against all advisories.',
  async run(words, output) {
    const asked = readQuestion(words)
    const installation = await openInstallation('command', output.say)
    try {
      const app = await createApp(installation)
      const run = await runFor(app.context, asked)
      await app.drainEvents()
      output.print(JSON.stringify(run))
      return run.advisoryIds.length > 0 || 'assetIds' in asked ? 0 : 1
    } finally {
      await installation.close()
    }
  },
}

type Question =
  | { readonly advisories: readonly string[] }
  | { readonly organisationId: number; readonly assetIds: readonly number[] }

function readQuestion(words: readonly string[]): Question {
  const advisories = optionValues(words, '--advisory')
  const assets = optionValues(words, '--asset')
  const [organisation] = optionValues(words, '--organisation')
  if (advisories.length > maxNumbers || assets.length > maxNumbers)
    throw new UsageError(`At most ${maxNumbers} advisories or assets at once.`)
  if (advisories.length > 0 && assets.length === 0) return { advisories }
  if (advisories.length === 0 && assets.length > 0 && organisation !== undefined)
    return { organisationId: numberOf(organisation), assetIds: assets.map(numberOf) }
  throw new UsageError('Name --advisory with one or more, or --organisation and --asset with one or more.')
}

function numberOf(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`"${text}" is no number.`)
  return Number(text)
}

async function runFor(context: Context, asked: Question): Promise<ManualRun> {
  const now = context.now()
  if ('assetIds' in asked) return runAgainAsOperator(context, asked, now)
  const ids = await context.database.asEngine(async (scope) => {
    const found: number[] = []
    for (const word of asked.advisories)
      found.push(...(/^\d{1,15}$/.test(word) ? [Number(word)] : await advisoryIdsOfTracking(scope, word)))
    return found
  })
  return matchAdvisoriesAgain(context, ids, 'operator', now)
}
