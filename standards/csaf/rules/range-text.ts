// Reads the two forms in which CSAF 2.1 writes a version range: vers, and its constraints alone (3.1.2.3.2).
// SPDX-License-Identifier: EUPL-1.2
import { compareVersions, type VersionScheme } from '../../versions/index.ts'

export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '!='

export interface Constraint {
  readonly comparator: Comparator
  /** Percent codes taken out. */
  readonly version: string
}

export interface RangeText {
  /** The type of a vers, or null for constraints alone. */
  readonly type: string | null
  /** Empty where all versions are meant. */
  readonly constraints: readonly Constraint[]
  /** What breaks the rules of the form, in words; null where nothing does. */
  readonly fault: string | null
}

const versForm = /^vers:([a-z.+-][a-z0-9.+-]*)\/(.+)$/
const constraintForm = /^(>=|<=|!=|<|>|=)?([^\s<>=!|*]+)$/
const maxConstraints = 1_000

/** Types of vers whose versions this rule can order. */
const schemes: ReadonlyMap<string | null, VersionScheme> = new Map([
  ['semver', 'semver'],
  ['npm', 'semver'],
  ['deb', 'deb'],
  ['rpm', 'rpm'],
  ['pypi', 'pep440'],
  ['intdot', 'generic'],
  [null, 'generic'],
])

export function readRangeName(name: string): RangeText {
  const vers = versForm.exec(name)
  const [type, text] = vers === null ? [null, name] : [vers[1] ?? '', vers[2] ?? '']
  if (type === 'all' || type === 'none')
    return { type, constraints: [], fault: text === '*' ? null : `vers:${type} has no constraints but *` }
  const parts = text.split('|', maxConstraints + 1)
  const constraints = parts.flatMap((part) => readConstraint(part) ?? [])
  return { type, constraints, fault: faultOf(name, type, parts, constraints) }
}

function readConstraint(part: string): Constraint | null {
  const form = constraintForm.exec(part)
  if (form === null) return null
  // The pattern knows no other comparators.
  return { comparator: (form[1] ?? '=') as Comparator, version: decode(form[2] ?? '') }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray percent sign of a version that nobody encoded.
    return text
  }
}

function faultOf(
  name: string,
  type: string | null,
  parts: readonly string[],
  constraints: readonly Constraint[],
): string | null {
  if (type === null && /^vers:/i.test(name)) return 'the type of the vers is missing or not in lower case'
  if (parts.length > maxConstraints) return `there are more than ${maxConstraints} constraints`
  if (constraints.length < parts.length) return 'a part is no comparator with a version'
  if (type !== null && parts.some((part) => part.startsWith('=')))
    return 'in canonical form an equal sign is left out'
  return type !== null && !isSorted(type, constraints)
    ? 'the versions do not stand in order, each once'
    : null
}

/** True also where the order of the versions is not known here. */
function isSorted(type: string, constraints: readonly Constraint[]): boolean {
  return constraints.every(({ version }, at) => {
    const before = constraints[at - 1]
    return before === undefined || (compareIn(type, before.version, version) ?? -1) < 0
  })
}

/** Null where the type is unknown here or a version does not parse. */
export function compareIn(type: string | null, a: string, b: string): -1 | 0 | 1 | null {
  const scheme = schemes.get(type)
  return scheme === undefined ? null : compareVersions(scheme, a, b)
}
