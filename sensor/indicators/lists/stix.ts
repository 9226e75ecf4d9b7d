// Indicators of a STIX 2.1 bundle: patterns of single values, with validity, confidence, marking and maker.
// SPDX-License-Identifier: EUPL-1.2
import { booleanAt, type JsonNode, numberAt, objectsAt, textAt, textsAt } from '@salus/standards/json'
import {
  type PatternTerm,
  readStixPattern,
  type TlpLevel,
  tlpLevels,
  tlpMarkings,
} from '@salus/standards/stix'
import { type Indicator, isUuid } from '../indicator.ts'
import { indicatorLimits } from '../limits.ts'
import { refanged } from '../refang.ts'
import { type ClaimedType, typedValue } from '../values.ts'
import type { ListFaults } from './faults.ts'
import { type ListOptions, readConfidence, readTime, readTlp, shortWord, strictest } from './words.ts'

/** Paths in small letters and without quotes. */
const types: ReadonlyMap<string, ClaimedType> = new Map([
  ['domain-name:value', 'domain'],
  ['ipv4-addr:value', 'ip'],
  ['ipv6-addr:value', 'ip'],
  ['network-traffic:dst_ref.value', 'host'],
  ['network-traffic:src_ref.value', 'host'],
  ['url:value', 'url'],
  ['email-addr:value', 'email'],
  ['email-message:from_ref.value', 'email'],
  ['email-message:sender_ref.value', 'email'],
  ['file:hashes.md5', 'md5'],
  ['file:hashes.sha-1', 'sha1'],
  ['file:hashes.sha1', 'sha1'],
  ['file:hashes.sha-256', 'sha256'],
  ['file:hashes.sha256', 'sha256'],
  ['artifact:hashes.md5', 'md5'],
  ['artifact:hashes.sha-1', 'sha1'],
  ['artifact:hashes.sha-256', 'sha256'],
])

/** TLP 1.0, whose markings have fixed ids too (STIX 2.1, 7.2.1.4). */
const oldMarkings: readonly (readonly [id: string, level: TlpLevel])[] = [
  ['marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9', 'clear'],
  ['marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da', 'green'],
  ['marking-definition--f88d31f6-486f-44da-b317-01333bde0b82', 'amber'],
  ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed', 'red'],
]

interface Bundle {
  readonly markings: ReadonlyMap<string, TlpLevel>
  readonly names: ReadonlyMap<string, string>
}

export function* stixIndicators(
  root: JsonNode,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const objects = objectsAt(root, 'objects')
  const bundle = { markings: markingsOf(objects), names: namesOf(objects) }
  for (const object of objects)
    if (textAt(object, 'type') === 'indicator') yield* ofIndicator(object, bundle, options, faults)
}

function* ofIndicator(
  object: JsonNode,
  bundle: Bundle,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const id = uuidIn(textAt(object, 'id') ?? '')
  const because = unusable(object, id)
  if (because !== null) return faults.leaveOut(object.pointer, textAt(object, 'name') ?? id, because)
  const pattern = textAt(object, 'pattern') ?? ''
  const reading = readStixPattern(pattern, {
    maxUnits: indicatorLimits.maxPatternUnits,
    maxTerms: indicatorLimits.maxPatternTerms,
  })
  if ('because' in reading)
    return faults.leaveOut(
      `${object.pointer}/pattern`,
      pattern,
      reading.because,
      'Only patterns that name single values can be looked up quickly; use a Sigma rule for the others.',
    )
  const common = {
    // Several values of one indicator are told apart by themselves.
    id: reading.terms.length === 1 ? id : null,
    since: timeAt(object, 'valid_from') ?? options.since ?? null,
    until: timeAt(object, 'valid_until') ?? options.until ?? null,
    tlp: strictest([...levelsOf(object, bundle), options.tlp ?? null]),
    confidence: readConfidence(numberAt(object, 'confidence')) ?? options.confidence ?? null,
    list: options.name,
    source: shortWord(bundle.names.get(textAt(object, 'created_by_ref') ?? '')) ?? options.source ?? null,
    licence: options.licence ?? null,
  }
  for (const term of reading.terms) {
    const value = valueOfTerm(term)
    if ('because' in value) faults.leaveOut(`${object.pointer}/pattern`, term.value, value.because)
    else yield { ...value, ...common }
  }
}

function uuidIn(id: string): string | null {
  const uuid = id.replace(/^indicator--/, '')
  return isUuid(uuid) ? uuid.toLowerCase() : null
}

function unusable(object: JsonNode, id: string | null): string | null {
  const kind = textAt(object, 'pattern_type')
  if (booleanAt(object, 'revoked') === true) return 'it was revoked'
  if (id === null) return 'its id is no "indicator--" with a UUID'
  if (kind !== null && kind !== 'stix') return 'its pattern is not written in the language of STIX'
  const kinds = textsAt(object, 'indicator_types')
  return kinds.length === 1 && kinds[0] === 'benign' ? 'it is called benign' : null
}

function valueOfTerm({ path, operator, value }: PatternTerm) {
  const claimed = types.get(path.replaceAll("'", '').toLowerCase())
  if (claimed === undefined) return { because: `${path.slice(0, 80)} is nothing that is looked up` }
  const typed = typedValue(claimed, refanged(value))
  const isNetwork = 'type' in typed && ['cidr', 'ipv4', 'ipv6'].includes(typed.type)
  return operator === 'ISSUBSET' && !isNetwork ? { because: 'only networks have parts' } : typed
}

function timeAt(object: JsonNode, key: string): number | null {
  const text = textAt(object, key)
  return text === null ? null : readTime(text)
}

/** Also what is marked in part only: which part does not matter to whoever passes it on. */
function levelsOf(object: JsonNode, { markings }: Bundle): (TlpLevel | null)[] {
  const granular = objectsAt(object, 'granular_markings').map((marking) => textAt(marking, 'marking_ref'))
  return [...textsAt(object, 'object_marking_refs'), ...granular].map(
    (reference) => markings.get(reference ?? '') ?? null,
  )
}

function markingsOf(objects: readonly JsonNode[]): ReadonlyMap<string, TlpLevel> {
  const fixed = tlpLevels.map((level) => [tlpMarkings[level], level] as const)
  const own = objects.flatMap((object) => {
    const id = textAt(object, 'type') === 'marking-definition' ? textAt(object, 'id') : null
    const level = readTlp(textAt(object, 'name') ?? '')
    return id === null || level === null ? [] : [[id, level] as const]
  })
  return new Map([...own, ...oldMarkings, ...fixed])
}

function namesOf(objects: readonly JsonNode[]): ReadonlyMap<string, string> {
  return new Map(
    objects.flatMap((object) => {
      const isIdentity = textAt(object, 'type') === 'identity'
      const id = isIdentity ? textAt(object, 'id') : null
      const name = isIdentity ? textAt(object, 'name') : null
      return id === null || name === null ? [] : [[id, name] as const]
    }),
  )
}
