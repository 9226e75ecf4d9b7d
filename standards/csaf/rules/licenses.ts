// CSAF 2.1, 6.1.54 and 6.1.55, 6.2.43 to 6.2.46 and 6.3.17: the licence of a document is named, listed, or printed in it.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt } from '../../json/index.ts'
import { finding, isEnglish, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { type LicenseNames, readLicenseExpression } from './license-grammar.ts'
import { deprecatedLicenses, isListedException, isListedLicense } from './license-list.ts'

export const licenseRules: readonly CsafRule[] = [
  { id: '6.1.54', check: (document) => withExpression(document, findWrongExpression) },
  { id: '6.1.55', check: (document) => withExpression(document, findMissingText) },
]

export const licenseAdvice: readonly CsafRule[] = [
  { id: '6.2.43', check: findNoExpression },
  { id: '6.2.44', check: (document) => withExpression(document, findDeprecated) },
  { id: '6.2.45', check: (document) => withExpression(document, findUnknown) },
  { id: '6.2.46', check: (document) => withExpression(document, findMissingTranslation) },
  { id: '6.3.17', check: (document) => withExpression(document, findUnlisted) },
]

type Check = (head: JsonNode, names: LicenseNames | null, root: JsonNode) => RuleFinding[]

const key = 'license_expression'

function withExpression(document: unknown, check: Check): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : objectAt(root, 'document')
  const expression = head === null ? null : textAt(head, key)
  if (root === null || head === null || expression === null) return []
  return check(head, readLicenseExpression(expression), root)
}

function findWrongExpression(head: JsonNode, names: LicenseNames | null): RuleFinding[] {
  return names === null ? [finding(head, 'this is no SPDX licence expression', key)] : []
}

/**
 * 6.1.55: a reference that no list holds is printed in one note titled License. A plain identifier that no list holds
 * is the finding of 6.2.45, and no document becomes invalid by it (so the cases of the standard).
 */
function findMissingText(head: JsonNode, names: LicenseNames | null, root: JsonNode): RuleFinding[] {
  if (names === null || !hasUnlistedReference(names) || !isEnglish(root)) return []
  const titled = objectsAt(head, 'notes').filter((note) => textAt(note, 'title') === 'License')
  const isRight = titled.length === 1 && titled.every(isDisclaimer)
  return isRight
    ? []
    : [finding(head, 'exactly one legal disclaimer titled License must hold the text', 'notes')]
}

/** 6.2.46; the title in another language is not checked, only that there is a disclaimer to hold the text. */
function findMissingTranslation(head: JsonNode, names: LicenseNames | null, root: JsonNode): RuleFinding[] {
  if (names === null || isListed(names) || isEnglish(root)) return []
  const title = licenseTitles.get((textAt(head, 'lang') ?? '').split('-')[0]?.toLowerCase() ?? '')
  const notes = objectsAt(head, 'notes').filter(isDisclaimer)
  const fitting = title === undefined ? notes : notes.filter((note) => textAt(note, 'title') === title)
  return fitting.length === 1 ? [] : [finding(head, 'one legal disclaimer should hold the licence', 'notes')]
}

/** The standard's own translations of the title. */
const licenseTitles: ReadonlyMap<string, string> = new Map([['de', 'Lizenz']])

function isDisclaimer(note: JsonNode): boolean {
  return textAt(note, 'category') === 'legal_disclaimer'
}

function isListed({ licenses, exceptions }: LicenseNames): boolean {
  return licenses.every(isListedLicense) && exceptions.every(isListedException)
}

function hasUnlistedReference({ licenses, exceptions }: LicenseNames): boolean {
  return (
    licenses.some((id) => id.startsWith('LicenseRef-') && !isListedLicense(id)) ||
    exceptions.some((id) => id.startsWith('AdditionRef-'))
  )
}

function findNoExpression(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : objectAt(root, 'document')
  return head !== null && textAt(head, key) === null
    ? [finding(head, 'the licence of the document is not named')]
    : []
}

function findDeprecated(head: JsonNode, names: LicenseNames | null): RuleFinding[] {
  const old = [...(names?.licenses ?? []), ...(names?.exceptions ?? [])].filter((id) =>
    deprecatedLicenses.has(id),
  )
  return old.map((id) => finding(head, `${id.slice(0, 60)} is deprecated`, key))
}

/** References need not be listed; plain identifiers must be. */
function findUnknown(head: JsonNode, names: LicenseNames | null): RuleFinding[] {
  if (names === null) return []
  const unknown = [
    ...names.licenses.filter((id) => !id.startsWith('LicenseRef-') && !isListedLicense(id)),
    ...names.exceptions.filter((id) => !id.startsWith('AdditionRef-') && !isListedException(id)),
  ]
  return unknown.map((id) => finding(head, `no list holds the licence ${id.slice(0, 60)}`, key))
}

function findUnlisted(head: JsonNode, names: LicenseNames | null): RuleFinding[] {
  if (names === null || isListed(names)) return []
  return [finding(head, 'the licence is on no list that readers may know', key)]
}
