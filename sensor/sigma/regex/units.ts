// Sorts the units of a text into classes that a program does not tell apart, so that its automaton needs few ways.
// SPDX-License-Identifier: EUPL-1.2
import { containsUnit, isWordUnit } from './node.ts'
import type { Program } from './program.ts'

/** What anchors can ask of a neighbour. */
export const edge = 0
export const newline = 1
export const wordUnit = 2
export const otherUnit = 3
export const lastNewline = 4

export interface UnitClasses {
  of(unit: number): number
  /** The same for units below 128. */
  readonly ascii: Uint16Array
  /** The class of a newline that is the text's last unit. */
  readonly last: number
  kindOf(unitClass: number): number
  inSet(unitClass: number, set: number): boolean
}

export function unitClasses(program: Program): UnitClasses {
  const bySignature = new Map<string, number>()
  const kinds: number[] = []
  const members: Uint8Array[] = []
  const asksWord = program.asserts.some((what) => what === 'word' || what === 'notWord')
  const asksLine = program.asserts.some(
    (what) => what === 'lineStart' || what === 'lineEnd' || what === 'end',
  )
  const make = (unit: number, kind: number): number => {
    const member = Uint8Array.from(program.sets, (set) => Number(containsUnit(set, unit)))
    const signature = `${kind}:${member.join('')}`
    const known = bySignature.get(signature)
    if (known !== undefined) return known
    kinds.push(kind)
    members.push(member)
    bySignature.set(signature, kinds.length - 1)
    return kinds.length - 1
  }
  // Kinds that no anchor of the program asks for would only multiply the states.
  const kindOfUnit = (unit: number) =>
    unit === 10 && asksLine ? newline : asksWord && isWordUnit(unit) ? wordUnit : otherUnit
  const ascii = Uint16Array.from({ length: 128 }, (_, unit) => make(unit, kindOfUnit(unit)))
  const last = asksLine ? make(10, lastNewline) : (ascii[10] as number)
  const beyond = new Map<number, number>()
  const ofBeyond = (unit: number): number => {
    const known = beyond.get(unit)
    if (known !== undefined) return known
    const made = make(unit, otherUnit)
    beyond.set(unit, made)
    return made
  }
  return {
    last,
    ascii,
    of: (unit) => (unit < 128 ? (ascii[unit] as number) : ofBeyond(unit)),
    kindOf: (unitClass) => kinds[unitClass] ?? otherUnit,
    inSet: (unitClass, set) => members[unitClass]?.[set] === 1,
  }
}

export function holdsBetween(what: string | undefined, before: number, after: number): boolean {
  switch (what) {
    case 'start':
      return before === edge
    case 'veryEnd':
      return after === edge
    case 'end':
      return after === edge || after === lastNewline
    case 'lineStart':
      return before === edge || before === newline
    case 'lineEnd':
      return after === edge || after === newline || after === lastNewline
    case 'word':
      return (before === wordUnit) !== (after === wordUnit)
    default:
      return (before === wordUnit) === (after === wordUnit)
  }
}
