// Versions that texts of remedies name as the fix: "update to 2.4 or later", "fixed in 2.3".
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Remediation, Statement } from '@salus/standards/advisory'
import { rememberByObject, rememberByText } from './memo.ts'
import { readNames } from './name-parts.ts'
import { foldText, squeeze } from './text.ts'
import { readVendor, vendorWords } from './vendor.ts'
import { stemKey } from './words.ts'

export interface Remedy {
  /** The version that is named as fixed, as written. */
  readonly version: string
  /** The sentence that names it. */
  readonly text: string
  /** Words written large between the advice and the version: the product that is meant, if any. */
  readonly names: readonly string[]
}

/** Longer texts are instructions; versions behind this belong to their steps. */
const maxText = 2_000
const maxSentence = 400
const maxRemedies = 20

const level = '(?:SP|Upd(?:ate)?|Build|Patch|Hotfix|HotfixRev|HF|Service Pack|Feature Pack|MR|P)'
const levels = `[ _-]?${level}[ _.-]?\\d{1,6}`
/** A number without a dot is a version only with its level ("V16 Update 3"). */
const version = `((?<!\\d )(?:[vr]\\.? ?)?\\d{1,6}(?:(?:\\.\\d{1,8}){1,5}[a-z]?(?:${levels}){0,3}|(?: R\\d{1,2})?(?:${levels}){1,3}))(?![\\w.-]*\\w)`
const noun =
  '(?:(?:the|its|their|latest|newest|new|fixed|software|firmware|product|version|release|revision|ver\\.?|to) ){0,5}'
const named = '(?:[\\p{L}\\p{N}/+-]{1,30} ){0,6}?'
const patterns = [
  `\\b(?:updat|upgrad|migrat)(?:e|es|ed|ing)\\b ${named}(?:to|with) ${noun}${named}${noun}${version}`,
  `\\b(?:fixed|resolved|corrected|remediated|addressed|patched|eliminated|remedied) (?:in|by|with|from|since) ${noun}${named}${noun}${version}`,
  `${version} (?:\\([^()]{0,60}\\) )?(?:which |that |and |to |has |have |been |is |was |released ){0,4}(?:fix|fixes|resolves?|corrects?|remediates?|addresses|address|eliminates?)\\b`,
  `\\b(?:aktualisier|upgrad)\\p{L}{1,4} (?:sie )?auf ${noun}${version}`,
  `\\bmett(?:re|ez) à jour vers (?:la )?${noun}${version}`,
  `\\baggiorn(?:are|ate) alla ${noun}${version}`,
].map((pattern) => new RegExp(pattern, 'giu'))

/** A version that fixes only together with something more, that is no fix, or is to be left, contradicts nothing. */
const noFix =
  /\b(?:not (?:yet )?(?:fix|address|resolve|remediate|affected)|partial|partly|interim|however|still|until|planned|will be|in addition|hardware|patch(?:es)?(?: [\w-]{1,20})? for|hotfix for|prior to (?:updating|upgrading)|before (?:updating|upgrading)|if running|currently running)\b/i
const andMore =
  /^(?:[^.;]{0,40}?\b(?:and|with|plus|then) (?:\w+ ){0,3}(?:patch|hotfix|hf|fix|service pack|sp ?\d|update \d)| ?\(\d| ?& ?v?\d| (?:security|fix) | ?(?!or\b|and\b|to\b|for\b)[a-z]{1,12}[ ._-]?\d|,? (?:or|and) v?\d| (?:\w+ )?(?:app|application|client|driver)\b)/i
const notUpTo =
  /\b(?:later than|newer than|higher than|above|after|beyond|prior|users?|using|running|installed|customers)\b/i
/** Names of what a product runs on: their versions are not its own. */
const foreign =
  /\b(?:windows|tls|ssl|java|jre|jdk|openssl|sql|linux|android|ios|python|php|apache|tomcat|chrome|vpn|bios|driver|library|sdk)\b/i
const verb = /^(?:updat|upgrad|migrat|aktualisier|mett|aggiorn|resolv|fix)/i
/** Words that are written large without naming a product. */
const ordinary =
  /^(?:versions?|ver|firmware|software|release|revision|service|pack|update|upgrade|build|patch|hotfix|series|all|the|users?|fixed|in|to|a)$/i

/** The remedies that are meant for the statement's product; a text for several products must name this one. */
export function remediesOf(advisory: Advisory, statement: Statement): Remedy[] {
  if (!advisory.format.startsWith('csaf') && !advisory.format.startsWith('cve')) return []
  const meant = advisory.remediations
    .filter(
      ({ category }) =>
        category === 'vendor_fix' || category === 'mitigation' || category === 'optional_patch',
    )
    .filter(({ vulnerability }) => vulnerability === null || vulnerability === statement.vulnerability)
    .filter(({ productIds }) => productIds.length === 0 || productIds.includes(statement.productId ?? ''))
  const words = meant.length > 0 ? tellingWords(statement) : []
  return meant
    .flatMap((remediation) => {
      const isShared = namesMeant(advisory, remediation) > 1
      return readRemedies(remediation.details).filter(
        (remedy) => (!isShared || mentions(remedy, words)) && meansNoOther(remedy, statement),
      )
    })
    .slice(0, maxRemedies)
}

export const readRemedies = rememberByText((details): readonly Remedy[] => {
  const sentences = details.slice(0, maxText).split(/(?<=[.;!])\s+(?=[\p{Lu}\d(])|\n+/u)
  return sentences.flatMap(readSentence)
})

function readSentence(sentence: string): Remedy[] {
  const text = sentence.slice(0, maxSentence).replace(/\s+/g, ' ').trim()
  if (!/\d\.\d|\d[ _-]?[A-Z][A-Za-z]{0,10}[ _.-]?\d/.test(text) || noFix.test(text)) return []
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter(([phrase]) => !foreign.test(phrase) && !notUpTo.test(phrase))
      .filter((match) => !andMore.test(text.slice(match.index + match[0].length)))
      .map((match) => ({
        version: match[1] ?? '',
        text,
        names: namesIn(`${headOf(text)} ${match[0].replace(match[1] ?? '', ' ')}`),
      }))
      .filter((remedy) => remedy.version !== ''),
  )
}

/** How many product names a remediation speaks to. */
function namesMeant(advisory: Advisory, { productIds }: Remediation): number {
  const names = namesById(advisory)
  const meant =
    productIds.length === 0 ? [...names.values()].flat() : productIds.flatMap((id) => names.get(id) ?? [])
  return new Set(meant).size
}

const namesById = rememberByObject((advisory: Advisory) => {
  const names = new Map<string, string[]>()
  for (const { productId, product } of advisory.statements) {
    const list = names.get(productId ?? '') ?? []
    const name = foldText(product.name ?? product.fullName)
    if (!list.includes(name)) names.set(productId ?? '', [...list, name])
  }
  return names
})

function tellingWords({ product }: Statement): string[] {
  const parts = readNames(product.name ?? product.fullName, vendorWords(readVendor(product.vendor)))
  const words = parts.flatMap((part) => part.words.filter(({ rank }) => rank === 'brand'))
  const codes = parts.flatMap((part) => part.codes.flat().map(({ text }) => text))
  // All of them: "Gate Two" and "Gate Three" share a word.
  return [...words.flatMap(({ alternatives }) => alternatives), ...codes].map(squeeze)
}

function mentions({ text, version }: Remedy, words: readonly string[]): boolean {
  const tokens = foldText(text.replace(version, ' ')).split(/[^\p{L}\p{N}]+/u)
  const said = new Set(
    [...tokens, ...tokens.map((token, index) => token + (tokens[index + 1] ?? ''))].map(stemKey),
  )
  return words.length > 0 && words.every((word) => said.has(stemKey(word)))
}

/** "Gate Two: update to 4.2" begins with the product that is meant. */
function headOf(text: string): string {
  return /^[^:.]{2,80}?(?=: | - )/.exec(text)?.[0] ?? ''
}

function namesIn(phrase: string): string[] {
  const words = phrase.split(/[^\p{L}\p{N}.]+/u).filter((word) => !/^v?\d+(?:\.\d+)+$/i.test(word))
  return words.filter(
    (word) => /^\p{Lu}|\d{3}|\p{L}\d/u.test(word) && !ordinary.test(word) && !verb.test(word),
  )
}

/** "Update the Sender to 4.2" says nothing of the receiver. */
function meansNoOther({ names }: Remedy, { product }: Statement): boolean {
  const own = squeeze(foldText([product.vendor, product.name, product.family, product.fullName].join(' ')))
  return names.every((name) => own.includes(squeeze(foldText(name))))
}
