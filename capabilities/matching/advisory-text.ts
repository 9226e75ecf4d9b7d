// Reads product and versions out of prose, where the structured data names none or is broken.
// SPDX-License-Identifier: EUPL-1.2
import { maxNameLength, repairMojibake } from './text.ts'

/** Product and versions that a description names. */
export interface TextMention {
  readonly product: string
  readonly versions: string
}

const maxDescription = 800
const maxNameWords = 8

const version = 'v?\\d[\\w.\\-]{0,30}'
const rangeInText = new RegExp(
  `(?:\\b(?:(?:all )?versions? |releases? )?(?:before|prior to|earlier than|older than|through|up to(?: and including)?|below)(?: versions?| release)? ${version}` +
    `|(?:\\bversions? )?<=? ?${version}` +
    `|\\b(?:versions? |releases? )?${version}(?: (?:through|to) ${version})?(?:,? (?:and|or) (?:all )?(?:earlier|prior|below|lower|before|older|previous)(?: versions?)?)?)`,
  'i',
)

/** "A flaw in Acme Gate Keeper before 4.4.1 allows …": the capitalised words before the versions are the product. */
export function findMention(description: string): TextMention | null {
  const text = repairMojibake(description.slice(0, maxDescription)).replace(/\s+/g, ' ')
  const words = new RegExp(rangeInText.source, 'gi')
  for (const match of text.matchAll(words)) {
    const product = nameBefore(text.slice(0, match.index))
    if (product !== null && /\d/.test(match[0])) return { product, versions: match[0].replace(/[.-]+$/, '') }
  }
  return null
}

const smallWords = new Set(['for', 'of', 'the', 'and'])

function nameBefore(text: string): string | null {
  const all = text.trim().split(' ').slice(-maxNameWords).reverse()
  // "Ventalo addr2line before 2.4": a part of the product, or its kind, is written small behind the name.
  const hasPart = /^\p{Ll}[\p{L}\d-]+$/u.test(all[0] ?? '') && /^\p{Lu}/u.test(all[1] ?? '')
  const words = hasPart && !smallWords.has(all[0] ?? '') ? all.slice(1) : all
  const name: string[] = []
  for (const word of words) {
    const isName = /^[\p{Lu}\d(]/u.test(word) || /^\p{Ll}\p{Lu}/u.test(word)
    if (!isName && !(name.length > 0 && smallWords.has(word))) break
    if (/[.,;:]$/.test(word) && name.length > 0) break
    name.unshift(word.replace(/[,;:]$/, ''))
  }
  while (
    name.length > 0 &&
    (smallWords.has(name[0]?.toLowerCase() ?? '') || /^(?:An?|In|This)$/.test(name[0] ?? ''))
  )
    name.shift()
  const joined = name.join(' ')
  return /\p{L}{2}/u.test(joined) ? joined : null
}

/** The name in a title: without number, update mark and the word "vulnerability". */
export function nameInTitle(title: string): string | null {
  const name = repairMojibake(title.slice(0, maxNameLength))
    .replace(/^[A-Z]{2,8}-\d\d-\d{3}-\d\w*[_\s:]+/, '')
    .replace(/\((?:Update|Rev)[^)]*\)/gi, ' ')
    .replace(/\b(?:multiple |security )?vulnerabilit(?:y|ies)\b.*$/i, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /\p{L}{2}/u.test(name) ? name : null
}
