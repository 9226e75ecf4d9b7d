// An advisory's statements made ready for matching: product name, versions, and repairs where the data is broken.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, StatedProduct, StatedVersion, Statement } from '@salus/standards/advisory'
import { findMention, nameInTitle } from './advisory-text.ts'
import type { ExplanationStep } from './explanation.ts'
import { readMembers, type StatedMembers } from './members.ts'
import { once, rememberByObject } from './memo.ts'
import { readNames } from './name-parts.ts'
import { readNameText } from './name-text.ts'
import { baseOfCpe, baseOfPurl, type ProductName } from './product-name.ts'
import { type Remedy, remediesOf } from './remedies.ts'
import { nameBeforeBranch, readStatedVersion, type StatedRange } from './stated-range.ts'
import { readVendor, vendorWords } from './vendor.ts'

export interface MatchableStatement {
  readonly statement: Statement
  /** One for each identifier; the first carries the names. */
  readonly names: readonly ProductName[]
  readonly range: StatedRange
  /** The models or products that stand in the place of versions, alone and behind the product's name. */
  readonly members: () => StatedMembers
  /** What was repaired, for the explanation. */
  readonly repairs: readonly ExplanationStep[]
  /** Texts of fixes for this statement, looked up only when asked: a patch that they name takes the item out. */
  readonly fixes: () => readonly string[]
  /** Versions that texts of remedies call fixed, looked up only when asked. */
  readonly remedies: () => readonly Remedy[]
}

export function readMatchableStatements(advisory: Advisory): MatchableStatement[] {
  const title = nameInTitle(advisory.title)
  // A CSAF advisory is titled by its products; a CVE record by its weakness, which would only make each naming unlike
  // that of the next record.
  const isNamedByTitle = advisory.format.startsWith('csaf')
  // Vulnerabilities repeat the products that a document defines once.
  const read = rememberByObject((product: StatedProduct) =>
    rememberByObject((version: StatedVersion) => readStatement({ product, version }, title, isNamedByTitle)),
  )
  const statements =
    advisory.statements.length > 0 || isVex(advisory) ? advisory.statements : statementsFromText(advisory)
  return statements.map((statement) => ({
    statement,
    ...read(statement.product)(statement.version),
    fixes: () => fixesOf(advisory, statement),
    remedies: once(() => remediesOf(advisory, statement)),
  }))
}

/** Models in the place of versions that become names of their own. */
const maxModelNames = 6
/** Longer texts are prose, which the range grammar refuses anyway. */
const maxVersionText = 1_000
const versionWord = /\b(?:versions?|firmware|software|release|revision|part|build)\b/i

type ReadStatement = Omit<MatchableStatement, 'statement' | 'fixes' | 'remedies'>

function readStatement(
  statement: Pick<Statement, 'product' | 'version'>,
  title: string | null,
  isNamedByTitle: boolean,
): ReadStatement {
  const { product } = statement
  const range = readStatedVersion(withoutModelInVersions(statement, title))
  const whole = product.name ?? product.fullName
  // The branch is compared with the item's version, which the name of an inventory leaves out.
  const written = range.branch ? (nameBeforeBranch(whole, range.text)?.name ?? whole) : whole
  const { name, repairs } = repairName(product, written, title)
  const members = range.members.filter((member) => /\p{L}{3}/u.test(member) && !versionWord.test(member))
  const models = range.members.filter((member) => /^[\w-]*\d[\w-]*$/.test(member)).slice(0, maxModelNames)
  const withModels = models.map((model) => `${readNameText(name).core} ${model}`)
  const family = product.family ?? (isNamedByTitle ? title : null)
  const names = namesOf(product, [name, ...members, ...withModels].join(' / '), family)
  return { names, range, members: once(() => readMembers(product, range.members)), repairs }
}

/** "S4 A.07.107" below the title "Acme Signs VS4": the first part is the model, not a version. */
function withoutModelInVersions(
  statement: Pick<Statement, 'product' | 'version'>,
  title: string | null,
): Pick<Statement, 'product' | 'version'> {
  const { product, version } = statement
  const last = /(?:^|\s)([a-z]{1,3})$/i.exec(product.name ?? '')?.[1] ?? null
  if (
    version.kind === 'bounds' &&
    last !== null &&
    version.low !== null &&
    withoutMember(`${version.low} 0`, last) === '0'
  ) {
    return { product, version: { ...version, low: null } }
  }
  if (title === null || (version.kind !== 'text' && version.kind !== 'exact')) return statement
  const models = title.toLowerCase().match(/[a-z]{1,6}\d{1,5}(?![\w.])/g) ?? []
  const clean = (written: string) => {
    if (written.length > maxVersionText) return written
    const text = last === null ? written : withoutMember(written, last)
    const words = text.split(' ')
    const kept = words.filter(
      (word) => !models.some((model) => isEndOfModel(word.replace(/^[<>=]+/, '').toLowerCase(), model)),
    )
    return kept.length < words.length && kept.some((word) => /\d/.test(word)) ? kept.join(' ') : text
  }
  const name = product.name ?? ''
  const behind = product.fullName.startsWith(name) ? name.length : product.fullName.length
  const fullName = product.fullName.slice(0, behind) + clean(product.fullName.slice(behind))
  return { product: { ...product, fullName }, version: { ...version, text: clean(version.text) } }
}

/** ">= E95, < 206" of the product "Gate E": the first bound completes the name. */
function withoutMember(text: string, last: string): string {
  const kept = text.replace(new RegExp(`(?:[<>]=?\\s{0,2})?\\b${last}\\d{1,4}\\b[,|]?\\s{0,2}`, 'i'), '')
  return /\d/.test(kept) ? kept : text
}

function isEndOfModel(word: string, model: string): boolean {
  return /^[a-z]+\d+$/.test(word) && (word === model || model.slice(1) === word)
}

/** "Version" or two letters are no product name; what the title names is. */
function repairName(
  product: StatedProduct,
  written: string,
  title: string | null,
): { name: string; repairs: ExplanationStep[] } {
  if (title === null) return { name: written, repairs: [] }
  const parts = readNames(written, vendorWords(readVendor(product.vendor)))
  const telling = parts.some(
    (part) => part.codes.length > 0 || part.words.some((group) => group.rank !== 'filler'),
  )
  const isShort = written.replace(/[^\p{L}\p{N}]/gu, '').length <= 2
  if (telling && !isShort) return { name: written, repairs: [] }
  const name = telling ? `${written} / ${title}` : title
  return { name, repairs: [{ code: 'name-from-title', written, used: title }] }
}

function namesOf(product: StatedProduct, name: string, family: string | null): ProductName[] {
  const purls = unique(product.purls.map(baseOfPurl))
  const cpes = unique(product.cpes.map(baseOfCpe))
  const first: ProductName = {
    vendor: product.vendor,
    product: name,
    model: null,
    fullName: null,
    purl: purls[0] ?? null,
    cpe: cpes[0] ?? null,
    ecosystem: product.ecosystem,
    modelNumbers: [...product.modelNumbers, ...product.skus],
    family,
    udiDi: null,
    platforms: product.platforms.length > 0 ? product.platforms : readNameText(name).platforms,
  }
  const further = [
    ...purls.slice(1).map((purl) => ({ purl, cpe: null })),
    ...cpes.slice(1).map((cpe) => ({ purl: null, cpe })),
  ]
  return [first, ...further.map((identifier) => ({ ...first, ...identifier, modelNumbers: [] }))]
}

function unique(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))]
}

/** What a VEX document describes is the vulnerability anywhere, not the product that it speaks of. */
function isVex({ format }: Advisory): boolean {
  return format === 'openvex' || format === 'cyclonedx-vex'
}

/** Records with `n/a` for everything name product and versions in their description only. */
function statementsFromText(advisory: Advisory): Statement[] {
  return advisory.vulnerabilities.flatMap((vulnerability): Statement[] => {
    const mention = findMention(vulnerability.description ?? advisory.summary ?? '')
    if (!mention) return []
    const product: StatedProduct = {
      vendor: null,
      name: mention.product,
      family: null,
      fullName: `${mention.product} ${mention.versions}`,
      ecosystem: null,
      purls: [],
      cpes: [],
      modelNumbers: [],
      serialNumbers: [],
      skus: [],
      platforms: [],
    }
    return [
      {
        pointer: '/containers/cna/descriptions',
        vulnerability: vulnerability.key,
        status: 'known_affected',
        product,
        version: { kind: 'text', text: mention.versions },
        productId: null,
      },
    ]
  })
}

function fixesOf(advisory: Advisory, statement: Statement): string[] {
  return advisory.remediations
    .filter(({ category }) => category === 'vendor_fix' || category === 'optional_patch')
    .filter(({ vulnerability }) => vulnerability === null || vulnerability === statement.vulnerability)
    .filter(({ productIds }) => productIds.length === 0 || productIds.includes(statement.productId ?? ''))
    .map(({ details }) => details)
}
