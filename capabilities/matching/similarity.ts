// How alike two names look, by the trigrams that they share: what may be one product without a key in common.
// SPDX-License-Identifier: EUPL-1.2
import { rememberByObject } from './memo.ts'
import type { ProductName } from './product-name.ts'
import { foldText } from './text.ts'

/** Below this, names of one vendor that share nothing but ordinary words would fill the queue. */
export const minSimilarity = 0.5
const maxTrigrams = 400

/** Shared trigrams of both texts, twice, divided by all (Dice): 0 to 1. */
export function similarityOf(a: ProductName, b: ProductName): number {
  const [own, other] = [trigramsOfName(a), trigramsOfName(b)]
  if (own.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const trigram of own) if (other.has(trigram)) shared += 1
  return (2 * shared) / (own.size + other.size)
}

const trigramsOfName = rememberByObject((name: ProductName) => trigramsOf(textOf(name)))

function textOf(name: ProductName): string {
  return foldText([name.product ?? name.fullName ?? '', name.model ?? ''].join(' '))
}

/** Each word with two blanks before and one after it, so that beginnings count more than ends. */
function trigramsOf(text: string): ReadonlySet<string> {
  const trigrams = new Set<string>()
  for (const word of text.split(/[^\p{L}\p{N}]+/u)) {
    const padded = `  ${word} `
    for (let at = 0; word !== '' && at + 3 <= padded.length; at += 1) {
      if (trigrams.size >= maxTrigrams) return trigrams
      trigrams.add(padded.slice(at, at + 3))
    }
  }
  return trigrams
}
