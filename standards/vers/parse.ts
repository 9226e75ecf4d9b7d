// Reads version range specifiers: strictly, with every fault, or leniently, into canonical order.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import { faultsOfOrder } from './order.ts'
import { sortConstraints, writeConstraint } from './print.ts'
import { fixedTypes, schemeOfVersType } from './types.ts'
import { type Comparator, type Constraint, compareInType, type Vers } from './vers.ts'

/** Longest specifier, in characters. */
export const maxVersLength = 20_000
/** Most constraints of one specifier. */
export const maxConstraints = 500

const remedy = 'Write the range in the canonical form of the vers specification.'
const longestQuote = 120

/**
 * The strict reading of vers-spec, "How to parse and validate VERS": a text that is not canonical is refused with all
 * its faults, never repaired. Codes: `vers/length`, `vers/scheme`, `vers/type`, `vers/space`, `vers/constraint`,
 * `vers/encoding`, `vers/version`, `vers/order`, `vers/duplicate`, `vers/comparators`.
 */
export function parseVers(text: string): Reading<Vers> {
  const { vers, faults } = readParts(text)
  if (/\s/.test(text)) faults.push(fault('space', 'whitespace is not allowed', text))
  if (/[^\x20-\x7e]/.test(text)) faults.push(fault('scheme', 'only printable ASCII is allowed', text))
  if (/^vers:/i.test(text) && !/^vers:[a-z0-9.-]*\//.test(text))
    faults.push(fault('type', 'the scheme and the type are written in lower case', text))
  if (vers && vers.constraints !== '*') {
    const written = text.slice(text.indexOf('/') + 1).split('|')
    vers.constraints.forEach((constraint, i) => {
      if (written[i] !== undefined && written[i] !== writeConstraint(constraint))
        faults.push(fault('encoding', 'the constraint is not in its canonical spelling', written[i]))
    })
    for (const { version } of vers.constraints) {
      if (vers.type === 'datetime' && /[tz]/.test(version))
        faults.push(fault('version', 'a datetime is written with upper-case T and Z', version))
    }
    if (faults.length === 0) faults.push(...faultsOfOrder(vers))
  }
  return answer(vers, faults)
}

/** The lenient reading: space, case and order are put right; what cannot be read is refused with its faults. */
export function normaliseVers(text: string): Reading<Vers> {
  const { vers, faults } = readParts(text.trim())
  return answer(vers && faults.length === 0 ? sortConstraints(vers) : null, faults)
}

interface Parts {
  readonly vers: Vers | null
  readonly faults: Fault[]
}

function readParts(text: string): Parts {
  if (text.length > maxVersLength)
    return { vers: null, faults: [fault('length', `more than ${maxVersLength} characters`, text)] }
  const match = /^vers:([a-z][a-z0-9.-]*)\/(.*)$/is.exec(text)
  const type = match?.[1]?.toLowerCase()
  const written = match?.[2]?.trim()
  if (type === undefined || written === undefined)
    return { vers: null, faults: [fault('scheme', 'this is not vers:<type>/<constraints>', text)] }
  if (written === '*') {
    const isKnown = fixedTypes.includes(type) || schemeOfVersType(type) !== null
    return { vers: { type, constraints: '*' }, faults: isKnown ? [] : [unknownType(type)] }
  }
  if (fixedTypes.includes(type))
    return { vers: null, faults: [fault('constraint', `vers:${type}/* is the only form of this type`, text)] }
  return readConstraints(type, written)
}

function readConstraints(type: string, written: string): Parts {
  const faults: Fault[] = schemeOfVersType(type) === null ? [unknownType(type)] : []
  const read = readConstraintList(written)
  if (typeof read === 'string') return { vers: null, faults: [...faults, fault('length', read, written)] }
  const constraints = read.flatMap((one): readonly Constraint[] => {
    if ('fault' in one) {
      faults.push(fault('constraint', one.fault, one.text))
      return []
    }
    if (schemeOfVersType(type) !== null && compareInType(type, one.version, one.version) === null)
      faults.push(fault('version', `this is no ${type} version and cannot be compared`, one.version))
    return [one]
  })
  return { vers: { type, constraints }, faults }
}

/** What stands behind the slash, constraint by constraint and whatever the type; a text says why there is no list. */
export function readConstraintList(
  written: string,
): readonly (Constraint | { readonly fault: string; readonly text: string })[] | string {
  const parts = written.split('|')
  if (parts.length > maxConstraints) return `more than ${maxConstraints} constraints`
  return parts.map((part) => {
    const read = readConstraint(part.trim())
    return typeof read === 'string' ? { fault: read, text: part } : read
  })
}

function readConstraint(part: string): Constraint | string {
  if (part === '*') return 'an asterisk stands alone'
  const match = /^(>=|<=|!=|<|>|=)?(.*)$/s.exec(part)
  const version = decode(match?.[2]?.trim() ?? '')
  if (version === null) return 'the percent-encoding is invalid'
  if (version === '') return 'a constraint without a version'
  // The pattern lets only comparators through.
  return { comparator: (match?.[1] ?? '=') as Comparator, version }
}

function decode(text: string): string | null {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    // The only way to learn of an invalid sequence; the caller reports it.
    return null
  }
}

function answer(vers: Vers | null, faults: readonly Fault[]): Reading<Vers> {
  const [first, ...rest] = faults
  if (first) return { outcome: 'refused', faults: [first, ...rest] }
  if (!vers) return { outcome: 'refused', faults: [fault('scheme', 'this is no vers', '')] }
  return { outcome: 'read', value: vers, warnings: [] }
}

function unknownType(type: string): Fault {
  return fault('type', 'versions of this type cannot be compared here', type)
}

function fault(code: string, detail: string, place: string): Fault {
  const quote = place.length > longestQuote ? `${place.slice(0, longestQuote)}…` : place
  return { code: `vers/${code}`, place: `"${quote}"`, detail, remedy }
}
