// Turns the tree of a regular expression into steps of an automaton, within a bound.
// SPDX-License-Identifier: EUPL-1.2
import { ruleLimits } from '../limits.ts'
import type { Assertion, CharSet, RegexNode } from './node.ts'
import { RegexFault } from './reader.ts'

export const opSet = 0
export const opSplit = 1
export const opAssert = 2
export const opMatch = 3

/** Steps in parallel lists: `next` follows, `other` is the second way of a split, `index` a set or an assertion. */
export interface Program {
  readonly op: readonly number[]
  readonly next: readonly number[]
  readonly other: readonly number[]
  readonly sets: readonly CharSet[]
  readonly asserts: readonly Assertion[]
  readonly start: number
}

interface Building {
  readonly op: number[]
  readonly next: number[]
  readonly other: number[]
  readonly sets: CharSet[]
  readonly asserts: Assertion[]
}

/** Built from the end: each part is told what follows it. */
export function programOf(node: RegexNode): Program {
  const building: Building = { op: [], next: [], other: [], sets: [], asserts: [] }
  const match = step(building, opMatch, -1, -1)
  const start = emit(building, node, match)
  return { ...building, start }
}

function step(building: Building, op: number, next: number, other: number): number {
  if (building.op.length >= ruleLimits.maxRegexStates)
    throw new RegexFault(`more than ${ruleLimits.maxRegexStates} states`)
  building.op.push(op)
  building.next.push(next)
  building.other.push(other)
  return building.op.length - 1
}

function emit(building: Building, node: RegexNode, then: number): number {
  switch (node.kind) {
    case 'set':
      building.sets.push(node.set)
      return step(building, opSet, then, building.sets.length - 1)
    case 'assert':
      building.asserts.push(node.what)
      return step(building, opAssert, then, building.asserts.length - 1)
    case 'sequence':
      return node.of.reduceRight((after, part) => emit(building, part, after), then)
    case 'choice':
      return node.of
        .map((branch) => emit(building, branch, then))
        .reduceRight((rest, branch) => step(building, opSplit, branch, rest))
    case 'repeat':
      return emitRepeat(building, node.of, node.min, node.max, then)
  }
}

function emitRepeat(
  building: Building,
  part: RegexNode,
  min: number,
  max: number | null,
  then: number,
): number {
  let entry = then
  if (max === null) {
    const loop = step(building, opSplit, -1, then)
    building.next[loop] = emit(building, part, loop)
    entry = loop
  } else
    for (let count = min; count < max; count++)
      entry = step(building, opSplit, emit(building, part, entry), then)
  for (let count = 0; count < min; count++) {
    const before = entry
    entry = emit(building, part, entry)
    // Nothing, repeated, stays nothing: without a step no bound would end "((){9999}){9999}".
    if (entry === before) break
  }
  return entry
}
