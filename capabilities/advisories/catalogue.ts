// What a document is found and sorted by: facts of its head that the advisory does not carry, and its words.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Statement } from '@salus/standards/advisory'
import { collectFaults, type JsonNode, objectAt, objectsAt, rootOf, textAt } from '@salus/standards/json'
import { foldText, naturalKey, partsOf, wordsOf } from './search-words.ts'

/** Raise it when more is read here: a job then reads the stored documents again. */
export const catalogueEdition = 1

/** CSAF 2.1, conformance clause 12: the required fields of the document level, CVE, product tree, CVSS, severity. */
export interface Catalogue {
  /** CSAF `/document/category`, such as `csaf_security_advisory`. */
  readonly category: string | null
  readonly publisherCategory: string | null
  /** CSAF `/document/publisher/namespace`. */
  readonly publisherNamespace: string | null
  /** CSAF `/document/aggregate_severity/text`, as written. */
  readonly aggregateSeverity: string | null
  /** CSAF `/document/tracking/status`: `draft`, `interim`, `final`. */
  readonly trackingStatus: string | null
  /** What the newest entry of the revision history says. */
  readonly revisionSummary: string | null
  /** The highest base score of its vulnerabilities, from 0 to 10. */
  readonly maxBaseScore: number | null
  /** By which it is sorted; the first in the order of the alphabet where there are several. */
  readonly keys: {
    readonly trackingId: string
    readonly version: string
    readonly cve: string
    readonly product: string
    readonly vendor: string
    readonly productVersion: string
    /** A digit from 5 (critical) to 0 (not stated) before the words. */
    readonly severity: string
  }
  readonly words: {
    readonly title: string
    readonly publisher: string
    readonly product: string
    /** Dates, numbers and summaries of the revision history. */
    readonly history: string
    /** Tracking id, aliases, vulnerabilities, category, severity. */
    readonly other: string
  }
  readonly parts: readonly number[]
  /** The document names more than `maxWordsCharacters` of words; the rest is not found. */
  readonly isCut: boolean
}

export function catalogueOf(advisory: Advisory, json: unknown): Catalogue {
  const head = headOf(json)
  const { title, publisher, trackingId, version, aliases, vulnerabilities } = advisory
  const product = wordsOf(productTexts(advisory.statements, json))
  const publisherCategory = advisory.publisherCategory ?? null
  const { category, namespace, severity, revisions } = head
  const other = wordsOf([
    trackingId,
    ...aliases,
    ...vulnerabilities.flatMap(({ key, cveId }) => [key, cveId ?? '']),
    ...[category, severity].map((text) => text ?? ''),
  ])
  const history = wordsOf(revisions.flatMap(({ date, number, summary }) => [date, number, summary]))
  const words = {
    title: wordsOf([title]).text,
    publisher: wordsOf([publisher, namespace ?? '', publisherCategory ?? '']).text,
    product: product.text,
    history: history.text,
    other: other.text,
  }
  const scores = vulnerabilities.flatMap((one) => one.scores.map(({ baseScore }) => baseScore))
  return {
    category,
    publisherCategory,
    publisherNamespace: namespace,
    aggregateSeverity: severity,
    trackingStatus: head.status,
    revisionSummary: revisions.at(-1)?.summary ?? null,
    maxBaseScore: scores.length === 0 ? null : Math.max(...scores),
    keys: {
      trackingId: naturalKey(trackingId),
      version: naturalKey(version),
      cve: first(vulnerabilities.map(({ cveId }) => cveId ?? '')),
      product: first(advisory.statements.map(({ product: { fullName } }) => fullName)),
      vendor: first(advisory.statements.map(({ product: { vendor } }) => vendor ?? '')),
      productVersion: first(advisory.statements.map(({ version }) => versionTexts(version).join(' ').trim())),
      severity: severityKey(severity),
    },
    words,
    parts: partsOf(Object.values(words).join(' ')),
    isCut: product.isCut || history.isCut || other.isCut,
  }
}

const maxHeadCharacters = 500
const maxRevisionsRead = 200

/** Other formats than CSAF have no such head. */
function headOf(json: unknown) {
  // Their faults were told when the document was read.
  const root = rootOf(json, collectFaults('catalogue'))
  const document = root === null ? null : objectAt(root, 'document')
  const at = (path: readonly string[], key: string) => {
    const node = path.reduce<JsonNode | null>((one, step) => one && objectAt(one, step), document)
    return node === null ? null : (textAt(node, key)?.slice(0, maxHeadCharacters) ?? null)
  }
  const tracking = document === null ? null : objectAt(document, 'tracking')
  const history = tracking === null ? [] : objectsAt(tracking, 'revision_history')
  return {
    category: at([], 'category'),
    namespace: at(['publisher'], 'namespace'),
    severity: at(['aggregate_severity'], 'text'),
    status: at(['tracking'], 'status'),
    revisions: history.slice(-maxRevisionsRead).map(revisionOf).sort(byDate),
  }
}

function revisionOf(entry: JsonNode) {
  const text = (key: string) => textAt(entry, key)?.slice(0, maxHeadCharacters) ?? ''
  return { date: text('date'), number: text('number'), summary: text('summary') }
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  if (a.date === b.date) return 0
  return a.date < b.date ? -1 : 1
}

/** In CSAF every text of the product tree, ids and helpers too; in other formats what the statements name. */
function productTexts(statements: readonly Statement[], json: unknown): Iterable<string> {
  const root = rootOf(json, collectFaults('catalogue'))
  const tree = root === null ? null : objectAt(root, 'product_tree')
  return tree === null ? statedTexts(statements) : textsBelow(tree.value)
}

function* statedTexts(statements: readonly Statement[]): Generator<string> {
  for (const { product, version } of statements) {
    yield [product.vendor, product.name, product.family, product.fullName, product.ecosystem].join(' ')
    yield* [...product.purls, ...product.cpes, ...product.modelNumbers, ...product.serialNumbers]
    yield* [...product.skus, ...product.platforms, ...(product.sbomUrls ?? [])]
    yield* [
      ...(product.hashes ?? []).map(({ value }) => value),
      ...(product.genericUris ?? []).map(({ uri }) => uri),
    ]
    yield* versionTexts(version)
  }
}

function versionTexts(version: Statement['version']): readonly string[] {
  if (version.kind === 'exact' || version.kind === 'text') return [version.text]
  return version.kind === 'bounds' ? [version.low ?? '', version.high ?? ''] : []
}

/** A document has at most a million values and is at most 200 deep, so this ends. */
function* textsBelow(value: unknown): Generator<string> {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const one = waiting.pop()
    if (typeof one === 'string') yield one
    // One by one: the arguments of a call are limited, the entries of a list are not.
    else if (one !== null && typeof one === 'object')
      for (const part of Object.values(one).toReversed()) waiting.push(part)
  }
}

function first(texts: readonly string[]): string {
  let least = ''
  for (const text of texts) {
    const key = naturalKey(text)
    if (key !== '' && (least === '' || key < least)) least = key
  }
  return least
}

/** The words of vendors who rate by words; everything else that is stated comes after these. */
const severityRanks: readonly (readonly [rank: number, words: ReadonlySet<string>])[] = [
  [5, new Set(['critical', 'kritisch', 'critique', 'critico'])],
  [4, new Set(['high', 'important', 'severe', 'serious', 'hoch', 'eleve', 'alto'])],
  [3, new Set(['medium', 'moderate', 'mittel', 'moyen', 'medio'])],
  [2, new Set(['low', 'minor', 'niedrig', 'faible', 'basso'])],
]

function severityKey(severity: string | null): string {
  const folded = foldText(severity ?? '').trim()
  if (folded === '') return '0'
  const rank = severityRanks.find(([, words]) => words.has(folded))?.[0] ?? 1
  return `${rank} ${folded.slice(0, 100)}`
}
