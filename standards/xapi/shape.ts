// Checks a statement against what xAPI 1.0.3 asks of one (part 2, 2.4), as far as our statements go.
// SPDX-License-Identifier: EUPL-1.2

export interface StatementFault {
  readonly pointer: string
  readonly detail: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const iri = /^[a-z][a-z0-9+.-]*:\S{1,2000}$/i
const webAddress = /^https?:\/\/\S{1,2000}$/i
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** Members that a statement may have; others are refused by record stores. */
const members = [
  'id',
  'actor',
  'verb',
  'object',
  'result',
  'context',
  'timestamp',
  'stored',
  'authority',
  'version',
  'attachments',
]

export function faultsOfStatement(value: unknown): readonly StatementFault[] {
  const { id, actor, verb, object, result, timestamp, version } = objectOf(value)
  const said: readonly (readonly [pointer: string, isRight: boolean, detail: string])[] = [
    ['/', Object.keys(objectOf(value)).every((name) => members.includes(name)), 'has a member of no meaning'],
    ['/', !hasNull(value), 'has a member that is null'],
    ['/id', matches(id, uuid), 'must be a UUID'],
    ['/actor', isAnonymousAgent(actor), 'must be an agent with an account and nothing else that identifies'],
    [
      '/verb',
      matches(objectOf(verb).id, iri) && isMap(objectOf(verb).display),
      'must have an IRI and a display',
    ],
    ['/object', isActivity(object), 'must be an activity with an IRI'],
    [
      '/result',
      result === undefined || isResult(result),
      'must have truth values and a score within its bounds',
    ],
    ['/timestamp', matches(timestamp, instant), 'must be an instant of ISO 8601'],
    ['/version', typeof version === 'string' && version.startsWith('1.0'), 'must begin with 1.0'],
  ]
  return said.filter(([, isRight]) => !isRight).map(([pointer, , detail]) => ({ pointer, detail }))
}

/** Part 2, 2.4.2.3: exactly one way to identify; here none but an account. */
function isAnonymousAgent(value: unknown): boolean {
  const { objectType, account, ...more } = objectOf(value)
  const { homePage, name } = objectOf(account)
  return (
    objectType === 'Agent' &&
    matches(homePage, webAddress) &&
    typeof name === 'string' &&
    name.length > 0 &&
    !['mbox', 'mbox_sha1sum', 'openid', 'name'].some((one) => one in more)
  )
}

function isActivity(value: unknown): boolean {
  const { objectType, id, definition } = objectOf(value)
  const { type, name } = objectOf(definition)
  return objectType === 'Activity' && matches(id, iri) && matches(type, iri) && isMap(name)
}

function isResult(value: unknown): boolean {
  const { completion, success, score } = objectOf(value)
  const isTruth = (one: unknown) => one === undefined || typeof one === 'boolean'
  return isTruth(completion) && isTruth(success) && (score === undefined || isScore(objectOf(score)))
}

/** Part 2, 2.4.5.1. */
function isScore({ scaled, raw, min, max }: Readonly<Record<string, unknown>>): boolean {
  if (typeof scaled !== 'number' || scaled < -1 || scaled > 1) return false
  if (typeof raw !== 'number' || typeof min !== 'number' || typeof max !== 'number') return false
  return min < max && raw >= min && raw <= max
}

function isMap(value: unknown): boolean {
  const entries = Object.entries(objectOf(value))
  return (
    entries.length > 0 &&
    entries.every(([tag, text]) => languageTag.test(tag) && typeof text === 'string' && text.length > 0)
  )
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value)
}

function hasNull(value: unknown): boolean {
  if (value === null) return true
  return typeof value === 'object' && Object.values(objectOf(value)).some(hasNull)
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
