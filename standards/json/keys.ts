// Looks through a parsed document for keys that hide something: duplicates and `__proto__`.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { escapePointer } from './foreign.ts'

const maxKeyFaults = 20

/**
 * Removes every own `__proto__` key (it would poison whoever copies the object with `Object.assign`) and
 * compares the members that were written with those that are left: JSON.parse keeps the last duplicate only.
 */
export function findKeyFaults(json: unknown, membersWritten: number): readonly Fault[] {
  const faults: Fault[] = []
  const membersRead = walk(json, '', faults)
  if (membersRead < membersWritten) faults.push(duplicates(membersWritten - membersRead))
  return faults
}

/** Counts members; the depth is bounded by the reader's limit, so recursion is safe. */
function walk(value: unknown, pointer: string, faults: Fault[]): number {
  if (value === null || typeof value !== 'object') return 0
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, item, index) => sum + walk(item, `${pointer}/${index}`, faults), 0)
  }
  const keys = Object.keys(value)
  let members = keys.length
  for (const key of keys) {
    // Read through a descriptor-safe own property: the object comes from JSON.parse, keys are its own.
    const child: unknown = Object.getOwnPropertyDescriptor(value, key)?.value
    members += walk(child, `${pointer}/${escapePointer(key)}`, faults)
    if (key === '__proto__') {
      Reflect.deleteProperty(value, key)
      if (faults.length < maxKeyFaults) faults.push(forbiddenKey(pointer))
    }
  }
  return members
}

function forbiddenKey(pointer: string): Fault {
  return {
    code: 'json/forbidden-key',
    place: pointer,
    detail: 'This object had a key "__proto__"; it was removed.',
    remedy: 'Ask the sender why it is there: no advisory format has such a key.',
  }
}

function duplicates(count: number): Fault {
  return {
    code: 'json/duplicate-key',
    place: '',
    detail: `${count} keys occur more than once in their object; the last value of each was taken.`,
    remedy: 'Ask the sender to write each key once: readers disagree on which value counts.',
  }
}
