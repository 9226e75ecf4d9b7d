// Staff of the extracts: role, units, own record, leave, last day; and when they work.
// SPDX-License-Identifier: EUPL-1.2
import type { Row } from './csv.ts'
import type { Hashing } from './hashing.ts'
import { contextLimits, shiftSpan } from './limits.ts'
import { beginningOf, endOf, openEnd } from './spans.ts'

export interface Person {
  readonly role: string
  readonly units: readonly number[]
  readonly surname: number
  readonly address: number
  /** Number of the own record, or 0. */
  readonly ownRecord: number
  readonly leave: readonly (readonly [from: number, to: number])[]
  /** Milliseconds UTC after which the person is gone. */
  readonly leftAt: number
}

export interface Turn {
  readonly from: number
  readonly to: number
  readonly onCall: boolean
  /** 0: the units of the person; `wholeHouse`: any. */
  readonly unit: number
}

export const wholeHouse = -1

/** Numbers for words, from 1: accounts and units. */
export interface Words {
  numberOf(word: string): number | null
  find(word: string): number | undefined
  wordOf(number: number): string
  readonly size: () => number
}

export function wordsWithin(max: number): Words {
  const numbers = new Map<string, number>()
  const words: string[] = ['']
  return {
    numberOf(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      if (numbers.size >= max || word.length > contextLimits.maxWordUnits) return null
      numbers.set(word, words.length)
      words.push(word)
      return words.length - 1
    },
    find: (word) => numbers.get(word),
    wordOf: (number) => words[number] ?? '',
    size: () => numbers.size,
  }
}

/** One account in all logs: `HOUSE\Mia.K`, `mia.k@house.example` and `mia.k` are one. */
export function accountOf(text: string): string {
  return text.slice(0, 256).replace(/^.*\\/, '').replace(/@.*$/, '').trim().toLowerCase()
}

export function unitsOf(text: string, units: Words): readonly number[] {
  const names = text
    .toLowerCase()
    .split('|')
    .map((name) => name.trim())
  return names.flatMap((name) => (name === '' ? [] : (units.numberOf(name) ?? [])))
}

/** A text says what is wrong. */
export function personOf(row: Row, hashing: Hashing, units: Words, timeZone: string): Person | string {
  const leave = leaveOf(row.get('on_leave'), timeZone)
  if (typeof leave === 'string') return leave
  const exit = row.get('exit_date')
  const leftAt = exit === '' ? openEnd : endOf(exit, timeZone)
  if (leftAt === null) return 'its exit_date is no day'
  const hasRecord = row.get('patient') !== '' || row.get('patient_key') !== ''
  const ownRecord = hasRecord ? hashing.patient(row) : 0
  if (typeof ownRecord === 'string') return ownRecord
  return {
    role: row.get('role').toLowerCase().slice(0, contextLimits.maxWordUnits),
    units: unitsOf(row.get('unit'), units),
    surname: hashing.surname(row),
    address: hashing.address(row),
    ownRecord,
    leave,
    leftAt,
  }
}

function leaveOf(text: string, timeZone: string): Person['leave'] | string {
  const spans = text.split(' ').filter((span) => span !== '')
  if (spans.length > contextLimits.maxSpansOfLeave) return 'it has more spans of leave than are read'
  const read = spans.map((span) => {
    const [from = '', to = from] = span.split('/')
    return [beginningOf(from, timeZone), endOf(to, timeZone)] as const
  })
  const whole = read.filter((span): span is readonly [number, number] => span[0] !== null && span[1] !== null)
  return whole.length === read.length ? whole : 'its on_leave is no span such as 2026-03-01/2026-03-08'
}

export function turnOf(row: Row, units: Words, timeZone: string): Turn | string {
  const from = beginningOf(row.get('from'), timeZone)
  const to = endOf(row.get('to'), timeZone)
  if (from === null || to === null || to === openEnd || to < from) return 'its from and to are no span'
  const kind = row.get('kind').toLowerCase()
  if (kind !== '' && kind !== 'shift' && kind !== 'on_call') return 'its kind is neither shift nor on_call'
  const unit = row.get('unit').toLowerCase()
  const number = unit === '*' ? wholeHouse : unit === '' ? 0 : units.numberOf(unit)
  if (number === null) return 'its unit is too long, or there are too many units'
  return { from, to, onCall: kind === 'on_call', unit: number }
}

/** Null where nothing is known: no turn of the person, or an instant that the roster does not reach. */
export function inShift(
  turns: readonly Turn[],
  at: number,
  reach: readonly [number, number],
): boolean | null {
  if (turns.length === 0 || at < reach[0] || at > reach[1]) return null
  return turns.some(({ from, to }) => at >= from - shiftSpan.beforeMs && at <= to + shiftSpan.afterMs)
}
