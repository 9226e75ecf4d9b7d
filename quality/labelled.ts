// Measures the matcher against hand-labelled pairs of inventory item and advisory; prints one JSON object.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Advisory, readAdvisory } from '@salus/standards/advisory'
import { readDocuments } from '../capabilities/matching/asset-files.ts'
import { explainStep } from '../capabilities/matching/explanation.ts'
import { identityKeys } from '../capabilities/matching/identity-keys.ts'
import { judgeStatements, linkStatements } from '../capabilities/matching/judge.ts'
import { type MatchableStatement, readMatchableStatements } from '../capabilities/matching/matchable.ts'
import { type InventoryLike, inventoryName } from '../capabilities/matching/product-name.ts'
import type { Answer } from '../capabilities/matching/verdict.ts'

export interface LabelledPair {
  readonly id: string
  readonly advisory: { readonly id: string; readonly file: string }
  readonly item: InventoryLike
  readonly affected: 'yes' | 'no'
  readonly certainty: 'certain' | 'review'
  /** Where only some of the advisory's vulnerabilities count. */
  readonly cves?: readonly string[]
  readonly tags: readonly string[]
  readonly reason: string
}

interface JudgedPair {
  readonly pair: LabelledPair
  readonly answer: Answer | 'advisory_missing'
  readonly explanation: readonly string[]
  /** False where the judge links the item but no key in common would lead the database to the pair. */
  readonly isFound: boolean
}

export interface QualityReport {
  readonly pairs: number
  readonly answers: Readonly<Record<string, number>>
  readonly certainYes: {
    readonly total: number
    readonly affected: number
    readonly cannotTell: number
    readonly missed: number
    readonly recall: number
    readonly recallWithCannotTell: number
  }
  readonly certainNo: { readonly total: number; readonly falseAlarms: number; readonly cannotTell: number }
  readonly review: {
    readonly total: number
    readonly asked: number
    readonly asLabelled: number
    readonly wrong: number
  }
  /** Pairs that the judge links and the database would never show it. */
  readonly withoutKey: readonly string[]
  readonly byTag: Readonly<Record<string, { readonly total: number; readonly right: number }>>
  readonly wrong: readonly {
    readonly id: string
    readonly answer: string
    readonly affected: string
    readonly reason: string
    readonly explanation: readonly string[]
  }[]
}

/** The development set, or null where this machine has none. */
export function labelledSet(): string | null {
  const data = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../shared/data')
  const path = join(data, 'labelled-matches/dev.jsonl')
  return existsSync(path) ? path : null
}

export async function runQuality(argv: readonly string[]): Promise<void> {
  const path = argv[0] ?? labelledSet()
  if (path === null) {
    console.error(
      'No labelled pairs found. Give the path of a .jsonl file, or set SALUS_TEST_DATA to the folder with labelled-matches.',
    )
    process.exitCode = 1
    return
  }
  console.log(JSON.stringify(await measure(path), null, 2))
}

/** `advisory.file` of a pair is relative to the folder that holds the folder of the pairs. */
export async function measure(path: string): Promise<QualityReport> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
  // Our own labelled data, whose shape is settled beside it.
  const pairs = lines.map((line) => JSON.parse(line) as LabelledPair)
  const advisories = await findAdvisories(pairs, dirname(dirname(path)))
  return report(pairs.map((pair) => judgePair(pair, advisories)))
}

async function findAdvisories(
  pairs: readonly LabelledPair[],
  folder: string,
): Promise<Map<string, Advisory>> {
  const found = new Map<string, Advisory>()
  for (const [file, group] of Map.groupBy(pairs, ({ advisory }) => advisory.file)) {
    const ids = new Set(group.map(({ advisory }) => advisory.id))
    for await (const document of readDocuments(join(folder, file))) {
      if (![...ids].some((id) => document.includes(`"${id}"`))) continue
      const { advisory } = await readAdvisory(JSON.parse(document) as unknown)
      if (advisory && ids.has(advisory.trackingId)) found.set(advisory.trackingId, advisory)
    }
  }
  return found
}

function judgePair(pair: LabelledPair, advisories: ReadonlyMap<string, Advisory>): JudgedPair {
  const advisory = advisories.get(pair.advisory.id)
  if (!advisory) return { pair, answer: 'advisory_missing', explanation: [], isFound: true }
  const statements = readMatchableStatements(advisory)
  const { answer, explanation, perVulnerability } = judgeStatements(pair.item, statements)
  const answers = pair.cves?.map((cve) => perVulnerability.get(cve) ?? 'no_match')
  const order: readonly Answer[] = ['affected', 'cannot_tell', 'not_affected', 'no_match']
  return {
    pair,
    answer: answers ? (order.find((one) => answers.includes(one)) ?? answer) : answer,
    explanation: explanation.map(explainStep),
    isFound: isFound(pair.item, statements),
  }
}

function isFound(item: InventoryLike, statements: readonly MatchableStatement[]): boolean {
  const name = inventoryName(item)
  const keys = new Set(identityKeys(name))
  const linked = linkStatements(name, statements).filter(({ link }) => link.grade !== 'none')
  const stated = linked.flatMap(({ matchable }) => matchable.names)
  return linked.length === 0 || stated.some((one) => identityKeys(one).some((key) => keys.has(key)))
}

function report(judged: readonly JudgedPair[]): QualityReport {
  const select = (affected: string, certainty: string) =>
    judged.filter(({ pair }) => pair.affected === affected && pair.certainty === certainty)
  const yes = select('yes', 'certain')
  const no = select('no', 'certain')
  const review = judged.filter(({ pair }) => pair.certainty === 'review')
  const count = (list: readonly JudgedPair[], answer: Answer) =>
    list.filter((one) => one.answer === answer).length
  const [affected, cannotTell] = [count(yes, 'affected'), count(yes, 'cannot_tell')]
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000)
  const asked = count(review, 'cannot_tell')
  const asLabelled = review.filter((one) => one.answer !== 'cannot_tell' && isAsLabelled(one)).length
  return {
    pairs: judged.length,
    answers: countBy(judged.map(({ answer }) => answer)),
    certainYes: {
      total: yes.length,
      affected,
      cannotTell,
      missed: yes.length - affected - cannotTell,
      recall: share(affected, yes.length),
      recallWithCannotTell: share(affected + cannotTell, yes.length),
    },
    certainNo: { total: no.length, falseAlarms: count(no, 'affected'), cannotTell: count(no, 'cannot_tell') },
    review: { total: review.length, asked, asLabelled, wrong: review.length - asked - asLabelled },
    withoutKey: judged.filter((one) => !one.isFound).map(({ pair }) => pair.id),
    byTag: byTag(judged),
    wrong: judged.filter((one) => !isRight(one)).map(describeWrong),
  }
}

function countBy(values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, list]) => [value, list.length]),
  )
}

function byTag(judged: readonly JudgedPair[]): QualityReport['byTag'] {
  const tagged = judged.flatMap((one) => one.pair.tags.map((tag) => ({ tag, right: isRight(one) })))
  return Object.fromEntries(
    [...Map.groupBy(tagged, ({ tag }) => tag)]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([tag, list]) => [tag, { total: list.length, right: list.filter(({ right }) => right).length }]),
  )
}

function isAsLabelled({ pair, answer }: JudgedPair): boolean {
  return pair.affected === 'yes' ? answer === 'affected' : answer === 'not_affected' || answer === 'no_match'
}

/** For a pair under review a question to a person counts as right. */
function isRight(one: JudgedPair): boolean {
  return isAsLabelled(one) || (one.pair.certainty === 'review' && one.answer === 'cannot_tell')
}

function describeWrong({ pair, answer, explanation }: JudgedPair): QualityReport['wrong'][number] {
  return { id: pair.id, answer, affected: pair.affected, reason: pair.reason, explanation }
}
