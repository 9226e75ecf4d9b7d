// Runs a regular expression over a text in one pass: no back-tracking, so no text can make it slow.
// SPDX-License-Identifier: EUPL-1.2
import type { RegexNode } from './node.ts'
import { type Program, programOf } from './program.ts'
import { edge, lastNewline, newline, type UnitClasses, unitClasses } from './units.ts'
import { type Walker, walkerOf } from './walk.ts'

/** What was worked through, for the meter of costs; counted in steps, not in time, so that it is the same everywhere. */
export const work = { steps: 0 }

let age = 0

/** From now on no text costs less or more because of those until now, although the states that they needed may be kept. */
export function beginCosts(): void {
  age++
}

export interface Automaton {
  found(text: string): boolean
}

const maxStates = 2_000
/** After so many texts that found no room, the states are thrown away: those of newer texts may serve better. */
const maxMisses = 500
/** Classes that a state keeps its way for; a program with more works out the others each time. */
const keptClasses = 64
const noRoom = -3
const unknown = -2
const matched = -1

interface State {
  readonly steps: Int32Array
  readonly before: number
  /** By class of the next unit: a state, `matched` or `unknown`. */
  readonly to: Int32Array
  atEnd: boolean | null
  /** When a text last needed it. */
  age: number
}

/** States are made as texts need them. A text that needs too many is walked to its end without them. */
export function automatonOf(node: RegexNode): Automaton {
  const program = programOf(node)
  const classes = unitClasses(program)
  const walker = walkerOf(program, classes)
  /** Its share of making all states anew after so many misses. */
  const stepsOfMiss = Math.ceil((maxStates / maxMisses) * (4 * program.op.length + 16))
  let states: State[] = []
  let byKey = new Map<string, number>()
  let misses = 0
  let bornAt = age
  /** States that texts have needed since the costs began; others may be there. */
  let admitted = 0
  const clear = (): void => {
    states = []
    byKey = new Map()
  }
  const begin = (): void => {
    // Each time at most as many are added.
    if (misses >= maxMisses || states.length > maxStates) clear()
    misses = 0
    admitted = 0
    bornAt = age
  }
  /** Whether there is room for what the text needs: that must not depend on what is kept from before. */
  const admit = (index: number): boolean => {
    if (admitted >= maxStates) return false
    admitted++
    ;(states[index] as State).age = age
    return true
  }
  const intern = (steps: readonly number[], before: number): number => {
    const key = `${before}:${steps.join(',')}`
    const known = byKey.get(key)
    if (known !== undefined) return known
    if (admitted >= maxStates) return noRoom
    const to = new Int32Array(keptClasses).fill(unknown)
    states.push({ steps: Int32Array.from(steps), before, to, atEnd: null, age: -1 })
    byKey.set(key, states.length - 1)
    return states.length - 1
  }
  const follow = (state: State, unitClass: number): number => {
    const after = classes.kindOf(unitClass)
    const complete = walker.close(state.steps, state.steps.length, state.before, after)
    const next = complete
      ? matched
      : intern(nextSteps(program, classes, walker, unitClass), after === lastNewline ? newline : after)
    // What is kept is paid for by the misses, what is not each time: then costs are those of the text alone.
    if (unitClass >= keptClasses) work.steps += 4 * state.steps.length + 16
    else if (next !== noRoom) state.to[unitClass] = next
    return next
  }
  return {
    found(text) {
      work.steps += text.length
      if (misses >= maxMisses || bornAt !== age) begin()
      // The first state that is made is the one that every text begins in.
      let index = states.length > 0 ? 0 : intern([program.start], edge)
      if ((states[index] as State).age !== age) admit(index)
      const last = text.length - 1
      for (let at = 0; at <= last; at++) {
        const unit = text.charCodeAt(at)
        const unitClass =
          unit === 10 && at === last
            ? classes.last
            : unit < 128
              ? (classes.ascii[unit] as number)
              : classes.of(unit)
        const state = states[index] as State
        let next = unitClass < keptClasses ? (state.to[unitClass] as number) : unknown
        if (next === unknown) next = follow(state, unitClass)
        if (next === matched) return true
        if (next === noRoom || ((states[next] as State).age !== age && !admit(next))) {
          misses++
          const rest = walker.rest(text, at, state.steps, state.before)
          work.steps += rest.steps + stepsOfMiss
          return rest.found
        }
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
