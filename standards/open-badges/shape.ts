// Checks whether a foreign value is an OpenBadgeCredential as we can read one; says each fault with its place.
// SPDX-License-Identifier: EUPL-1.2
import { contexts, credentialTypes, type OpenBadgeCredential } from './credential.ts'

export interface ShapeFault {
  readonly pointer: string
  readonly detail: string
}

const maxText = 5000
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const uri = /^[a-z][a-z0-9+.-]*:[^\s]{1,2000}$/i

type Check = (value: unknown) => string | null

const text: Check = (value) =>
  typeof value === 'string' && value.length > 0 && value.length <= maxText ? null : 'must be a text'
const address: Check = (value) => (typeof value === 'string' && uri.test(value) ? null : 'must be a URI')
const moment: Check = (value) =>
  typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value))
    ? null
    : 'must be an instant of RFC 3339'
const listWith =
  (word: string): Check =>
  (value) =>
    Array.isArray(value) && value.includes(word) ? null : `must be a list with ${word}`
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined ? null : check(value)

const context: Check = (value) =>
  Array.isArray(value) && contexts.every((one, index) => isContext(value[index], one))
    ? null
    : `must begin with ${contexts.join(' and ')}`

/** Later contexts of Open Badges 3.0 are the same one with corrections. */
function isContext(given: unknown, own: string): boolean {
  if (typeof given !== 'string') return false
  const family = own.replace(/context-3\.0\.\d+\.json$/, 'context-3.0')
  return given === own || (family !== own && given.startsWith(family) && given.length < own.length + 4)
}

const criteria: Check = (value) => {
  const { id, narrative } = (value ?? {}) as Record<string, unknown>
  if (id === undefined && narrative === undefined) return 'must say id or narrative'
  return optional(address)(id) ?? optional(text)(narrative)
}

const identifiers: Check = (value) =>
  Array.isArray(value) &&
  value.every((one) => {
    const { type, identityHash, identityType, hashed } = (one ?? {}) as Record<string, unknown>
    return (
      type === 'IdentityObject' &&
      text(identityHash) === null &&
      text(identityType) === null &&
      typeof hashed === 'boolean'
    )
  })
    ? null
    : 'must be a list of IdentityObject'

const alignments: Check = (value) =>
  Array.isArray(value) &&
  value.every((one) => {
    const { type, targetName, targetUrl } = (one ?? {}) as Record<string, unknown>
    return listWith('Alignment')(type) === null && text(targetName) === null && address(targetUrl) === null
  })
    ? null
    : 'must be a list of Alignment with targetName and targetUrl'

const checks: readonly (readonly [path: readonly string[], check: Check])[] = [
  [['@context'], context],
  [['id'], address],
  ...credentialTypes.map((type) => [['type'], listWith(type)] as const),
  [['name'], optional(text)],
  [['issuer', 'id'], address],
  [['issuer', 'type'], listWith('Profile')],
  [['issuer', 'name'], optional(text)],
  [['validFrom'], moment],
  [['validUntil'], optional(moment)],
  [['credentialSubject', 'id'], address],
  [['credentialSubject', 'type'], listWith('AchievementSubject')],
  [['credentialSubject', 'identifier'], optional(identifiers)],
  [['credentialSubject', 'achievement', 'id'], address],
  [['credentialSubject', 'achievement', 'type'], listWith('Achievement')],
  [['credentialSubject', 'achievement', 'name'], text],
  [['credentialSubject', 'achievement', 'description'], text],
  [['credentialSubject', 'achievement', 'criteria'], criteria],
  [['credentialSubject', 'achievement', 'alignment'], optional(alignments)],
]

export function faultsOfCredential(value: unknown): readonly ShapeFault[] {
  return checks.flatMap(([path, check]) => {
    const detail = check(path.reduce(memberOf, value))
    return detail === null ? [] : [{ pointer: `/${path.join('/')}`, detail }]
  })
}

export function isCredential(value: unknown): value is OpenBadgeCredential {
  return faultsOfCredential(value).length === 0
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined
}
