// Turns the ranges that package managers and GitLab's advisories write into version range specifiers.
// SPDX-License-Identifier: EUPL-1.2
import { bracketSet } from './native/brackets.ts'
import { composerSet } from './native/composer.ts'
import { conanSet } from './native/conan.ts'
import { gemSet } from './native/gem.ts'
import { nginxSet, plainList } from './native/lists.ts'
import { npmSet } from './native/npm.ts'
import { pythonSet } from './native/python.ts'
import { readSigned } from './native/signs.ts'
import { unionOf } from './native/union.ts'
import { sortConstraints } from './print.ts'
import { simplifyVers } from './simplify.ts'
import { schemeOfVersType } from './types.ts'
import { type Constraint, compareInType, type Vers } from './vers.ts'

/** Longest range of a package manager, in characters. */
export const maxNativeLength = 10_000

/** A range, or the reason why the text has none: a version in it that cannot be compared, a form nobody knows. */
export type NativeReading =
  | { readonly outcome: 'read'; readonly vers: Vers }
  | { readonly outcome: 'unread'; readonly reason: string }

type SetReader = (text: string) => readonly Constraint[] | '*' | null

const readers: Readonly<Record<string, SetReader>> = {
  npm: npmSet,
  golang: (text) => readSigned(text.replaceAll(',', ' ')),
  pypi: pythonSet,
  gem: gemSet,
  composer: composerSet,
  conan: conanSet,
  maven: (text) => bracketSet(text, '='),
  nuget: (text) => bracketSet(text, '>='),
  openssl: plainList,
  nginx: nginxSet,
}

/**
 * A range as the package manager of this vers type writes it: npm, golang, pypi, gem, composer, conan, maven, nuget,
 * and the lists of openssl and nginx. The bounds are those that the manager's manual gives; bounds that say
 * nothing new are kept, so `simplifyVers` comes before `parseVers`.
 */
export function fromNative(type: string, text: string): NativeReading {
  return read(type, text, Object.hasOwn(readers, type) ? readers[type] : undefined)
}

/** A range as GitLab's advisories write it: signs and versions, "||" between alternatives; brackets for two types. */
export function fromGitlab(type: string, text: string): NativeReading {
  if (type === 'maven' || type === 'nuget' || type === 'conan') return fromNative(type, text)
  return read(type, text, (one) => readSigned(one.replaceAll(',', ' ')))
}

function read(type: string, text: string, reader: SetReader | undefined): NativeReading {
  if (!reader || schemeOfVersType(type) === null)
    return unread(`ranges of the type "${type}" are not known here`)
  if (text.length > maxNativeLength) return unread(`more than ${maxNativeLength} characters`)
  const alternatives: (readonly Constraint[])[] = []
  for (const alternative of alternativesOf(type, text)) {
    const set = reader(alternative.trim())
    if (set === null) return unread(`"${alternative.trim().slice(0, 120)}" is no range of ${type}`)
    if (set === '*') return { outcome: 'read', vers: { type, constraints: '*' } }
    if (set.length > 0) alternatives.push(isOneVersion(type, set) ? set.slice(0, 1).map(equalTo) : set)
  }
  const constraints = alternatives.flat()
  const bad = constraints.find(({ version }) => compareInType(type, version, version) === null)
  if (bad) return unread(`"${bad.version.slice(0, 120)}" is no ${type} version and cannot be compared`)
  if (constraints.length === 0) return unread('the range names no version')
  return { outcome: 'read', vers: asWrittenOrUnited({ type, constraints }, alternatives) }
}

/** All bounds as they were written, where that means the union of the alternatives; else the union itself. */
function asWrittenOrUnited(written: Vers, alternatives: readonly (readonly Constraint[])[]): Vers {
  const united = unionOf(written.type, alternatives)
  return isSame(simplifyVers(written), united) ? sortConstraints(written) : united
}

function isSame({ type, constraints }: Vers, other: Vers): boolean {
  if (constraints === '*' || other.constraints === '*') return constraints === other.constraints
  const theirs = other.constraints
  return (
    constraints.length === theirs.length &&
    constraints.every(
      ({ comparator, version }, i) =>
        theirs[i]?.comparator === comparator && compareInType(type, version, theirs[i]?.version ?? '') === 0,
    )
  )
}

/** What lies between "||"; intervals in brackets and nginx's commas part alternatives too, and Composer's single "|". */
function alternativesOf(type: string, text: string): readonly string[] {
  const parts = text.split(type === 'composer' ? /\|\|?/ : '||')
  if (type === 'nginx') return parts.flatMap((part) => part.split(','))
  if (type !== 'maven' && type !== 'nuget') return parts
  return parts.flatMap((part) => part.split(/(?<=[\])])\s*,/))
}

function unread(reason: string): NativeReading {
  return { outcome: 'unread', reason }
}

/** ">=1.5 <=1.5" is 1.5: as two bounds at one version it could not be told from two ranges that meet there. */
function isOneVersion(type: string, [low, high, ...more]: readonly Constraint[]): boolean {
  if (!low || !high || more.length > 0 || low.comparator !== '>=' || high.comparator !== '<=') return false
  return compareInType(type, low.version, high.version) === 0
}

function equalTo({ version }: Constraint): Constraint {
  return { comparator: '=', version }
}
