// Repairs of broken data in advisories: the title names what the product field does not, a model stands among the versions.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, Statement } from '@salus/standards/advisory'
import type { ExplanationStep } from './explanation.ts'
import { type NameParts, readNames } from './name-parts.ts'
import { foldText } from './text.ts'
import { readVendor, vendorWords } from './vendor.ts'

/** Longer texts are prose, which the range grammar refuses anyway. */
const maxVersionText = 1_000

/** "S4 A.07.107" below the title "Acme Signs VS4": the first part is the model, not a version. */
export function withoutModelInVersions(
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
export function repairName(
  product: StatedProduct,
  written: string,
  title: string | null,
  isNamedByTitle: boolean,
): { name: string; repairs: ExplanationStep[] } {
  if (title === null) return { name: written, repairs: [] }
  const parts = readNames(written, vendorWords(readVendor(product.vendor)))
  const telling = parts.some(
    (part) => part.codes.length > 0 || part.words.some((group) => group.rank !== 'filler'),
  )
  const isShort = written.replace(/[^\p{L}\p{N}]/gu, '').length <= 2
  const isInTitle = isNamedByTitle && isPartOfTitle(parts, written, title)
  if (telling && !isShort && !isInTitle) return { name: written, repairs: [] }
  const name = telling ? `${written} / ${title}` : title
  return { name, repairs: [{ code: 'name-from-title', written, used: title }] }
}

/** "RIS Client" below the title "Acme Ventalo RIS", and "Go Robot" below "Acme VGo Robot": the title holds the whole name. */
function isPartOfTitle(parts: readonly NameParts[], written: string, title: string): boolean {
  if (/[,;&]|\sand\s/i.test(title)) return false
  const words = wordsOfText(title)
  const own = wordsOfText(written)
  const [first = ''] = own
  const isTail =
    first.length <= maxTail &&
    !words.includes(first) &&
    words.some((word) => word.length <= maxTail * 2 && word.endsWith(first))
  const hasBrand = parts.some(
    (part) => part.codes.length > 0 || part.words.some((group) => group.rank === 'brand'),
  )
  return own.some((word) => words.includes(word)) && (isTail || !hasBrand)
}

/** A longer word is not what is left of another. */
const maxTail = 3

function wordsOfText(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2)
}
