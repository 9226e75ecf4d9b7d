// What a statement says about versions: the field, the name for display, versions in the name, named members.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion, Statement } from '@salus/standards/advisory'
import { parsePurl } from '@salus/standards/purl'
import {
  type RangeReading,
  readBounds,
  readExactVersion,
  readLabels,
  readRangeText,
  schemeFor,
} from '@salus/standards/ranges'
import type { VersionScheme } from '@salus/standards/versions'
import { readNameText } from './name-text.ts'
import { boundsOf, type WrittenBounds } from './pairwise-order.ts'
import { readVersionText } from './repeated-name.ts'
import { foldText, squeeze } from './text.ts'

export interface StatedRange {
  /** As written, for people. */
  readonly text: string
  readonly reading: RangeReading
  /** Bounds in fields of their own, as written. */
  readonly bounds: WrittenBounds | null
  /** The name for display, where it says something readable about versions too. */
  readonly display: { readonly text: string; readonly reading: RangeReading } | null
  /** Versions inside the product name ("Gate 8.0.x"): the statement is about these only. */
  readonly named: { readonly text: string; readonly reading: RangeReading } | null
  /** A whole branch that ends the product name ("Gate V15") while the field bounds it ("< V15.1 Update 5"). */
  readonly branch: { readonly text: string; readonly reading: RangeReading } | null
  /** Models or products written in the place of versions ("7100 | 7900", "Glucor Two"). */
  readonly members: readonly string[]
  /** Products written in front of versions ("Gate SE: 8.1; Gate Lite: 3.2"). */
  readonly labels: readonly string[]
  /** Nothing is said about versions. */
  readonly isUnstated: boolean
}

const maxDisplayText = 160
const oneVersion = /^v?\d+(?:\.\d+)+$/i
const maxMembers = 40
const operator =
  /[<>=≤≥]|\b(?:prior|previous|earlier|before|below|lower|older|newer|later|above|higher|through|up to)\b/i

export function readStatedVersion({ product, version }: Pick<Statement, 'product' | 'version'>): StatedRange {
  const scheme = schemeOf(product)
  const named = versionsInName(product.name, scheme)
  const text = writtenVersion(version)
  const reading = readVersion({ product, version }, scheme)
  return {
    text,
    reading,
    bounds: boundsOf(version),
    display: version.kind === 'text' || version.kind === 'exact' ? readDisplay(product, text, scheme) : null,
    named,
    branch: branchInName(product.name, text),
    members: version.kind === 'text' || version.kind === 'exact' ? readMembers(text, reading) : [],
    labels: version.kind === 'text' || version.kind === 'exact' ? labelsOf(text, reading) : [],
    isUnstated: version.kind === 'unstated',
  }
}

function labelsOf(text: string, reading: RangeReading): string[] {
  if (reading.grade === 'unparsed' || text.length > maxDisplayText) return []
  const names = readLabels(text)?.map(({ name }) => name) ?? []
  return names.filter((name) => /\p{L}{3}/u.test(name))
}

function schemeOf(product: Statement['product']): VersionScheme | undefined {
  const purlType = product.purls.map((purl) => parsePurl(purl)?.type).find((type) => type !== undefined)
  if (purlType === undefined && product.ecosystem === null) return undefined
  return schemeFor({
    ...(purlType === undefined ? {} : { purlType }),
    ...(product.ecosystem === null ? {} : { ecosystem: product.ecosystem }),
  })
}

function readVersion(
  { product, version }: Pick<Statement, 'product' | 'version'>,
  scheme: VersionScheme | undefined,
): RangeReading {
  switch (version.kind) {
    case 'unstated':
    case 'all':
      return readExactVersion('*', scheme)
    case 'exact':
      return readExactVersion(version.text, scheme)
    case 'text':
      return readVersionText(version.text, product, scheme)
    case 'bounds':
      return readBounds(version, scheme)
  }
}

function writtenVersion(version: StatedVersion): string {
  if (version.kind === 'unstated') return ''
  if (version.kind === 'all') return '*'
  if (version.kind !== 'bounds') return version.text
  const low = version.low === null ? [] : [`${version.lowInclusive ? '>=' : '>'} ${version.low}`]
  const high = version.high === null ? [] : [`${version.highInclusive ? '<=' : '<'} ${version.high}`]
  return [...low, ...high].join(', ')
}

/** CISA's conversion put other figures into the field than into the name for display, so both are read. */
function readDisplay(
  product: Statement['product'],
  field: string,
  scheme: VersionScheme | undefined,
): StatedRange['display'] {
  const rest = versionsBehindName(product)
  if (rest === null || rest.length > maxDisplayText || !/\d/.test(rest)) return null
  const isOther = operator.test(rest) || (oneVersion.test(rest) && oneVersion.test(field))
  if (!isOther) return null
  const isAlike = squeeze(foldText(rest)) === squeeze(foldText(field))
  // "9.9" in the field and "< 9.9" for display differ in all that matters.
  if (isAlike && operator.test(rest) === operator.test(field)) return null
  const reading = readRangeText(rest, scheme)
  return reading.grade === 'unparsed' || reading.all ? null : { text: rest, reading }
}

function versionsBehindName({ name, fullName }: Statement['product']): string | null {
  const at = name === null ? -1 : fullName.indexOf(name)
  const rest =
    at >= 0 && name !== null ? fullName.slice(at + name.length) : fullName.split(/:\s/).slice(1).join(': ')
  const text = rest.replace(/^[\s:,;-]+|[\s,;]+$/g, '').replace(/^(?:software |firmware )?versions?\s+/i, '')
  return text === '' ? null : text
}

const branchAtEnd = /\s\(?v?(\d{1,5}(?:\.\d{1,4}){0,2})\)?$/i

/** The name without the branch that it ends with; null where its last part is no branch of the stated versions. */
export function nameBeforeBranch(name: string, versions: string): { name: string; branch: string } | null {
  const match = branchAtEnd.exec(name.slice(-maxBranchText))
  const branch = match?.[1]
  if (!match || branch === undefined || versions.length > maxDisplayText) return null
  const bounds = versions.match(/\d+(?:\.\d+)*/g) ?? []
  const isBounded = /[<>]/.test(versions) && bounds.length > 0
  // Where a bound lies in another branch, the number belongs to the name.
  const isInside = bounds.some((bound) => bound === branch || bound.startsWith(`${branch}.`))
  const before = name.slice(0, name.length - match[0].length)
  return isBounded && isInside && /\p{L}{2}/u.test(before) ? { name: before, branch } : null
}

const maxBranchText = 40

function branchInName(name: string | null, versions: string): StatedRange['branch'] {
  const found = name === null ? null : nameBeforeBranch(name, versions)
  if (!found) return null
  const reading = readRangeText(`${found.branch}.x`)
  return reading.grade === 'unparsed' ? null : { text: found.branch, reading }
}

function versionsInName(name: string | null, scheme: VersionScheme | undefined): StatedRange['named'] {
  const versions = name === null ? [] : readNameText(name).versions
  if (versions.length === 0) return null
  const text = versions.join(' | ')
  const reading = readRangeText(text, scheme)
  return reading.grade === 'unparsed' ? null : { text, reading }
}

/** Years are versions of software, not models. */
const model =
  /^(?!(?:19|20)\d\d$)(?:\d{3,}[a-z]{0,3}|[a-z]{1,4}[ -]?\d{3,}[a-z]{0,3}|\d{3,4}-[a-z]{1,4}\d[a-z\d]{0,8})$/i

function isModel(part: string): boolean {
  const words = part.split(' ')
  return (
    words.some((word) => model.test(word)) &&
    words.every((word) => model.test(word) || /^[a-z]\d{1,3}$/i.test(word))
  )
}

/** "Version B, Firmware A.01.09, Part #: N/A" names no products. */
const versionPart = /^(?:version|firmware|software|release|revision|part (?:#|no\.?|number))[\s:]/i

/** No comparison in the text, and either its parts look like models or it cannot be read as versions. */
function readMembers(text: string, reading: RangeReading): string[] {
  if (operator.test(text) || /vers:/i.test(text)) return []
  const parts = text
    .replace(/^models?\s/i, '')
    .split(/[|;]|\s\/\s|,\s|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !versionPart.test(part))
    .slice(0, maxMembers)
  const areModels = parts.length > 0 && parts.every(isModel)
  const areNames = reading.grade === 'unparsed' && parts.some((part) => /\p{L}{3}|\p{L}.*\d/u.test(part))
  return areModels || areNames || reading.models.length > 0 ? [...parts, ...reading.models] : []
}
