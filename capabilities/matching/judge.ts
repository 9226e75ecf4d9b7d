// The answer for one item and one advisory: every statement judged, then combined.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '@salus/standards/advisory'
import type { RangeGrade } from '@salus/standards/ranges'
import { distributionPackageOf } from './backport.ts'
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import { type ConfirmedAlias, decideIdentity, type IdentityDecision } from './identity.ts'
import { type MatchableStatement, readMatchableStatements } from './matchable.ts'
import { type InventoryLike, inventoryName, type ProductName } from './product-name.ts'
import { type Answer, judgeStatement, type StatementVerdict } from './verdict.ts'

export interface Judgement {
  readonly answer: Answer
  readonly identityGrade: IdentityGrade
  readonly rangeGrade: RangeGrade
  readonly explanation: readonly ExplanationStep[]
  readonly statementPointers: readonly string[]
  /** Keys of the vulnerabilities for which the answer is `affected`. */
  readonly vulnerabilities: readonly string[]
  /** The answer for each vulnerability; `null` is what counts for the whole advisory. */
  readonly perVulnerability: ReadonlyMap<string | null, Answer>
}

export function judge(
  item: InventoryLike,
  advisory: Advisory,
  aliases: readonly ConfirmedAlias[] = [],
): Judgement {
  return judgeStatements(item, readMatchableStatements(advisory), aliases)
}

/** As `judge`, where the statements were read before, for many items. */
export function judgeStatements(
  item: InventoryLike,
  statements: readonly MatchableStatement[],
  aliases: readonly ConfirmedAlias[] = [],
): Judgement {
  const name = inventoryName(item)
  return judgeLinked(item, name, linkStatements(name, statements, aliases))
}

/** Every statement with the decision whether it speaks of the product of this name. */
export function linkStatements(
  name: ProductName,
  statements: readonly MatchableStatement[],
  aliases: readonly ConfirmedAlias[] = [],
): readonly LinkedStatement[] {
  const links = new Map<readonly ProductName[], IdentityDecision>()
  const decide = (stated: ProductName) => decideIdentity(name, stated, aliases)
  return statements.map((matchable) => {
    const link = links.get(matchable.names) ?? bestIdentity(matchable.names, decide)
    links.set(matchable.names, link)
    return { matchable, link }
  })
}

/** A statement with the decision whether it speaks of the item's product. */
export interface LinkedStatement {
  readonly matchable: MatchableStatement
  readonly link: IdentityDecision
}

/** As `judge`, where it was decided before which statements speak of the product; those with grade `none` may be left out. */
export function judgeLinked(
  item: InventoryLike,
  name: ProductName,
  linked: readonly LinkedStatement[],
): Judgement {
  const product = { name, version: item.version, distribution: distributionPackageOf(item) }
  const judgement = combineVerdicts(
    linked.map(({ matchable, link }) => judgeStatement(product, matchable, link)),
  )
  return { ...judgement, explanation: [...describeItem(item), ...judgement.explanation] }
}

const gradeOrder: readonly IdentityGrade[] = [
  'exact-identifier',
  'confirmed-alias',
  'name-similarity',
  'none',
]

/** The best of the decisions on a statement's names. */
export function bestIdentity(
  names: readonly ProductName[],
  decide: (stated: ProductName) => IdentityDecision,
): IdentityDecision {
  const sorted = names
    .map(decide)
    .toSorted((a, b) => gradeOrder.indexOf(a.grade) - gradeOrder.indexOf(b.grade))
  return sorted[0] ?? { grade: 'none', method: 'name', steps: [], certainty: 'certain' }
}

/**
 * Precedence for one vulnerability: what the publisher says of this very version ("fixed", "not affected"), then
 * affected, then a doubt, then not affected in general, then outside of all ranges. An unsure identity is dropped
 * where another statement of the advisory names the product surely, and so is a mere difference of notation where
 * another range could be compared.
 */
export function combineVerdicts(verdicts: readonly StatementVerdict[]): Judgement {
  const matched = verdicts.filter(({ answer }) => answer !== 'no_match')
  if (matched.length === 0) return noMatch(verdicts)
  const isSureSomewhere = matched.some((verdict) => !verdict.isUnsureIdentity)
  const counting = withoutOverruledDefaults(
    matched.filter((verdict) => !isSureSomewhere || !verdict.isUnsureIdentity),
  )
  const isComparedSomewhere = counting.some(({ basis }) => basis !== 'other-notation')
  const compared = counting.filter(({ basis }) => !isComparedSomewhere || basis !== 'other-notation')
  const groups = Map.groupBy(compared, ({ vulnerability }) => vulnerability)
  const deciding = [...groups].map(
    ([vulnerability, group]) => [vulnerability, decidingVerdict(group)] as const,
  )
  const first = deciding.map(([, verdict]) => verdict).toSorted((a, b) => overall(a) - overall(b))[0]
  if (!first) return noMatch(verdicts)
  const answer = first.isUnsureIdentity && first.answer === 'not_affected' ? 'no_match' : first.answer
  const alike = deciding.filter(([, verdict]) => verdict.answer === first.answer)
  return {
    answer,
    identityGrade: first.identityGrade,
    rangeGrade: first.rangeGrade,
    explanation: first.explanation,
    statementPointers: [...new Set(alike.map(([, verdict]) => verdict.pointer))],
    vulnerabilities: deciding
      .filter(([vulnerability, verdict]) => vulnerability !== null && verdict.answer === 'affected')
      .map(([vulnerability]) => vulnerability)
      .filter((vulnerability) => vulnerability !== null),
    perVulnerability: new Map(deciding.map(([vulnerability, verdict]) => [vulnerability, verdict.answer])),
  }
}

/** A CVE `defaultStatus` counts only for versions that no other statement of its entry covers. */
function withoutOverruledDefaults(verdicts: readonly StatementVerdict[]): StatementVerdict[] {
  return verdicts.filter(({ defaultOf }) => {
    if (defaultOf === null) return true
    return !verdicts.some(
      (other) =>
        other.defaultOf === null && other.basis !== 'outside' && other.pointer.startsWith(`${defaultOf}/`),
    )
  })
}

function decidingVerdict(group: readonly StatementVerdict[]): StatementVerdict {
  const sorted = group.toSorted((a, b) => precedence(a) - precedence(b))
  // A group of Map.groupBy is never empty.
  return sorted[0] as StatementVerdict
}

function precedence({ answer, basis }: StatementVerdict): number {
  if (answer === 'not_affected' && basis === 'said') return 0
  if (answer === 'affected') return 1
  if (answer === 'cannot_tell') return 2
  return basis === 'outside' ? 4 : 3
}

function overall({ answer }: StatementVerdict): number {
  return ['affected', 'cannot_tell', 'not_affected', 'no_match'].indexOf(answer)
}

/** The explanation shows the statement that came nearest. */
function noMatch(verdicts: readonly StatementVerdict[]): Judgement {
  const nearest = verdicts.toSorted((a, b) => b.explanation.length - a.explanation.length)[0]
  return {
    answer: 'no_match',
    identityGrade: 'none',
    rangeGrade: nearest?.rangeGrade ?? 'unparsed',
    explanation: nearest?.explanation ?? [],
    statementPointers: [],
    vulnerabilities: [],
    perVulnerability: new Map(),
  }
}

function describeItem(item: InventoryLike): ExplanationStep[] {
  const fields = ['vendor', 'product', 'model', 'version', 'purl', 'cpe', 'udiDi', 'environment'] as const
  return fields.flatMap((field): ExplanationStep[] => {
    const value = item[field]
    return value ? [{ code: 'asset-field', field, value }] : []
  })
}
