// The rules of vers on a row of constraints: sorted, unique, and comparators that follow each other sensibly.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { type Constraint, compareInType, type Vers } from './vers.ts'

/** All faults of the order, or none; the versions must be known to be comparable. */
export function faultsOfOrder({ type, constraints }: Vers): Fault[] {
  if (constraints === '*') return []
  const faults: Fault[] = []
  for (const [i, next] of constraints.entries()) {
    const before = constraints[i - 1]
    const step = before ? compareInType(type, before.version, next.version) : -1
    if (step === 0) faults.push(fault('duplicate', 'a version stands twice', next))
    if (step === 1) faults.push(fault('order', 'the constraints are not sorted by version', next))
  }
  const included = constraints.filter(({ comparator }) => comparator !== '!=')
  for (const [i, next] of included.entries()) {
    const before = included[i - 1]
    if (before?.comparator === '=' && isUpper(next)) faults.push(fault('comparators', 'redundant "="', next))
  }
  const bounds = included.filter(({ comparator }) => comparator !== '=')
  for (const [i, next] of bounds.entries()) {
    const before = bounds[i - 1]
    if (before && isUpper(before) === isUpper(next))
      faults.push(fault('comparators', 'two bounds in the same direction', next))
  }
  return faults
}

export function isUpper({ comparator }: Constraint): boolean {
  return comparator === '<' || comparator === '<='
}

function fault(code: string, detail: string, { comparator, version }: Constraint): Fault {
  return {
    code: `vers/${code}`,
    place: `"${comparator}${version.slice(0, 120)}"`,
    detail,
    remedy: 'Sort the constraints by version and leave out those that say nothing new.',
  }
}
