// Runs a regular expression over a text in one pass: no back-tracking, so no text can make it slow.
// SPDX-License-Identifier: EUPL-1.2
import type { RegexNode } from './node.ts'
import { type Program, programOf } from './program.ts'
import { edge, lastNewline, newline, type UnitClasses, unitClasses } from './units.ts'
import { type Walker, walkerOf } from './walk.ts'

/** What was worked through, for the meter of costs; counted in steps, not in time, so that it is the same everywhere. */
export const work = { steps: 0 }

export interface Automaton {
  found(text: string): boolean
}

const maxStates = 2_000
/** After so many texts that found no room, the states are thrown away: those of newer texts may serve better. */
const maxMisses = 500
/** Classes that a state keeps its way for; a program with more works out the others each time. */
const keptClasses = 64
const unknown = -2
const matched = -1

interface State {
  readonly steps: Int32Array
  readonly before: number
  /** By class of the next unit: a state, `matched` or `unknown`. */
  readonly to: Int32Array
  atEnd: boolean | null
}

/** States are made as texts need them. A text that needs too many is walked to its end without them. */
export function automatonOf(node: RegexNode): Automaton {
  const program = programOf(node)
  const classes = unitClasses(program)
  const walker = walkerOf(program, classes)
  let states: State[] = []
  let byKey = new Map<string, number>()
  let misses = 0
  const intern = (steps: readonly number[], before: number): number => {
    const key = `${before}:${steps.join(',')}`
    const known = byKey.get(key)
    if (known !== undefined) return known
    const to = new Int32Array(keptClasses).fill(unknown)
    states.push({ steps: Int32Array.from(steps), before, to, atEnd: null })
    byKey.set(key, states.length - 1)
    return states.length - 1
  }
  const follow = (state: State, unitClass: number): number => {
    const after = classes.kindOf(unitClass)
    work.steps += 4 * state.steps.length + 16
    const complete = walker.close(state.steps, state.steps.length, state.before, after)
    const next = complete
      ? matched
      : intern(nextSteps(program, classes, walker, unitClass), after === lastNewline ? newline : after)
    if (unitClass < keptClasses) state.to[unitClass] = next
    return next
  }
  return {
    found(text) {
      work.steps += text.length
      if (misses >= maxMisses) {
        states = []
        byKey = new Map()
        misses = 0
      }
      let index = intern([program.start], edge)
      const last = text.length - 1
      for (let at = 0; at <= last; at++) {
        const unit = text.charCodeAt(at)
        const unitClass = unit === 10 && at === last ? classes.last : classes.of(unit)
        const state = states[index] as State
        let next = unitClass < keptClasses ? (state.to[unitClass] as number) : unknown
        if (next === unknown) {
          if (states.length >= maxStates) {
            misses++
            const rest = walker.rest(text, at, state.steps, state.before)
            work.steps += rest.steps
            return rest.found
          }
          next = follow(state, unitClass)
        }
        if (next === matched) return true
        index = next
      }
      const state = states[index] as State
      state.atEnd ??= walker.close(state.steps, state.steps.length, state.before, edge)
      return state.atEnd
    },
  }
}

function nextSteps(
  program: Program,
  classes: UnitClasses,
  walker: Walker,
  unitClass: number,
): readonly number[] {
  const next = new Set<number>([program.start])
  for (let index = 0; index < walker.waitingCount(); index++) {
    const step = walker.waiting[index] as number
    if (classes.inSet(unitClass, program.other[step] as number)) next.add(program.next[step] as number)
  }
  return [...next].sort((one, two) => one - two)
}
