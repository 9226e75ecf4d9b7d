// Reads the fields of a form and collects every fault beside its field.
// SPDX-License-Identifier: EUPL-1.2
import { instantAt, wallTimeOf } from '../../../../platform/time/zone.ts'
import type { FactFault } from '../../fact-value.ts'

export type RoomFault =
  | FactFault
  | 'not-past'
  | 'year'
  | 'reason-missing'
  | 'changed-meanwhile'
  | 'no-file'
  | 'line-too-long'
  | 'too-many-lines'
  | 'days'
  | 'choose'
  | 'nothing-new'

export type Faults = Readonly<Record<string, RoomFault>>
export type Typed = Readonly<Record<string, string>>
export type Outcome<Command> = { readonly command: Command } | { readonly faults: Faults }

/** A clock of the hospital may run ahead of ours. */
const aheadMs = 10 * 60_000
/** Further away is a slip of the finger. */
const maxAwayMs = 10 * 366 * 86_400_000

export interface FieldReader {
  fault(name: string, fault: RoomFault): void
  text(name: string, max: number): string
  optional(name: string, max: number): string | null
  choice<const C extends string>(name: string, choices: readonly C[]): C
  /** `past`: what has happened; `future`: what somebody wants to do; `any`: what others said. */
  moment(name: string, when: 'past' | 'future' | 'any'): Date
  optionalMoment(name: string, when: 'past' | 'future' | 'any'): Date | null
  /** Made only where nothing is wrong. */
  outcome<Command>(make: () => Command): Outcome<Command>
}

export function readFields(typed: Typed, timeZone: string, now: Date): FieldReader {
  const faults: Record<string, RoomFault> = {}
  const clean = (name: string) => (typed[name] ?? '').replaceAll('\0', '').toWellFormed().trim()
  const fault = (name: string, found: RoomFault) => {
    faults[name] ??= found
  }
  function optional(name: string, max: number): string | null {
    const text = clean(name)
    if (text.length > max) fault(name, 'too-long')
    return text || null
  }
  function optionalMoment(name: string, when: 'past' | 'future' | 'any'): Date | null {
    const text = clean(name)
    if (text === '') return null
    const at = instantAt(text.replace(' ', 'T').slice(0, 20), timeZone)
    const away = at.getTime() - now.getTime()
    if (Number.isNaN(away)) fault(name, 'no-time')
    else if (Math.abs(away) > maxAwayMs) fault(name, 'year')
    else if (when === 'past' && away > aheadMs) fault(name, 'not-yet')
    else if (when === 'future' && away < -aheadMs) fault(name, 'not-past')
    return at
  }
  return {
    fault,
    optional,
    optionalMoment,
    text(name, max) {
      const text = optional(name, max)
      if (text === null) fault(name, 'missing')
      return text ?? ''
    },
    choice(name, choices) {
      const found = choices.find((one) => one === clean(name))
      if (found === undefined) fault(name, 'choose')
      // The first one stands in for the type; with a fault no command is made of it.
      return found ?? (choices[0] as (typeof choices)[number])
    },
    moment(name, when) {
      const at = optionalMoment(name, when)
      if (at === null) fault(name, 'missing')
      return at ?? now
    },
    outcome: (make) => (Object.keys(faults).length > 0 ? { faults } : { command: make() }),
  }
}

/** As a field for a moment holds it. */
export function localText(at: Date, timeZone: string): string {
  const { day, msOfDay } = wallTimeOf(at, timeZone)
  const minutes = Math.floor(msOfDay / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
