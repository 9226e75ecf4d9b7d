// Lets the judge decide every candidate pair and stores the verdicts with what decided them.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { loadAdvisories, type RecordedAdvisory } from '../../advisories/index.ts'
import { judgeStatements } from '../judge.ts'
import { type MatchableStatement, readMatchableStatements } from '../matchable.ts'
import {
  type Candidate,
  type MatchQuestion,
  replaceVerdicts,
  selectCandidates,
  type Verdict,
} from '../store.ts'

/** Advisories read at once for judging, so that memory does not grow with the catalogue. */
const portion = 100

/** Returns the advisories on which a verdict changed. `read` holds documents that the caller has read already. */
export async function decideCandidates(
  scope: EngineScope,
  question: MatchQuestion,
  read: ReadonlyMap<number, RecordedAdvisory>,
  now: Date,
): Promise<readonly number[]> {
  const candidates = Map.groupBy(await selectCandidates(scope, question), (candidate) => candidate.advisoryId)
  const advisoryIds = [...candidates.keys()]
  const verdicts: Verdict[] = []
  for (let start = 0; start < advisoryIds.length; start += portion) {
    const ids = advisoryIds.slice(start, start + portion)
    for (const advisory of await load(scope, ids, read))
      verdicts.push(...judgeAll(advisory, candidates.get(advisory.advisoryId) ?? []))
  }
  return replaceVerdicts(scope, question, verdicts, now)
}

async function load(
  scope: EngineScope,
  ids: readonly number[],
  read: ReadonlyMap<number, RecordedAdvisory>,
): Promise<readonly RecordedAdvisory[]> {
  const known = ids.map((id) => read.get(id)).filter((advisory) => advisory !== undefined)
  const missing = ids.filter((id) => !read.has(id))
  return missing.length === 0 ? known : [...known, ...(await loadAdvisories(scope, missing))]
}

/** A withdrawn or rejected advisory no longer says anything. */
function judgeAll(recorded: RecordedAdvisory, candidates: readonly Candidate[]): readonly Verdict[] {
  if (recorded.state === 'withdrawn' || recorded.state === 'rejected') return []
  const statements: readonly MatchableStatement[] = readMatchableStatements(recorded.advisory)
  return candidates.flatMap((candidate): readonly Verdict[] => {
    const judgement = judgeStatements(candidate.item, statements)
    if (judgement.answer !== 'affected' && judgement.answer !== 'cannot_tell') return []
    const { answer, identityGrade, rangeGrade, vulnerabilities } = judgement
    const document = { code: 'document', revisionId: recorded.revisionId, sha256: recorded.sha256 }
    return [
      {
        advisoryId: candidate.advisoryId,
        productVersionId: candidate.productVersionId,
        answer,
        identityGrade,
        rangeGrade,
        vulnerabilities,
        explanation: [document, ...judgement.explanation],
      },
    ]
  })
}
