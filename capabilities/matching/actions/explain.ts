// Explains any pair of advisory and product version, and finds out whether the stored answer comes out again.
// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual } from 'node:util'
import type { EngineScope } from '../../../platform/database/database.ts'
import { loadAdvisories } from '../../advisories/index.ts'
import { aliasGraph, aliasKey } from '../alias.ts'
import { type Judgement, judgeLinked, linkStatements } from '../judge.ts'
import { type InventoryLike, inventoryName } from '../product-name.ts'
import {
  type MatchQuestion,
  type Pair,
  selectAliasesAround,
  selectConsidered,
  selectItems,
  selectVerdictPairs,
  selectVerdicts,
  type Verdict,
} from '../store.ts'
import { explanationOf } from './decide.ts'
import { type ReadAdvisory, readForMatching } from './read-advisory.ts'
import { weighDocuments } from './weigh-documents.ts'

export interface Explained extends Pair {
  readonly item: InventoryLike
  readonly answer: Judgement['answer']
  readonly identityGrade: string
  readonly rangeGrade: string
  readonly explanation: readonly unknown[]
  /** The stored verdict; null where none is stored, because nobody has to hear of it. */
  readonly stored: Verdict | null
  /** Whether judging the stored document again gives what is stored, to the last step of the explanation. */
  readonly isReplayed: boolean
}

/** Pairs explained at once: the documents and verdicts of more would not fit beside other work. */
const pairsAtOnce = 200

/** Pairs whose advisory or product version does not exist are left out. */
export async function explainPairs(
  scope: EngineScope,
  pairs: readonly Pair[],
): Promise<readonly Explained[]> {
  const explained: Explained[] = []
  for (const [advisoryId, own] of Map.groupBy(pairs, (pair) => pair.advisoryId)) {
    const [recorded] = await loadAdvisories(scope, [advisoryId])
    if (!recorded) continue
    const advisory = readForMatching(recorded)
    const ids = own.map((pair) => pair.productVersionId)
    const items = await selectItems(scope, ids)
    const stored = new Map(
      (await selectVerdicts(scope, advisoryId, ids)).map((verdict) => [verdict.productVersionId, verdict]),
    )
    for (const pair of own) {
      const item = items.get(pair.productVersionId)
      if (item)
        explained.push(
          await explainOne(scope, advisory, pair, item, stored.get(pair.productVersionId) ?? null),
        )
    }
  }
  return explained
}

async function explainOne(
  scope: EngineScope,
  advisory: ReadAdvisory,
  pair: Pair,
  item: InventoryLike,
  stored: Verdict | null,
): Promise<Explained> {
  const name = inventoryName(item)
  const linked = linkStatements(name, advisory.statements, await aliasesOf(scope, item, advisory))
  const alone = { advisory, item, name, linked, judgement: judgeLinked(item, name, linked) }
  const [{ judgement } = alone] = await weighDocuments(scope, [alone])
  const { answer, identityGrade, rangeGrade } = judgement
  const explanation = explanationOf(advisory.recorded, judgement)
  return {
    ...pair,
    item,
    answer,
    identityGrade,
    rangeGrade,
    explanation,
    stored,
    isReplayed: isReplayed(stored, judgement, explanation),
  }
}

/** Through JSON, as it is stored: what is absent and what is undefined are the same there. */
function isReplayed(stored: Verdict | null, judgement: Judgement, explanation: readonly unknown[]): boolean {
  if (stored === null) return judgement.answer === 'no_match' || judgement.answer === 'not_affected'
  const { answer, identityGrade, rangeGrade, vulnerabilities, serials } = judgement
  return isDeepStrictEqual(
    [
      stored.answer,
      stored.identityGrade,
      stored.rangeGrade,
      stored.vulnerabilities,
      stored.serials,
      stored.explanation,
    ],
    [answer, identityGrade, rangeGrade, vulnerabilities, serials, JSON.parse(JSON.stringify(explanation))],
  )
}

async function aliasesOf(scope: EngineScope, item: InventoryLike, { statements }: ReadAdvisory) {
  const own = aliasKey(inventoryName(item))
  const aliases = aliasGraph(await selectAliasesAround(scope, [own]))
  if (aliases.keys.length === 0) return []
  const stated = new Set(statements.flatMap(({ names }) => names.map(aliasKey)))
  return [...stated].map((key) => aliases.resolve(own, key)).filter((alias) => alias !== null)
}

/** What was looked at for these advisories or product versions, with the reason also where it was left out. */
export async function explainConsidered(
  scope: EngineScope,
  question: MatchQuestion,
  { after = null, limit = pairsAtOnce }: { readonly after?: Pair | null; readonly limit?: number } = {},
): Promise<readonly Explained[]> {
  return explainPairs(scope, await selectConsidered(scope, question, after, limit))
}

export interface ReplaySummary {
  readonly verdicts: number
  readonly same: number
  readonly different: readonly Pair[]
}

const maxDifferencesListed = 100

/** Judges every stored verdict again; at most a hundred that come out otherwise are named. */
export async function replayVerdicts(
  inTransaction: <T>(work: (scope: EngineScope) => Promise<T>) => Promise<T>,
  onProgress: (done: number) => void,
): Promise<ReplaySummary> {
  const different: Pair[] = []
  let [verdicts, same] = [0, 0]
  for (let after: Pair | null = null; ; ) {
    const pairs = await inTransaction((scope) => selectVerdictPairs(scope, after, pairsAtOnce))
    const last = pairs.at(-1)
    if (!last) return { verdicts, same, different }
    for (const one of await inTransaction((scope) => explainPairs(scope, pairs))) {
      verdicts++
      if (one.isReplayed) same++
      else if (different.length < maxDifferencesListed)
        different.push({ advisoryId: one.advisoryId, productVersionId: one.productVersionId })
    }
    after = last
    onProgress(verdicts)
  }
}
