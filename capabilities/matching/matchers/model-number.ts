// Matches by model number (CSAF 2.1, 3.1.3.3.5): the whole number, `?` and `*` as wildcards.
// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationStep } from '../explanation.ts'
import type { IdentityDecision, Matcher } from '../identity.ts'
import type { ProductName } from '../product-name.ts'
import { foldText } from '../text.ts'
import { compareVendors, readVendor } from '../vendor.ts'

/** Shorter numbers are common to many makers and identify nothing. */
const minModelLength = 5
const maxModelLength = 64

export const matchModelNumber: Matcher = (inventory, stated) => {
  if (stated.modelNumbers.length === 0) return null
  if (compareVendors(readVendor(inventory.vendor), readVendor(stated.vendor)).kind === 'different')
    return null
  const own = ownNumbers(inventory)
  const found = stated.modelNumbers.find((pattern) => own.some((number) => fitsModel(number, pattern)))
  if (found === undefined) return otherNumber(inventory, stated)
  return {
    grade: 'exact-identifier',
    method: 'model-number',
    certainty: 'certain',
    steps: [{ code: 'identifier-equal', scheme: 'model-number', value: found }],
  }
}

/** The number of a sister product: as long as the stated ones and with the same beginning, and none of them. */
function otherNumber(inventory: ProductName, stated: ProductName): IdentityDecision | null {
  const wanted = stated.modelNumbers.map(normalizeModel)
  if (wanted.some((number) => /[*?\\]/.test(number))) return null
  const own = inventory.modelNumbers.find((number) =>
    wanted.some((other) => isSister(normalizeModel(number), other)),
  )
  if (own === undefined) return null
  const step: ExplanationStep = {
    code: 'identifier-differs',
    scheme: 'model-number',
    own,
    stated: stated.modelNumbers.slice(0, maxShown).join(', '),
  }
  return { grade: 'none', method: 'model-number', certainty: 'certain', steps: [step] }
}

function isSister(own: string, stated: string): boolean {
  const common = own.slice(0, minSisterStem)
  return own.length === stated.length && own.length >= minSisterLength && stated.startsWith(common)
}

const minSisterLength = 8
const minSisterStem = 5
const maxShown = 5

function ownNumbers(inventory: ProductName): string[] {
  const inText = (inventory.product ?? '').split(/[\s()[\],;]+/)
  return [...inventory.modelNumbers, inventory.model ?? '', ...inText]
    .map(normalizeModel)
    .filter(isLongEnough)
}

function fitsModel(number: string, pattern: string): boolean {
  const wanted = normalizeModel(pattern)
  if (!isLongEnough(wanted.replace(/[*?]/g, ''))) return false
  return fitsWildcards(number, wanted)
}

/** Greedy matching with one place to come back to: linear for every pattern. */
function fitsWildcards(text: string, pattern: string): boolean {
  let [at, in_, star, resume] = [0, 0, -1, 0]
  while (at < text.length) {
    if (pattern[in_] === '*') {
      star = in_
      resume = at
      in_ += 1
    } else if (pattern[in_] === '?' || pattern[in_] === text[at]) {
      in_ += 1
      at += 1
    } else if (star >= 0) {
      in_ = star + 1
      resume += 1
      at = resume
    } else return false
  }
  return /^\**$/.test(pattern.slice(in_))
}

function normalizeModel(text: string): string {
  return foldText(text).replace(/[\s\-./]/g, '')
}

function isLongEnough(number: string): boolean {
  return number.length >= minModelLength && number.length <= maxModelLength && /\d/.test(number)
}
