// Values as waiting hits and windows keep them: one copy of each text, and none of the record that it was cut from.
// SPDX-License-Identifier: EUPL-1.2
import { fold } from '../../sigma/expression.ts'

const maxTexts = 50_000
/** UTF-16 units; longer texts seldom come twice, and many of them would fill the memory. */
const maxUnits = 256

/** Folds, and gives the same string for the same text: a person's name in 10,000 hits is kept once. */
export function keptTexts(max: number = maxTexts): (text: string) => string {
  let newer = new Map<string, string>()
  let older = new Map<string, string>()
  return (text) => {
    if (text.length > maxUnits) return fold(copyOf(text))
    const known = newer.get(text)
    if (known !== undefined) return known
    const copy = copyOf(text)
    const kept = older.get(text) ?? fold(copy)
    newer.set(copy, kept)
    if (newer.size >= max / 2) {
      older = newer
      newer = new Map()
    }
    return kept
  }
}

/** A piece of a text keeps the whole text in memory as long as it lives; what JSON reads is a text of its own. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string
}

/** Bears the fields of a hit. Unlike what `Object.create(null)` makes it has a shape, a fifth of the memory. */
class HitFields {
  [name: string]: string
}
// Nothing is inherited: a log may name a field `constructor` or `__proto__`.
Object.setPrototypeOf(HitFields.prototype, null)
Reflect.deleteProperty(HitFields.prototype, 'constructor')

export function hitFields(): Record<string, string> {
  return new HitFields()
}
