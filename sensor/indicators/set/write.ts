// Writes a set of indicators as one array of bytes, which opens without building anything.
// SPDX-License-Identifier: EUPL-1.2
import { isPublicSuffix } from '../domain.ts'
import { type Indicator, isUuid } from '../indicator.ts'
import { assembled, type SectionHead } from './format.ts'
import { groupWriter } from './groups.ts'
import { growingBytes, growingWords } from './growing.ts'
import { addRecord, bytesOfValue, type HashedType, hashedTypes, valueBytes } from './records.ts'
import { type NetworkInput, writeNetworks } from './write-networks.ts'
import { type Column, writeSection } from './write-section.ts'

export interface WrittenSet {
  readonly bytes: Uint8Array
  readonly written: number
  /** Values that came more than once: what holds longest is kept. */
  readonly doubles: number
  /** TLP:RED, which is for those only who were told in person. */
  readonly red: number
  /** Values that are not in the form of their type, or a public suffix. */
  readonly malformed: number
  /** Values that were chosen so that too many have the same fingerprint. */
  readonly crowded: number
}

/** Takes any number, one at a time: 10 million need about a gigabyte while they are written. */
export function writeIndicatorSet(indicators: Iterable<Indicator>): Uint8Array {
  return indicatorSetOf(indicators).bytes
}

export function indicatorSetOf(indicators: Iterable<Indicator>): WrittenSet {
  const input = collected(indicators)
  const { groups } = input
  const values = growingBytes()
  const index: Uint32Array[] = []
  let { doubles } = input
  let crowded = 0
  let written = 0
  const sectionOf = (type: HashedType): SectionHead => {
    const section = writeSection(input.columns[type], groups.groups, values)
    index.push(...section.index)
    doubles += section.doubles
    crowded += section.crowded
    written += section.head.count
    return section.head
  }
  const networkOf = (inputs: readonly NetworkInput[], wordsOfAddress: 1 | 4) => {
    const networks = writeNetworks(inputs, wordsOfAddress, groups.groups, values)
    index.push(...networks.index)
    doubles += networks.doubles
    written += networks.head.records
    return networks.head
  }
  const sections = byType(sectionOf)
  const networks = { v4: networkOf(input.networks.v4, 1), v6: networkOf(input.networks.v6, 4) }
  const at = values.length()
  values.add(groups.bytes())
  const head = {
    version: 1 as const,
    lists: [...groups.lists],
    ids: [...groups.ids],
    sections,
    networks,
    groups: { count: groups.groups.length, at },
  }
  const bytes = assembled(head, index, values.view())
  return { bytes, written, doubles, red: input.red, malformed: input.malformed, crowded }
}

function collected(indicators: Iterable<Indicator>) {
  const columns = byType(
    (type): Column => ({ records: growingBytes(), starts: growingWords(), fixed: valueBytes[type] }),
  )
  const networks: { readonly v4: NetworkInput[]; readonly v6: NetworkInput[] } = { v4: [], v6: [] }
  const groups = groupWriter()
  let red = 0
  let malformed = 0
  for (const indicator of indicators) {
    const { type, value, id } = indicator
    if (indicator.tlp === 'red') {
      red++
      continue
    }
    const uuid = id !== null && isUuid(id) ? Buffer.from(id.replaceAll('-', ''), 'hex') : null
    if (type === 'cidr') {
      const family = value.includes(':') ? networks.v6 : networks.v4
      family.push({ value, group: groups.numberOf(indicator), uuid })
      continue
    }
    const bytes = type === 'domain' && isPublicSuffix(value) ? null : bytesOfValue(type, value)
    if (bytes === null) {
      malformed++
      continue
    }
    const { records, starts, fixed } = columns[type]
    starts.add(records.length())
    addRecord(records, groups.numberOf(indicator), uuid, bytes, fixed > 0)
  }
  return { columns, networks, groups, red, malformed, doubles: 0 }
}

function byType<T>(make: (type: HashedType) => T): Record<HashedType, T> {
  // Each type is a key of the result, and the order is that of the file.
  return Object.fromEntries(hashedTypes.map((type) => [type, make(type)])) as Record<HashedType, T>
}
