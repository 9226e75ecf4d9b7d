// An advisory's statements made ready for matching: product name, versions, and repairs where the data is broken.
// SPDX-License-Identifier: EUPL-1.2
import type {
  Advisory,
  AdvisoryFormat,
  StatedProduct,
  StatedVersion,
  Statement,
} from '@salus/standards/advisory'
import { readUdi } from '@salus/standards/udi'
import { findMention, nameInTitle } from './advisory-text.ts'
import type { ExplanationStep } from './explanation.ts'
import { withoutFixedBranches } from './fixed-branches.ts'
import { readMembers, type StatedMembers } from './members.ts'
import { once, rememberByObject } from './memo.ts'
import { readNameText } from './name-text.ts'
import { baseOfCpe, baseOfPurl, type ProductName } from './product-name.ts'
import { type Remedy, remediesOf } from './remedies.ts'
import { repairName, withoutModelInVersions } from './repairs.ts'
import { nameBeforeBranch, readStatedVersion, type StatedRange } from './stated-range.ts'

export interface MatchableStatement {
  readonly statement: Statement
  readonly format: AdvisoryFormat
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
  const matchable = statements.map((statement) => ({
    statement,
    format: advisory.format,
    ...read(statement.product)(statement.version),
    fixes: () => fixesOf(advisory, statement),
    remedies: once(() => remediesOf(advisory, statement)),
  }))
  return advisory.format === 'cve-5' ? withoutFixedBranches(matchable) : matchable
}

/** Models in the place of versions that become names of their own. */
const maxModelNames = 6
const versionWord = /\b(?:versions?|firmware|software|release|revision|part|build)\b/i

type ReadStatement = Omit<MatchableStatement, 'statement' | 'format' | 'fixes' | 'remedies'>

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
  const { name, repairs } = repairName(product, written, title, isNamedByTitle)
  const members = range.members.filter((member) => /\p{L}{3}/u.test(member) && !versionWord.test(member))
  const models = range.members
    .filter((member) => /^(?:[A-Z-]{1,8} )?[\w-]*\d[\w-]*$/.test(member))
    .slice(0, maxModelNames)
  const withModels = models.map((model) => `${readNameText(name).core} ${model}`)
  const family = product.family ?? (isNamedByTitle ? title : null)
  const names = namesOf(product, [name, ...members, ...range.labels, ...withModels].join(' / '), family)
  return { names, range, members: once(() => readMembers(product, range.members)), repairs }
}

function namesOf(product: StatedProduct, name: string, family: string | null): ProductName[] {
  const purls = unique(product.purls.map(baseOfPurl))
  const cpes = unique(product.cpes.map(baseOfCpe))
  const udis = udisOf(product)
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
    udiDi: udis[0] ?? null,
    platforms: product.platforms.length > 0 ? product.platforms : readNameText(name).platforms,
  }
  const further = [
    ...purls.slice(1).map((purl) => ({ purl, cpe: null })),
    ...cpes.slice(1).map((cpe) => ({ purl: null, cpe })),
    ...udis.slice(1).map((udiDi) => ({ purl: null, cpe: null, udiDi })),
  ]
  return [first, ...further.map((identifier) => ({ ...first, ...identifier, modelNumbers: [] }))]
}

const maxUris = 20
/** What stands in front of the identifier itself in `urn:udi:…`, `https://…/udi/…` or `udi:…`. */
const beforeUdi = /^.{0,200}[:/=](?=[(+=\dA-Z])/

/** CSAF has no field for the UDI; publishers write it as a generic URI whose namespace or text names it. */
function udisOf({ genericUris = [] }: StatedProduct): string[] {
  const found = genericUris
    .slice(0, maxUris)
    .filter(({ namespace, uri }) => /udi|gs1|gtin|hibc/i.test(`${namespace} ${uri}`))
    .map(({ uri }) => (readUdi(uri) ?? readUdi(uri.replace(beforeUdi, '')))?.udiDi ?? null)
  return unique(found)
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
