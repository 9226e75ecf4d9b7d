// Blocking keys: two names are compared only if they share one, so that SQL can join instead of trying all pairs.
// SPDX-License-Identifier: EUPL-1.2
import { type Code, codeKey } from './codes.ts'
import type { NameParts } from './name-parts.ts'
import type { ProductName } from './product-name.ts'
import { type ReadName, readProductName } from './read-name.ts'
import { foldText, squeeze } from './text.ts'
import { readVendor, vendorKeys } from './vendor.ts'
import { rankOf } from './words.ts'

/** A naming with more telling parts than this is a list; its first parts are enough to be found. */
const maxKeys = 24
const maxWords = 6
/** Shorter words are common to many vendors and join too much without one. */
const minTokenLength = 5
const minModelLength = 4
const maxTokens = 4
const maxFamilyWords = 2
const minWholeLength = 3
const maxWholeLength = 40

export function identityKeys(name: ProductName): string[] {
  const read = readProductName(name)
  const vendors = vendorsOf(read)
  const parts = unique([...read.names.flatMap(tellingParts), ...familyParts(read)])
  return unique([
    ...(name.purl ? [`purl:${name.purl.split('?')[0]}`] : []),
    ...(name.cpe ? [`cpe:${name.cpe.toLowerCase()}`] : []),
    ...(name.udiDi ? [`udi:${name.udiDi}`] : []),
    ...wholeKeys(read),
    ...modelKeys(name, read),
    ...tokenKeys(read),
    ...parts.flatMap((part) => vendors.map((vendor) => `name:${vendor}/${part}`)),
  ]).slice(0, maxKeys)
}

function vendorsOf(read: ReadName): string[] {
  const known = [read.vendor, read.namedVendor].filter((vendor) => vendor !== null)
  // Without a vendor the first word of the product may be one.
  const vendors =
    known.length > 0 ? known : read.names.slice(0, 1).map(({ spelled }) => readVendor(spelled[0] ?? null))
  return unique(vendors.flatMap((vendor) => (vendor ? vendorKeys(vendor) : []))).slice(0, 4)
}

/** Words and codes that a member of the same family would share, and what an abbreviation begins with. */
function tellingParts(name: NameParts): string[] {
  const brand = name.words.filter((group) => group.rank === 'brand').flatMap((group) => group.alternatives)
  const prefixes = name.codes.flat().map((code) => code.prefix)
  const codes = name.codes
    .flat()
    .flatMap((code) => [codeKey(code), ...softKey(code.softPrefix, code.number), ...joinedKey(code)])
  const optional = name.pool.filter((word) => word.length >= minTokenLength && rankOf(word) === 'brand')
  const words = unique([...brand, ...optional, ...prefixes.filter((prefix) => prefix.length >= 2)]).slice(
    0,
    maxWords,
  )
  const weak = brand.length > 0 ? [] : name.words.flatMap((group) => group.alternatives).slice(0, 3)
  return unique([...words, ...codes.slice(0, 4), ...weak, ...joinedPairs(name), ...initials(name)])
}

/** "GateOS" of an appliance that is listed by its hardware; a title of more words would lead to everything. */
function familyParts({ familyStems }: ReadName): string[] {
  return familyStems.size > maxFamilyWords ? [] : [...familyStems].filter((word) => rankOf(word) === 'brand')
}

function softKey(prefix: string | null, number: string): string[] {
  const joined = prefix !== null && prefix.length <= 4 ? [prefix + number] : []
  return number.length >= 3 ? [...joined, number] : joined
}

/** "R04CPU" shares `r04` with "R04 CPU". */
function joinedKey({ prefix, number }: Code): string[] {
  const digits = /^(\d+)[a-z]{2,}$/.exec(number)?.[1]
  return prefix !== '' && digits !== undefined ? [prefix + digits] : []
}

/** "Ward Roller" and "WardRoller" share the joined word. */
function joinedPairs(name: NameParts): string[] {
  return name.spelled
    .slice(0, 5)
    .flatMap((word, index) => [word + (name.spelled[index + 1] ?? '')])
    .filter((pair) => pair.length >= minTokenLength)
}

/** The first two initials: what "NVG" and "Norvik Vital Gate" have in common. */
function initials(name: NameParts): string[] {
  const short = name.words
    .flatMap((group) => group.alternatives)
    .filter((word) => /^[a-z]{3,6}$/.test(word))
    .flatMap((word) => [...word.slice(1)].map((letter) => `~${word[0]}${letter}`))
  const spans = name.spelled
    .slice(0, 4)
    .map((word, index) => `~${word.slice(0, 1)}${(name.spelled[index + 1] ?? '').slice(0, 1)}`)
  return unique([...short.slice(0, 5), ...spans.filter((span) => span.length === 3).slice(0, 3)])
}

function modelKeys(name: ProductName, read: ReadName): string[] {
  const stated = name.modelNumbers.map((model) => squeeze(foldText(model)))
  const codes = read.names.flatMap((one) => [...one.codes.flat(), ...one.remarkCodes]).map(codeKey)
  return unique([...stated, ...codes].filter((code) => code.length >= minModelLength && /\d/.test(code)))
    .slice(0, 4)
    .map((code) => `model:${code}`)
}

/** For names without vendor: the two longest brand words of each name. */
function tokenKeys(read: ReadName): string[] {
  const tokens = read.names.flatMap((name) => {
    const words = name.words.flatMap((group) => group.alternatives)
    const brand = unique(words).filter((word) => word.length >= minTokenLength && rankOf(word) === 'brand')
    return brand.toSorted((a, b) => b.length - a.length).slice(0, 2)
  })
  return unique(tokens)
    .slice(0, maxTokens)
    .map((word) => `token:${word}`)
}

/** For names without vendor and without a long word ("curl"): the name itself. */
function wholeKeys(read: ReadName): string[] {
  return read.names
    .map(({ squeezed }) => squeezed)
    .filter((whole) => whole.length >= minWholeLength)
    .slice(0, maxTokens)
    .map((whole) => `whole:${whole.slice(0, maxWholeLength)}`)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
