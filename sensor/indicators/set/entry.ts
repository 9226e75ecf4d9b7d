// An indicator as a set gives it back, and the making of it from its record and group.
// SPDX-License-Identifier: EUPL-1.2
import type { Indicator, IndicatorType } from '../indicator.ts'
import { indicatorId } from '../indicator.ts'
import { damaged } from './fault.ts'
import type { SetHead } from './format.ts'
import { bytesOfGroup, readGroup } from './groups.ts'
import type { RecordView } from './records.ts'
import type { ValueStore } from './store.ts'

export interface SetEntry extends Indicator {
  /** Never null here: where the list had none, type and value name it. */
  readonly id: string
}

export type EntryMaker = (
  type: IndicatorType,
  value: string,
  record: RecordView,
  block: Uint8Array,
) => SetEntry

/** Reads the id from the block first, because reading the group may take the block's place in memory. */
export function entryMaker({ lists, ids, groups }: SetHead, values: ValueStore): EntryMaker {
  return (type, value, record, block) => {
    const own = record.idAt === -1 ? null : uuidText(block.subarray(record.idAt, record.idAt + 16))
    if (record.group >= groups.count) throw damaged('an indicator is of a group that is not there')
    const bytes = values.read(groups.at + record.group * bytesOfGroup, bytesOfGroup)
    const group = readGroup(bytes, lists.length, ids.length)
    const id = own ?? (group.id === null ? null : (ids[group.id] ?? null))
    const list = lists[group.list]
    return {
      type,
      value,
      id: indicatorId({ id, type, value }),
      since: group.since,
      until: group.until,
      tlp: group.tlp,
      confidence: group.confidence,
      list: list?.name ?? '',
      source: list?.source ?? null,
      licence: list?.licence ?? null,
    }
  }
}

function uuidText(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
