// Walks a program with all its open steps at once: what the automaton builds its states from, and falls back to.
// SPDX-License-Identifier: EUPL-1.2
import { opMatch, opSet, opSplit, type Program } from './program.ts'
import { edge, holdsBetween, lastNewline, newline, type UnitClasses } from './units.ts'

export interface Walker {
  /** Fills `waiting` with the steps that wait for a unit; true where the match is already complete. */
  close(steps: ArrayLike<number>, count: number, before: number, after: number): boolean
  readonly waiting: Int32Array
  waitingCount(): number
  /** Walks on from a place of the text without keeping states; true where a match is found. */
  rest(
    text: string,
    from: number,
    steps: ArrayLike<number>,
    before: number,
  ): { found: boolean; steps: number }
}

export function walkerOf(program: Program, classes: UnitClasses): Walker {
  const size = program.op.length
  const seen = new Uint32Array(size)
  const stack = new Int32Array(size * 2 + 2)
  const waiting = new Int32Array(size)
  const next = new Int32Array(size + 1)
  const entered = new Uint32Array(size)
  let mark = 0
  let entry = 0
  let count = 0

  const close = (steps: ArrayLike<number>, length: number, before: number, after: number): boolean => {
    mark++
    count = 0
    let complete = false
    for (let index = 0; index < length; index++) {
      let top = 0
      stack[top++] = steps[index] as number
      while (top > 0) {
        const at = stack[--top] as number
        if (seen[at] === mark) continue
        seen[at] = mark
        const op = program.op[at]
        if (op === opSet) waiting[count++] = at
        else if (op === opMatch) complete = true
        else if (op === opSplit) {
          stack[top++] = program.next[at] as number
          stack[top++] = program.other[at] as number
        } else if (holdsBetween(program.asserts[program.other[at] as number], before, after))
          stack[top++] = program.next[at] as number
      }
    }
    return complete
  }
  return {
    close,
    waiting,
    waitingCount: () => count,
    rest(text, from, steps, before) {
      let length = steps.length
      for (let index = 0; index < length; index++) next[index] = steps[index] as number
      let kind = before
      let used = 0
      for (let at = from; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        const unitClass = unit === 10 && at === text.length - 1 ? classes.last : classes.of(unit)
        const after = classes.kindOf(unitClass)
        if (close(next, length, kind, after)) return { found: true, steps: used }
        used += count + 1
        entry++
        next[0] = program.start
        entered[program.start] = entry
        length = 1
        for (let index = 0; index < count; index++) {
          const step = waiting[index] as number
          const target = program.next[step] as number
          if (!classes.inSet(unitClass, program.other[step] as number) || entered[target] === entry) continue
          entered[target] = entry
          next[length++] = target
        }
        kind = after === lastNewline ? newline : after
      }
      return { found: close(next, length, kind, edge), steps: used }
    },
  }
}
