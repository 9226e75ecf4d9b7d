// What many indicators have in common: their list, since and until when, marking and confidence; sixteen bytes a group.
// SPDX-License-Identifier: EUPL-1.2
import type { TlpLevel } from '@salus/standards/stix'
import { type Indicator, isUuid } from '../indicator.ts'
import { setLimits } from '../limits.ts'
import { damaged, IndicatorSetFault } from './fault.ts'

export interface ListFacts {
  readonly name: string
  readonly source: string | null
  readonly licence: string | null
}

export interface GroupFacts {
  readonly list: number
  readonly tlp: TlpLevel | null
  readonly confidence: number | null
  /** Milliseconds UTC, whole seconds. */
  readonly since: number | null
  readonly until: number | null
  /** Registered id of a pack, as its place among `ids`; null where the indicator has one of its own. */
  readonly id: number | null
}

export const bytesOfGroup = 16
/** TLP:RED has no number: it is for those who were told in person, so never in a set. */
const tlpNumbers: readonly (TlpLevel | null)[] = [null, 'clear', 'green', 'amber', 'amber+strict']
const noTime = 0xffffffff
const noConfidence = 255

export interface GroupWriter {
  /** The group's number. */
  numberOf(indicator: Indicator): number
  readonly groups: readonly GroupFacts[]
  readonly lists: readonly ListFacts[]
  readonly ids: readonly string[]
  bytes(): Uint8Array
}

export function groupWriter(): GroupWriter {
  const groups: GroupFacts[] = []
  const lists: ListFacts[] = []
  const ids: string[] = []
  const numbers = new Map<string, number>()
  const listNumbers = new Map<string, number>()
  const idNumbers = new Map<string, number>()
  const listNumber = ({ list: name, source, licence }: Indicator): number => {
    // Where every line names another source, the list speaks for them.
    const kept = lists.length < setLimits.maxLists ? source : null
    return numberIn(listNumbers, lists, JSON.stringify([name, kept, licence]), {
      name,
      source: kept,
      licence,
    })
  }
  return {
    groups,
    lists,
    ids,
    numberOf(indicator) {
      const { id } = indicator
      const facts: GroupFacts = {
        list: listNumber(indicator),
        tlp: indicator.tlp,
        confidence: indicator.confidence,
        since: indicator.since === null ? null : Math.floor(indicator.since / 1_000) * 1_000,
        // A second longer rather than shorter.
        until: indicator.until === null ? null : Math.ceil(indicator.until / 1_000) * 1_000,
        id: id === null || isUuid(id) ? null : numberIn(idNumbers, ids, id, id),
      }
      if (lists.length > 2 * setLimits.maxLists || ids.length > setLimits.maxRegisteredIds)
        throw new IndicatorSetFault(
          `The set has more than ${setLimits.maxRegisteredIds} registered ids or ${2 * setLimits.maxLists} lists. Write several sets.`,
        )
      const key = `${facts.list} ${facts.tlp} ${facts.confidence} ${facts.since} ${facts.until} ${facts.id}`
      return numberIn(numbers, groups, key, facts)
    },
    bytes() {
      const bytes = new Uint8Array(groups.length * bytesOfGroup)
      for (const [at, facts] of groups.entries())
        writeGroup(new DataView(bytes.buffer, at * bytesOfGroup), facts)
      return bytes
    },
  }
}

function numberIn<T>(numbers: Map<string, number>, all: T[], key: string, value: T): number {
  const before = numbers.get(key)
  if (before !== undefined) return before
  numbers.set(key, all.length)
  return all.push(value) - 1
}

function writeGroup(view: DataView, { list, tlp, confidence, since, until, id }: GroupFacts): void {
  view.setUint16(0, list, true)
  view.setUint8(2, Math.max(0, tlpNumbers.indexOf(tlp)))
  view.setUint8(3, confidence ?? noConfidence)
  view.setUint32(4, secondsOf(since), true)
  view.setUint32(8, secondsOf(until), true)
  view.setUint32(12, id === null ? 0 : id + 1, true)
}

function secondsOf(ms: number | null): number {
  return ms === null ? noTime : Math.min(noTime - 1, Math.max(0, ms / 1_000))
}

export function readGroup(bytes: Uint8Array, lists: number, ids: number): GroupFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytesOfGroup)
  const list = view.getUint16(0, true)
  const tlp = tlpNumbers[view.getUint8(2)]
  const confidence = view.getUint8(3)
  const id = view.getUint32(12, true)
  if (list >= lists || tlp === undefined || id > ids || (confidence > 100 && confidence !== noConfidence))
    throw damaged('a group says what cannot be')
  return {
    list,
    tlp,
    confidence: confidence === noConfidence ? null : confidence,
    since: timeOf(view.getUint32(4, true)),
    until: timeOf(view.getUint32(8, true)),
    id: id === 0 ? null : id - 1,
  }
}

function timeOf(seconds: number): number | null {
  return seconds === noTime ? null : seconds * 1_000
}
