// `explain`: says why a product version is affected or not, and judges it again from the stored document.
// SPDX-License-Identifier: EUPL-1.2
import { advisoryIdsOfTracking } from '../capabilities/advisories/index.ts'
import {
  type Explained,
  type ExplanationStep,
  explainConsidered,
  explainPairs,
  explainStep,
  replayVerdicts,
} from '../capabilities/matching/index.ts'
import { openInstallation } from '../installation.ts'
import type { Database } from '../platform/database/database.ts'
import { type Command, type Output, optionValues, UsageError } from './command.ts'

export const explain: Command = {
  name: 'explain',
  usage: 'explain --advisory ID --product-version ID [--json] | explain --all',
  purpose:
    'Say why a product version is affected by an advisory or not, judge it again from the stored document, and compare. With one of the two: everything that was looked at. With --all: judge every stored verdict again.',
  async run(words, output) {
    const asked = readQuestion(words)
    const installation = await openInstallation('command', output.say)
    try {
      if (asked === 'all') return await replayAll(installation.database, output)
      const found = await answer(installation.database, asked)
      if (found.length === 0) {
        output.say('Nothing was looked at for this question: no such advisory, no such product version, or')
        output.say('no product of any inventory that could be the one named. Check the two numbers.')
        return 1
      }
      for (const one of found) {
        if (words.includes('--json')) output.print(JSON.stringify(one))
        else printOne(one, output)
      }
      return found.every((one) => one.isReplayed) ? 0 : 1
    } finally {
      await installation.close()
    }
  },
}

interface Question {
  /** A number of ours, or the publisher's tracking id. */
  readonly advisory: string | null
  readonly productVersionId: number | null
}

function readQuestion(words: readonly string[]): Question | 'all' {
  if (words.includes('--all')) return 'all'
  const [advisory = null] = optionValues(words, '--advisory')
  const [version = null] = optionValues(words, '--product-version')
  if (advisory === null && version === null)
    throw new UsageError('Name --advisory, --product-version, both, or --all.')
  if (version !== null && !/^\d{1,15}$/.test(version))
    throw new UsageError(
      `--product-version takes the number that an asset's page shows, and "${version}" is none.`,
    )
  return { advisory, productVersionId: version === null ? null : Number(version) }
}

function answer(database: Database, { advisory, productVersionId }: Question): Promise<readonly Explained[]> {
  return database.asEngine(async (scope) => {
    if (advisory === null)
      return productVersionId === null
        ? []
        : explainConsidered(scope, { productVersionIds: [productVersionId] })
    const advisoryIds = /^\d{1,15}$/.test(advisory)
      ? [Number(advisory)]
      : await advisoryIdsOfTracking(scope, advisory)
    if (productVersionId === null) return explainConsidered(scope, { advisoryIds })
    return explainPairs(
      scope,
      advisoryIds.map((advisoryId) => ({ advisoryId, productVersionId })),
    )
  })
}

function printOne(one: Explained, output: Output): void {
  output.print(`Advisory ${one.advisoryId}, product version ${one.productVersionId}: ${one.answer}`)
  for (const step of one.explanation) output.print(`  ${sayAny(step as ExplanationStep | DocumentStep)}`)
  if (one.isReplayed) output.print('  Judged again from the stored document: the same.')
  else
    output.print(
      `  Judged again from the stored document: NOT the same. Stored: ${one.stored?.answer ?? 'no verdict'}.`,
    )
}

interface DocumentStep {
  readonly code: 'document'
  readonly revisionId: number
  readonly sha256: string
}

function sayAny(step: ExplanationStep | DocumentStep): string {
  return step.code === 'document'
    ? `Document with SHA-256 ${step.sha256} (revision ${step.revisionId}).`
    : explainStep(step)
}

async function replayAll(database: Database, output: Output): Promise<number> {
  const summary = await replayVerdicts(
    (work) => database.asEngine(work),
    (done) => output.progress(`${done} verdicts judged again …`),
  )
  output.progress('')
  output.print(JSON.stringify(summary))
  if (summary.different.length === 0) return 0
  output.say(
    'Verdicts that do not come out again were made by an earlier release: run `npm run salus -- rematch`.',
  )
  return 1
}
