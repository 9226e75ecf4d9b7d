// Combines the verdicts on all statements of one advisory into the answer for an item.
// SPDX-License-Identifier: EUPL-1.2
import type { RangeGrade } from '@salus/standards/ranges'
import type { ExplanationStep, IdentityGrade } from './explanation.ts'
import type { Answer, StatementVerdict } from './verdict.ts'

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
  /** Patterns for LIKE of the only serial numbers that are meant; null where the answer is about every piece. */
  readonly serials: readonly string[] | null
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
    withoutSiblings(matched.filter((verdict) => !isSureSomewhere || !verdict.isUnsureIdentity)),
  )
  const isComparedSomewhere = counting.some(({ basis }) => basis !== 'other-notation')
  const compared = counting.filter(({ basis }) => !isComparedSomewhere || basis !== 'other-notation')
  const groups = Map.groupBy(compared, ({ vulnerability }) => vulnerability)
  const deciding = [...groups].map(
    ([vulnerability, group]) => [vulnerability, withFirstPublisher(decidingVerdict(group), group)] as const,
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
    serials: serialsOf(compared),
  }
}

/** Restricted only where each statement is by which anybody would have to hear of it. */
function serialsOf(verdicts: readonly StatementVerdict[]): readonly string[] | null {
  const telling = verdicts.filter(({ answer }) => answer === 'affected' || answer === 'cannot_tell')
  const patterns: string[] = []
  for (const { serials } of telling) {
    if (serials === null) return null
    patterns.push(...serials)
  }
  return telling.length === 0 ? null : [...new Set(patterns)].toSorted()
}

/**
 * Where a document names the very product, what it says of a product that is merely named alike is about another
 * one. Only within one container: the words of CVE's further publishers are no list beside those of the first.
 */
function withoutSiblings(verdicts: readonly StatementVerdict[]): StatementVerdict[] {
  const place = ({ vulnerability, pointer }: StatementVerdict) =>
    `${vulnerability} ${/^\/containers\/(?:cna|adp\/\d+)/.exec(pointer)?.[0] ?? ''}`
  const named = new Set(verdicts.filter(({ closeness }) => closeness === 'equal').map(place))
  return verdicts.filter((verdict) => verdict.closeness !== 'loose' || !named.has(place(verdict)))
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

/**
 * Who adds to a CVE record knows the product less than its assigner. Where the assigner's ranges leave the version out,
 * an added entry without versions says nothing, and one with other versions is a doubt.
 */
function withFirstPublisher(verdict: StatementVerdict, group: readonly StatementVerdict[]): StatementVerdict {
  if (verdict.answer !== 'affected' || !verdict.publisher.startsWith('adp')) return verdict
  const first = group.filter(({ publisher }) => publisher === 'cna')
  const outside = first.find(({ answer, isVersionStated }) => answer === 'not_affected' && isVersionStated)
  if (!outside || first.some(({ answer }) => answer !== 'not_affected')) return verdict
  if (!verdict.isVersionStated) return outside
  const explanation = [...verdict.explanation, ...outside.explanation]
  return { ...verdict, answer: 'cannot_tell', basis: 'doubt', explanation }
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
    serials: null,
  }
}
