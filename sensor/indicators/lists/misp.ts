// Indicators of events of MISP: attributes meant for detection, alone and within objects.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, booleanAt, type JsonNode, objectAt, objectsAt, textAt } from '@salus/standards/json'
import type { TlpLevel } from '@salus/standards/stix'
import { type Indicator, readId } from '../indicator.ts'
import { refanged } from '../refang.ts'
import { type ClaimedType, typedValue } from '../values.ts'
import type { ListFaults } from './faults.ts'
import { type ListOptions, readTime, readTlp, shortWord, strictest } from './words.ts'

/** Types of attributes; of a composite each part, null for a part that is not looked up. */
const types: ReadonlyMap<string, readonly (ClaimedType | null)[]> = new Map([
  ['domain', ['domain']],
  ['hostname', ['host']],
  ['ip-src', ['ip']],
  ['ip-dst', ['ip']],
  ['ip-src|port', ['ip', null]],
  ['ip-dst|port', ['ip', null]],
  ['domain|ip', ['domain', 'ip']],
  ['hostname|port', ['host', null]],
  ['url', ['url']],
  ['link', ['url']],
  ['email', ['email']],
  ['email-src', ['email']],
  ['email-dst', ['email']],
  ['email-reply-to', ['email']],
  ['md5', ['md5']],
  ['sha1', ['sha1']],
  ['sha256', ['sha256']],
  ['filename|md5', [null, 'md5']],
  ['filename|sha1', [null, 'sha1']],
  ['filename|sha256', [null, 'sha256']],
  ['malware-sample', [null, 'md5']],
])

export function isMisp(root: JsonNode): boolean {
  return ['Event', 'response', 'Attribute'].some((key) => atKey(root, key) !== undefined)
}

/** `{Event}`, `{response: [{Event}]}`, `{response: {Attribute: []}}` and `{Attribute: []}`. */
export function* mispIndicators(
  root: JsonNode,
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const response = atKey(root, 'response')
  const holders = Array.isArray(response)
    ? objectsAt(root, 'response')
    : [response === undefined ? root : (objectAt(root, 'response') ?? root)]
  for (const holder of holders) yield* ofEvent(objectAt(holder, 'Event') ?? holder, options, faults)
}

function* ofEvent(event: JsonNode, options: ListOptions, faults: ListFaults): Generator<Indicator> {
  const maker = objectAt(event, 'Orgc') ?? objectAt(event, 'Org')
  const common = {
    tlp: strictest([...levelsOf(event), options.tlp ?? null]),
    source: shortWord(maker && textAt(maker, 'name')) ?? options.source ?? null,
  }
  const attributes = [
    ...objectsAt(event, 'Attribute'),
    ...objectsAt(event, 'Object')
      .filter((object) => !isDeleted(object))
      .flatMap((object) => objectsAt(object, 'Attribute')),
  ]
  for (const attribute of attributes) yield* ofAttribute(attribute, common, options, faults)
}

function* ofAttribute(
  attribute: JsonNode,
  common: { readonly tlp: TlpLevel | null; readonly source: string | null },
  options: ListOptions,
  faults: ListFaults,
): Generator<Indicator> {
  const type = textAt(attribute, 'type') ?? ''
  const text = textAt(attribute, 'value') ?? ''
  const claimed = types.get(type)
  const because = isDeleted(attribute)
    ? 'it was deleted'
    : atKey(attribute, 'to_ids') !== true && atKey(attribute, 'to_ids') !== '1'
      ? 'its maker did not mean it for detection (to_ids)'
      : claimed === undefined
        ? `attributes of type ${type.slice(0, 40)} are not looked up`
        : null
  if (because !== null || claimed === undefined)
    return faults.leaveOut(attribute.pointer, text, because ?? '')
  const id = readId(textAt(attribute, 'uuid') ?? '')
  const wanted = claimed.filter((part) => part !== null)
  const parts = claimed.length === 1 ? [text] : text.split('|', claimed.length)
  for (const [at, part] of claimed.entries()) {
    if (part === null) continue
    const value = typedValue(part, refanged(parts[at] ?? ''))
    if ('because' in value) faults.leaveOut(attribute.pointer, parts[at] ?? text, value.because)
    else
      yield {
        ...value,
        // A pair of name and address has one UUID; two indicators must not.
        id: wanted.length === 1 ? id : null,
        since: timeAt(attribute, 'first_seen') ?? timeAt(attribute, 'timestamp') ?? options.since ?? null,
        until: options.until ?? null,
        tlp: strictest([...levelsOf(attribute), common.tlp]),
        confidence: options.confidence ?? null,
        list: options.name,
        source: common.source,
        licence: options.licence ?? null,
      }
  }
}

/** MISP writes flags as true or as "1". */
function isDeleted(node: JsonNode): boolean {
  const deleted = atKey(node, 'deleted')
  return typeof deleted === 'boolean' ? booleanAt(node, 'deleted') === true : deleted === '1'
}

function timeAt(node: JsonNode, key: string): number | null {
  const value = atKey(node, key)
  return typeof value === 'string' || typeof value === 'number' ? readTime(String(value)) : null
}

function levelsOf(node: JsonNode): (TlpLevel | null)[] {
  return objectsAt(node, 'Tag').map((tag) => readTlp(textAt(tag, 'name') ?? ''))
}
