// Keeps, beside the verdicts, for which hospitals they do not count because of documents of their own.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { loadAdvisories, readStoredAdvisory } from '../../advisories/index.ts'
import type { AliasGraph } from '../alias.ts'
import { distributionPackageOf } from '../backport.ts'
import { type ExemptionGround, exemptionFrom } from '../exemption.ts'
import { judgeLinked, type LinkedStatement } from '../judge.ts'
import { type MatchableStatement, readMatchableStatements } from '../matchable.ts'
import { inventoryName, type ProductName } from '../product-name.ts'
import {
  type ExemptionQuestion,
  hasMemberVex,
  type NewExemption,
  type PairToExempt,
  replaceExemptions,
  type StandingVex,
  selectItems,
  selectPairsToExempt,
  selectStandingVex,
} from '../store.ts'
import { type Source, testimonyOf } from '../testimony.ts'
import { aliasesAround, linkNamed } from './link-named.ts'
import { type ReadAdvisory, readForMatching } from './read-advisory.ts'
import { canonicalKey, type JudgedAlone, weighDocuments } from './weigh-documents.ts'

/** Pairs of advisory and product version looked at together, so that memory does not grow with their number. */
const pairsAtOnce = 200

/**
 * In the transaction that changes verdicts or documents, with the matching lock: a scope that is bound to one hospital
 * sees and keeps only that one's.
 */
export async function refreshExemptions(
  scope: EngineScope,
  question: ExemptionQuestion,
  now: Date,
): Promise<void> {
  const isEmpty =
    ('advisoryIds' in question && question.advisoryIds.length === 0) ||
    ('productVersionIds' in question && question.productVersionIds.length === 0)
  if (isEmpty || (!('organisationId' in question) && !(await hasMemberVex(scope)))) return
  const exemptions: NewExemption[] = []
  const pairs = await selectPairsToExempt(scope, question)
  // All documents of one hospital about one pair are looked at together.
  const groups = [...Map.groupBy(pairs, (pair) => `${pair.organisationId} ${keyOf(pair)}`).values()]
  for (const portion of arrayPortions(groups, pairsAtOnce))
    exemptions.push(...(await exemptPortion(scope, portion)))
  await replaceExemptions(scope, question, exemptions, now)
}

async function exemptPortion(
  scope: EngineScope,
  groups: readonly (readonly PairToExempt[])[],
): Promise<readonly NewExemption[]> {
  const pairs = groups.flat()
  const judged = await judgePairs(scope, pairs)
  const aliases = await aliasesAround(
    scope,
    [...judged.values()].map(({ name }) => name),
  )
  const documents = new Map<number, ReadVex>()
  for (const stored of await selectStandingVex(scope, [...new Set(pairs.map((pair) => pair.documentId))])) {
    const read = await readVex(stored)
    if (read) documents.set(stored.documentId, read)
  }
  return groups.flatMap((group): readonly NewExemption[] => {
    const [first] = group
    const one = first && judged.get(keyOf(first))
    if (!one) return []
    const own = group.map((pair) => documents.get(pair.documentId)).filter((read) => read !== undefined)
    const grounds = exemptionFrom(one.judgement.perVulnerability, (vulnerability) =>
      groundIn(own, one, vulnerability, aliases),
    )
    const { organisationId, advisoryId, productVersionId } = first
    return grounds === null ? [] : [{ organisationId, advisoryId, productVersionId, grounds }]
  })
}

async function judgePairs(
  scope: EngineScope,
  pairs: readonly PairToExempt[],
): Promise<ReadonlyMap<string, JudgedAlone>> {
  const items = await selectItems(scope, [...new Set(pairs.map((pair) => pair.productVersionId))])
  const names = new Map([...items].map(([id, item]) => [id, inventoryName(item)]))
  const aliases = await aliasesAround(scope, [...names.values()])
  const ids = [...new Set(pairs.map((pair) => pair.advisoryId))]
  const advisories = new Map(
    (await loadAdvisories(scope, ids))
      .map(readForMatching)
      .map((one): [number, ReadAdvisory] => [one.recorded.advisoryId, one]),
  )
  const unique = [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()]
  const alone = unique.flatMap((pair) => {
    const [advisory, item] = [advisories.get(pair.advisoryId), items.get(pair.productVersionId)]
    const name = names.get(pair.productVersionId)
    if (!advisory || !item || !name) return []
    const linked = linkNamed(name, advisory.statements, aliases)
    return [{ pair, advisory, item, name, linked, judgement: judgeLinked(item, name, linked) }]
  })
  return new Map((await weighDocuments(scope, alone)).map((one) => [keyOf(one.pair), one]))
}

interface ReadVex {
  readonly source: Source
  readonly documentId: number
  readonly statements: readonly MatchableStatement[]
  readonly links: Map<ProductName, readonly LinkedStatement[]>
}

async function readVex({ documentId, sha256, document }: StandingVex): Promise<ReadVex | null> {
  const advisory = await readStoredAdvisory(document)
  if (advisory === null) return null
  const source = { advisoryId: 0, revisionId: documentId, sha256, advisory }
  return { source, documentId, statements: readMatchableStatements(advisory), links: new Map() }
}

function groundIn(
  documents: readonly ReadVex[],
  { advisory, item, name }: JudgedAlone,
  vulnerability: string,
  aliases: AliasGraph,
): ExemptionGround | null {
  // What the hospital says last counts.
  for (const { source, documentId, statements, links } of documents.toReversed()) {
    const linked = links.get(name) ?? linkNamed(name, statements, aliases)
    links.set(name, linked)
    const known = { vendors: [], distribution: distributionPackageOf(item) }
    const key = canonicalKey(advisory, vulnerability)
    const said = testimonyOf({ name, version: item.version }, known, source, linked, key)
    if (said === null) continue
    if (said.answer !== 'not_affected') return null
    const { sha256, pointer, status, reason } = said
    const { justifications = [], impact = null } = reason ?? {}
    return { vulnerability, documentId, sha256, pointer, status, justifications, impact }
  }
  return null
}

function keyOf(pair: { readonly advisoryId: number; readonly productVersionId: number }): string {
  return `${pair.advisoryId} ${pair.productVersionId}`
}
