// Lets the judge decide every candidate pair and stores the verdicts with what decided them.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { planAnew } from '../../../platform/database/planning.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { loadAdvisories } from '../../advisories/index.ts'
import { type Judgement, judgeLinked } from '../judge.ts'
import { isOverruled } from '../overrule.ts'
import { inventoryName, type ProductName } from '../product-name.ts'
import {
  type Candidate,
  foldVerdicts,
  type MatchQuestion,
  replaceVerdicts,
  type Surroundings,
  selectCandidates,
  selectItems,
  unknownSurroundings,
  type Verdict,
} from '../store.ts'
import { loadIdentities } from './identities.ts'
import { type ReadAdvisory, readForMatching } from './read-advisory.ts'
import { refreshExemptions } from './refresh-exemptions.ts'
import { type Judged, weighDocuments } from './weigh-documents.ts'

/** Advisories read at once for judging, so that memory does not grow with the catalogue. */
const advisoriesAtOnce = 100

/** Returns the advisories on which a verdict changed. `read` holds documents that the caller has read already. */
export async function decideCandidates(
  scope: EngineScope,
  question: MatchQuestion,
  read: ReadonlyMap<number, ReadAdvisory>,
  now: Date,
  around: Surroundings = unknownSurroundings,
): Promise<readonly number[]> {
  const candidates = Map.groupBy(await selectCandidates(scope, question), (candidate) => candidate.advisoryId)
  const verdicts: Verdict[] = []
  for (const advisoryIds of arrayPortions([...candidates.keys()], advisoriesAtOnce)) {
    const asked = advisoryIds.flatMap((id) => candidates.get(id) ?? [])
    verdicts.push(...(await judgePortion(scope, await load(scope, advisoryIds, read), asked, around)))
  }
  const changed = await replaceVerdicts(scope, question, verdicts, now, around)
  if (isAlone(around)) return changed
  await planAnew(scope)
  const folded = await foldVerdicts(
    scope,
    'advisoryIds' in question ? question.advisoryIds : changed,
    'advisoryIds' in question ? null : question.productVersionIds,
  )
  await refreshExemptions(scope, question, now)
  return unique([...changed, ...folded])
}

/** Then there is nothing to fold, to unfold or to exempt. */
function isAlone({ wereMatched, shareCves, hasMemberVex }: Surroundings): boolean {
  return !wereMatched && !shareCves && !hasMemberVex
}

async function load(
  scope: EngineScope,
  ids: readonly number[],
  read: ReadonlyMap<number, ReadAdvisory>,
): Promise<readonly ReadAdvisory[]> {
  const known = ids.map((id) => read.get(id)).filter((advisory) => advisory !== undefined)
  const missing = ids.filter((id) => !read.has(id))
  return [...known, ...(await loadAdvisories(scope, missing)).map(readForMatching)]
}

async function judgePortion(
  scope: EngineScope,
  advisories: readonly ReadAdvisory[],
  candidates: readonly Candidate[],
  around: Surroundings,
): Promise<readonly Verdict[]> {
  const items = await selectItems(scope, unique(candidates.map((candidate) => candidate.productVersionId)))
  const identities = await loadIdentities(
    scope,
    unique(candidates.map((candidate) => candidate.productId)),
    advisories.map(({ recorded }) => recorded.advisoryId),
    around,
  )
  const byAdvisory = Map.groupBy(candidates, (candidate) => candidate.advisoryId)
  // Versions of one product share its naming, so identity is the same for all.
  const names = new Map<number, ProductName>()
  const judged = advisories.flatMap((advisory) => {
    const own = byAdvisory.get(advisory.recorded.advisoryId) ?? []
    return [...Map.groupBy(own, (candidate) => candidate.productId)].flatMap(([productId, versions]) => {
      const [first] = versions
      const item = first && items.get(first.productVersionId)
      if (!item) return []
      const name = names.get(productId) ?? inventoryName(item)
      names.set(productId, name)
      const linked = identities.linkedStatements({ id: productId, name }, advisory)
      return versions.flatMap((candidate): readonly Judged[] => {
        const version = items.get(candidate.productVersionId)
        if (!version) return []
        const judgement = judgeLinked(version, name, linked)
        return [{ advisory, candidate, item: version, name, linked, judgement }]
      })
    })
  })
  return (around.areCleared ? await weighDocuments(scope, judged) : judged).flatMap(verdictOf)
}

/** Nobody has to hear of what the document itself excludes; what another one excludes is kept, with the reason. */
function verdictOf({ advisory: { recorded }, candidate, judgement }: Judged): readonly Verdict[] {
  const { answer, identityGrade, rangeGrade, vulnerabilities, serials } = judgement
  if (answer === 'no_match' || (answer === 'not_affected' && !isOverruled(judgement))) return []
  return [
    {
      advisoryId: candidate.advisoryId,
      productVersionId: candidate.productVersionId,
      answer,
      identityGrade,
      rangeGrade,
      vulnerabilities,
      explanation: explanationOf(recorded, judgement),
      serials,
    },
  ]
}

/** With the document in front that it was decided from. */
export function explanationOf(
  { revisionId, sha256 }: ReadAdvisory['recorded'],
  judgement: Judgement,
): readonly unknown[] {
  return [{ code: 'document', revisionId, sha256 }, ...judgement.explanation]
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)]
}
