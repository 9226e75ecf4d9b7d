// CSAF 2.1, 6.2.30, 6.2.39 and 6.2.40: what the profiles recommend, and notes that say what they are for.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { readGroups } from '../groups.ts'
import { categoryOf, finding, isEnglish, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { extensionsOf } from './extensions.ts'
import { productFamilies } from './product-families.ts'

export const profileAdvice: readonly CsafRule[] = [
  { id: '6.2.30', check: findSharingGroup },
  { id: '6.2.39.1', check: findUnfixed },
  { id: '6.2.39.2', check: (document) => findMissingNote(document, 'csaf_withdrawn', 'withdrawal') },
  { id: '6.2.39.3', check: (document) => findMissingNote(document, 'csaf_superseded', 'supersession') },
  { id: '6.2.39.4', check: findMissingReference },
  { id: '6.2.39.5', check: findExtensions },
  { id: '6.2.40', check: findUnboundDescriptions },
]

interface Titles {
  readonly withdrawal: string
  readonly supersession: string
  readonly successor: string
  readonly product: string
}

/** The committee's translations of its English titles; other languages have none, and are passed over. */
const translations: ReadonlyMap<string, Titles> = new Map([
  [
    'de',
    {
      withdrawal: 'Begründung für die Zurückziehung',
      supersession: 'Begründung für die Ersetzung',
      successor: 'Ersetzendes Dokument',
      product: 'Produktbeschreibung',
    },
  ],
])

function headOf(root: JsonNode): JsonNode | null {
  return objectAt(root, 'document')
}

function titlesOf(root: JsonNode): Titles | null {
  const head = headOf(root)
  const language = (head === null ? null : textAt(head, 'lang'))?.split('-')[0]?.toLowerCase()
  return translations.get(language ?? '') ?? null
}

function findSharingGroup(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : headOf(root)
  const distribution = head === null ? null : objectAt(head, 'distribution')
  const tlp = distribution === null ? null : objectAt(distribution, 'tlp')
  if (distribution === null || tlp === null || textAt(tlp, 'label') !== 'CLEAR') return []
  const isShared = atKey(distribution, 'sharing_group') !== undefined
  return isShared ? [finding(distribution, 'everybody may read this document', 'sharing_group')] : []
}

/** An affected product has a fixed version, or a remediation that says why there is none. */
function findUnfixed(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null || categoryOf(root) !== 'csaf_security_advisory') return []
  const families = productFamilies(root)
  const tree = objectAt(root, 'product_tree')
  const groups = tree === null ? new Map<string, readonly string[]>() : readGroups(tree)
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => {
    const lists = objectAt(vulnerability, 'product_status')
    if (lists === null) return []
    const fixed = new Set(
      ['fixed', 'first_fixed'].flatMap((key) => textsAt(lists, key)).map((id) => families.get(id)),
    )
    const remedies = objectsAt(vulnerability, 'remediations').map((node) => ({
      category: textAt(node, 'category') ?? '',
      ids: [
        ...textsAt(node, 'product_ids'),
        ...textsAt(node, 'group_ids').flatMap((id) => groups.get(id) ?? []),
      ],
    }))
    const isHopeless = (id: string) =>
      remedies.some(({ category, ids }) => withoutFix.has(category) && ids.includes(id)) &&
      !remedies.some(({ category, ids }) => category === 'vendor_fix' && ids.includes(id))
    return ['known_affected', 'first_affected', 'last_affected']
      .flatMap((key) => textsAt(lists, key))
      .filter((id) => !fixed.has(families.get(id)) && !isHopeless(id))
      .map((id) => finding(lists, `no fixed version of affected product "${id.slice(0, 60)}"`))
  })
}

const withoutFix = new Set(['fix_planned', 'no_fix_planned', 'none_available'])

function findMissingNote(
  document: unknown,
  profile: string,
  title: 'withdrawal' | 'supersession',
): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : headOf(root)
  const titles = root === null ? null : titlesOf(root)
  if (root === null || head === null || titles === null || categoryOf(root) !== profile) return []
  const notes = objectsAt(head, 'notes').filter((note) => textAt(note, 'title') === titles[title])
  const isRight = notes.length === 1 && notes.every((note) => textAt(note, 'category') === 'description')
  return isRight
    ? []
    : [finding(head, `one description titled "${titles[title]}" should give the reason`, 'notes')]
}

function findMissingReference(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : headOf(root)
  const titles = root === null ? null : titlesOf(root)
  if (root === null || head === null || titles === null || categoryOf(root) !== 'csaf_superseded') return []
  const isThere = objectsAt(head, 'references').some(
    (node) =>
      textAt(node, 'category') === 'external' && (textAt(node, 'summary') ?? '').startsWith(titles.successor),
  )
  return isThere ? [] : [finding(head, 'an external reference should lead to the successor', 'references')]
}

function findExtensions(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null || !['csaf_withdrawn', 'csaf_superseded'].includes(categoryOf(root))) return []
  return extensionsOf(root).map((node) =>
    finding(node, 'a document that no longer counts needs no extension'),
  )
}

/** A description titled as one of a product names the product it is of. */
function findUnboundDescriptions(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : headOf(root)
  if (root === null || head === null) return []
  const title = isEnglish(root) ? 'Product Description' : titlesOf(root)?.product
  if (title === undefined) return []
  const holders = [head, ...objectsAt(root, 'vulnerabilities')]
  return holders
    .flatMap((holder) => objectsAt(holder, 'notes'))
    .filter(
      (note) => textAt(note, 'category') === 'description' && (textAt(note, 'title') ?? '').startsWith(title),
    )
    .filter((note) => textsAt(note, 'product_ids').length === 0 && textsAt(note, 'group_ids').length === 0)
    .map((note) => finding(note, 'this description does not say of which product it is'))
}
