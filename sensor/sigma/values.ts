// The texts that one value of a rule stands for, after placeholders, encodings and dashes.
// SPDX-License-Identifier: EUPL-1.2
import { base64Offsets, bytesOf, dashVariants, type Encoding } from './encodings.ts'
import { ruleLimits } from './limits.ts'
import { literalOf, type Piece, type Pieces, readPieces } from './wildcards.ts'

/** Local values for `%name%`: domain controllers, hosts of administrators. */
export type Placeholders = ReadonlyMap<string, readonly string[]>

const wide: Readonly<Record<string, Encoding>> = {
  wide: 'utf16le',
  utf16le: 'utf16le',
  utf16be: 'utf16be',
  utf16: 'utf16',
}

export function textVariantsOf(
  text: string,
  modifiers: readonly string[],
  placeholders: Placeholders,
  fault: (message: string) => Error,
): readonly Pieces[] {
  const raw = modifiers.includes('re') || modifiers.includes('cidr')
  let variants: readonly Pieces[] = modifiers.includes('expand')
    ? expanded(text, placeholders, fault, raw)
    : [raw ? [text] : readPieces(text)]
  let encoding: Encoding = 'utf8'
  for (const modifier of modifiers) {
    if (modifier === 'windash') variants = grown(variants, dashVariants, modifier, fault)
    const unit = wide[modifier]
    if (unit) encoding = unit
    if (modifier === 'base64' || modifier === 'base64offset') {
      const before = encoding
      variants = grown(
        variants,
        (pieces) => {
          const value = bytesOf(plainText(pieces, modifier, fault), before)
          return modifier === 'base64'
            ? [[value.toString('base64')]]
            : base64Offsets(value).map((part) => [part])
        },
        modifier,
        fault,
      )
      encoding = 'utf8'
    }
  }
  // A log holds such text as one character for each byte.
  if (encoding !== 'utf8')
    return variants.map((pieces) => [bytesOf(plainText(pieces, 'utf16', fault), encoding).toString('latin1')])
  return variants
}

/** A modifier may stand there twice, so that what one of them makes is not all. */
function grown(
  variants: readonly Pieces[],
  waysOf: (pieces: Pieces) => readonly Pieces[] | null,
  modifier: string,
  fault: (message: string) => Error,
): readonly Pieces[] {
  const all: Pieces[] = []
  for (const pieces of variants) {
    const ways = waysOf(pieces)
    if (ways === null) throw fault(`"${modifier}" would make more than ${ruleLimits.maxVariants} variants`)
    if (all.length + ways.length > ruleLimits.maxValues)
      throw fault(`"${modifier}" would make more than ${ruleLimits.maxValues} values`)
    all.push(...ways)
  }
  return all
}

function plainText(pieces: Pieces, modifier: string, fault: (message: string) => Error): string {
  const text = literalOf(pieces)
  if (text === null) throw fault(`wildcards cannot be encoded by "${modifier}"`)
  return text
}

function expanded(
  text: string,
  placeholders: Placeholders,
  fault: (message: string) => Error,
  raw: boolean,
): readonly Pieces[] {
  const pieces: Pieces = raw ? [text] : readPieces(text)
  let variants: readonly (readonly Piece[])[] = [[]]
  for (const piece of pieces) {
    const ways = typeof piece === 'string' ? filledIn(piece, placeholders, fault) : [piece]
    if (variants.length * ways.length > ruleLimits.maxValues)
      throw fault(`placeholders would make more than ${ruleLimits.maxValues} values`)
    variants = variants.flatMap((before) => ways.map((way) => [...before, way]))
  }
  return variants
}

function filledIn(
  text: string,
  placeholders: Placeholders,
  fault: (message: string) => Error,
): readonly string[] {
  let variants: readonly string[] = ['']
  for (const [at, part] of text.split(/%([A-Za-z0-9_.-]+)%/).entries()) {
    const values = at % 2 === 0 ? [part] : placeholders.get(part)
    if (!values || values.length === 0) throw fault(`the placeholder %${part}% has no values here`)
    if (variants.length * values.length > ruleLimits.maxValues)
      throw fault(`placeholders would make more than ${ruleLimits.maxValues} values`)
    variants = variants.flatMap((before) => values.map((value) => before + value))
  }
  return variants
}
