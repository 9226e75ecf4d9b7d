// Tells apart what publishers write where a version is expected: one version, all, nothing, or prose.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion } from './advisory.ts'

const maxExactCharacters = 100

/** Words that stand for "no version known"; seen in CVE records and converted CSAF documents. */
const placeholders = new Set([
  '',
  '-',
  'n/a',
  'na',
  'unspecified',
  'unknown',
  'none',
  'not specified',
  'undefined',
])

/** True for `n/a`, `unspecified`, `-` and the like. */
export function isPlaceholder(text: string): boolean {
  return placeholders.has(text.trim().toLowerCase())
}

// `*` and `vers:all/*`, also with a scheme (`vers:deb/*`): the vers syntax for every version.
const everyVersion = /^(?:\*|vers:[a-z0-9.+-]{1,40}\/\*)$/i

// One token with a digit: 2.43.02, V4.1SP2, 8.00-20140730, 1:2.3-4~deb12u1, 1.2(3)E4, b5, 21H2, FW_1.2.10.
// Three letters straight before a digit (MSP432) are as a rule a model.
const oneToken = /^(?:[a-z]{1,2}|ver|rev|rel|build|[a-z]{1,12}[.:_-])?[.:_-]?\d[\w.+~:^()-]{0,80}$/i
// Parts that belong to a version though they stand behind a blank.
const versionParts =
  /^(?:(?:version|ver\.?|release|rev\.?|build|sp|service pack|mr|hotfix|hf|patch|update|fp|cu|r)[ .#]{0,2}[\w.()-]{0,30}|\(?build [\w.]{1,30}\)?|r\d{1,2}|sp\d{1,2}|sr\d{1,2})$/i
const wildcard = /(?:^|\.)[x*](?:$|\.)/i
const twoVersions = /\d\.\d[\w.]{0,30} ?[-–] ?v?\d{1,6}\.\d/i

/** Reads the text of a version field. Whatever is not surely one version stays text for the range grammar. */
export function readVersionText(text: string): StatedVersion {
  const trimmed = text.trim()
  if (isPlaceholder(trimmed)) return { kind: 'unstated' }
  if (everyVersion.test(trimmed)) return { kind: 'all' }
  return isOneVersion(trimmed) ? { kind: 'exact', text: trimmed } : { kind: 'text', text: trimmed }
}

function isOneVersion(text: string): boolean {
  if (text.length > maxExactCharacters || text.startsWith('vers:')) return false
  const [first = '', ...rest] = text.split(/ +/)
  if (!oneToken.test(first) || wildcard.test(first) || twoVersions.test(text)) return false
  return rest.length === 0 || versionParts.test(rest.join(' ')) || areVersionParts(rest)
}

/** `1.8.4 Service Pack 01 Build 3`: pairs of a part's name and its number. */
function areVersionParts(words: readonly string[]): boolean {
  const text = words.join(' ').replaceAll(/service pack/gi, 'sp')
  return text.split(/ (?=[a-z])/i).every((part) => versionParts.test(part))
}
