// Holds what one document says against what all others say of the same vulnerability and product version.
// SPDX-License-Identifier: EUPL-1.2
import { parseCpe } from '@salus/standards/cpe'
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { loadAdvisories } from '../../advisories/index.ts'
import type { AliasGraph } from '../alias.ts'
import { distributionPackageOf } from '../backport.ts'
import type { Judgement, LinkedStatement } from '../judge.ts'
import { overrule } from '../overrule.ts'
import { type Ruling, rule } from '../precedence.ts'
import type { InventoryLike, ProductName } from '../product-name.ts'
import {
  replaceSpoken,
  type SpokenVulnerability,
  type Surroundings,
  selectNeighbours,
  selectSpokenWhereCleared,
} from '../store.ts'
import { clearingStatuses, type Testimony, testimonyOf, vulnerabilityKey } from '../testimony.ts'
import { aliasesAround, linkNamed } from './link-named.ts'
import { type ReadAdvisory, readForMatching } from './read-advisory.ts'

/** One product version held against one advisory, by that advisory alone. */
export interface JudgedAlone {
  readonly advisory: ReadAdvisory
  readonly item: InventoryLike
  readonly name: ProductName
  readonly linked: readonly LinkedStatement[]
  readonly judgement: Judgement
}

export interface Judged extends JudgedAlone {
  readonly candidate: { readonly advisoryId: number; readonly productVersionId: number }
}

/** Documents read at once, so that memory does not grow with how much was written about a vulnerability. */
const documentsAtOnce = 50

/** In the order given; unchanged where no other document frees the product of a vulnerability. */
export async function weighDocuments<T extends JudgedAlone>(
  scope: EngineScope,
  judged: readonly T[],
): Promise<readonly T[]> {
  const open = judged.flatMap(questionsOf)
  const asked = [...new Set(open.map((question) => question.vulnerability))]
  const spoken = await selectSpokenWhereCleared(scope, asked)
  if (spoken.length === 0) return judged
  const answerable = open.filter(({ vulnerability, judged: { advisory } }) =>
    spoken.some(
      (one) =>
        one.clears && one.vulnerability === vulnerability && one.advisoryId !== advisory.recorded.advisoryId,
    ),
  )
  if (answerable.length === 0) return judged
  const aliases = await aliasesAround(
    scope,
    judged.map(({ name }) => name),
  )
  await hear(
    scope,
    answerable,
    spoken.filter(({ clears }) => clears),
    aliases,
  )
  const contested = answerable.filter(({ heard }) => heard.some(({ answer }) => answer === 'not_affected'))
  await hear(
    scope,
    contested,
    spoken.filter(({ clears }) => !clears),
    aliases,
  )
  const rulings = new Map<JudgedAlone, Map<string, Ruling>>()
  for (const question of contested) {
    const ruling = rule(ownTestimony(question), question.heard)
    if (ruling === null) continue
    const own = rulings.get(question.judged) ?? new Map<string, Ruling>()
    rulings.set(question.judged, own.set(question.key, ruling))
  }
  return judged.map((one) => {
    const own = rulings.get(one)
    return own ? { ...one, judgement: overrule(one.judgement, own) } : one
  })
}

/** One vulnerability that a document warns of, and what others say. */
interface Question {
  readonly judged: JudgedAlone
  /** The vulnerability's key in the document. */
  readonly key: string
  readonly vulnerability: string
  readonly heard: Testimony[]
}

/** What a document says of all its vulnerabilities at once cannot be held against what others say of one. */
function questionsOf(judged: JudgedAlone): readonly Question[] {
  return [...judged.judgement.perVulnerability].flatMap(([key, answer]): readonly Question[] => {
    if (key === null || (answer !== 'affected' && answer !== 'cannot_tell')) return []
    return [{ judged, key, vulnerability: canonicalKey(judged.advisory, key), heard: [] }]
  })
}

export function canonicalKey({ recorded: { advisory } }: ReadAdvisory, key: string): string {
  const vulnerability = advisory.vulnerabilities.find((one) => one.key === key)
  return vulnerabilityKey(vulnerability?.cveId ?? key)
}

async function hear(
  scope: EngineScope,
  questions: readonly Question[],
  spoken: readonly SpokenVulnerability[],
  aliases: AliasGraph,
): Promise<void> {
  const byVulnerability = Map.groupBy(questions, (question) => question.vulnerability)
  const wanted = Map.groupBy(
    spoken.filter(({ vulnerability }) => byVulnerability.has(vulnerability)),
    (one) => one.advisoryId,
  )
  for (const ids of arrayPortions([...wanted.keys()], documentsAtOnce))
    for (const document of (await loadAdvisories(scope, ids)).map(readForMatching)) {
      const links = new Map<ProductName, readonly LinkedStatement[]>()
      for (const { vulnerability } of wanted.get(document.recorded.advisoryId) ?? [])
        for (const question of byVulnerability.get(vulnerability) ?? [])
          question.heard.push(...hearOne(question, document, links, aliases))
    }
}

function hearOne(
  { judged, vulnerability }: Question,
  document: ReadAdvisory,
  links: Map<ProductName, readonly LinkedStatement[]>,
  aliases: AliasGraph,
): readonly Testimony[] {
  if (document.recorded.advisoryId === judged.advisory.recorded.advisoryId) return []
  const { name } = judged
  const linked = links.get(name) ?? linkNamed(name, document.statements, aliases)
  links.set(name, linked)
  const publisher = document.recorded.advisory.publisher
  const known = knownProduct(judged, publisher)
  const testimony = testimonyOf(asProduct(judged), known, document.recorded, linked, vulnerability)
  if (testimony === null || (testimony.answer === 'not_affected' && !isTrusted(document))) return []
  return [testimony]
}

function ownTestimony({ judged, vulnerability }: Question): Testimony | null {
  const { recorded } = judged.advisory
  const known = knownProduct(judged, recorded.advisory.publisher)
  return testimonyOf(asProduct(judged), known, recorded, judged.linked, vulnerability)
}

function asProduct({ name, item: { version } }: JudgedAlone) {
  return { name, version }
}

/** What breaks its standard, or is a draft, may warn but not give the all-clear. */
function isTrusted({ recorded }: ReadAdvisory): boolean {
  return recorded.validity === 'valid' && recorded.state === 'published'
}

/** The judged document's word on who the vendor is counts for others, not for its own publisher. */
function knownProduct({ item, linked, advisory }: JudgedAlone, publisher: string) {
  const cpe = item.cpe ? parseCpe(item.cpe)?.vendor : undefined
  const stated =
    advisory.recorded.advisory.publisher === publisher
      ? []
      : linked.map(({ matchable: { statement } }) => statement.product.vendor)
  const vendors = [item.vendor, typeof cpe === 'string' ? cpe : null, ...stated]
  return {
    vendors: [...new Set(vendors.filter((vendor) => vendor !== null))],
    distribution: distributionPackageOf(item),
  }
}

/**
 * Remembers of which vulnerabilities these advisories speak. Returns other advisories whose verdicts may be others
 * now, because one of these frees a product, or no longer does.
 */
export async function rememberSpoken(
  scope: EngineScope,
  advisoryIds: readonly number[],
  spoken: readonly SpokenVulnerability[],
  around: Surroundings,
): Promise<readonly number[]> {
  return selectNeighbours(scope, await replaceSpoken(scope, advisoryIds, spoken, around), advisoryIds)
}

export function spokenBy(document: ReadAdvisory): readonly SpokenVulnerability[] {
  const { recorded, statements } = document
  const clearing = new Set(
    isTrusted(document)
      ? statements
          .filter(
            ({ statement }) => clearingStatuses.has(statement.status) || statement.fixedIn !== undefined,
          )
          .filter(({ statement }) => statement.defaultOf === undefined)
          .map(({ statement }) => statement.vulnerability)
      : [],
  )
  const spoken = recorded.advisory.vulnerabilities.map(({ key, cveId }) => ({
    advisoryId: recorded.advisoryId,
    vulnerability: vulnerabilityKey(cveId ?? key),
    clears: clearing.has(key) || clearing.has(null),
  }))
  const byName = Map.groupBy(spoken, ({ vulnerability }) => vulnerability)
  return [...byName.values()].flatMap((group) => group.find(({ clears }) => clears) ?? group.slice(0, 1))
}
