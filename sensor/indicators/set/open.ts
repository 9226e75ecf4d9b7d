// Opens a set of indicators: everything is checked, nothing is built.
// SPDX-License-Identifier: EUPL-1.2
import { endianness } from 'node:os'
import { crc32 } from 'node:zlib'
import { entryMaker } from './entry.ts'
import { damaged, IndicatorSetFault } from './fault.ts'
import { readHead, startBytes, wordsOfSection } from './format.ts'
import { bytesOfGroup } from './groups.ts'
import { type IndicatorSet, lookUps } from './look-ups.ts'
import { openNetworks, wordsOfNetworks } from './networks.ts'
import { type HashedType, hashedTypes } from './records.ts'
import { openSection, type Section } from './section.ts'
import { fromFile, fromMemory, type OpenedBytes } from './store.ts'

export type { IndicatorSet } from './look-ups.ts'

/** From the bytes of a pack; they must not change while the set is in use. Throws IndicatorSetFault. */
export function openIndicatorSet(bytes: Uint8Array): IndicatorSet {
  const opened = fromMemory(bytes)
  return setOf(opened, bytes.length)
}

/** Keeps only the index in memory: a sixth of the whole. Throws IndicatorSetFault, or that the file cannot be read. */
export function openIndicatorSetFile(path: string): IndicatorSet {
  const opened = fromFile(path)
  try {
    return setOf(opened, startBytes + opened.front.length)
  } catch (error) {
    opened.values.close()
    throw error
  }
}

function setOf({ start, front, values }: OpenedBytes, memoryBytes: number): IndicatorSet {
  if (endianness() !== 'LE')
    throw new IndicatorSetFault('Indicator sets are read on machines of little-endian order only.')
  if (crc32(front) !== start.indexCrc) throw damaged('its index is not that which was written')
  const head = readHead(front.subarray(0, start.headBytes))
  if (head.groups.at + head.groups.count * bytesOfGroup > values.length)
    throw damaged('its groups lie beyond its end')
  const entryOf = entryMaker(head, values)
  const words = wordsOf(front.subarray(start.headBytes))
  const section = (type: HashedType) =>
    openSection(type, head.sections[type], words.take(wordsOfSection(head.sections[type])), values, entryOf)
  // Each type is a key of the result; the sections are taken in the order of the file.
  const sections = Object.fromEntries(hashedTypes.map((type) => [type, section(type)])) as Record<
    HashedType,
    Section
  >
  const networks = (family: 'v4' | 'v6', wordsOfAddress: 1 | 4) =>
    openNetworks(
      head.networks[family],
      wordsOfAddress,
      words.take(wordsOfNetworks(head.networks[family], wordsOfAddress)),
      values,
      entryOf,
    )
  const v4 = networks('v4', 1)
  const v6 = networks('v6', 4)
  words.end()
  return lookUps(sections, v4, v6, memoryBytes, values.close)
}

/** Hands out the words of the index one part after the other; at the end none may be left. */
function wordsOf(index: Uint8Array) {
  const all = new Uint32Array(index.buffer, index.byteOffset, index.byteLength / 4)
  let at = 0
  return {
    take(count: number): Uint32Array {
      if (at + count > all.length) throw damaged('its index is too short')
      at += count
      return all.subarray(at - count, at)
    },
    end() {
      if (at !== all.length) throw damaged('its index is too long')
    },
  }
}
