// The dictionary of facts, read from `keys/` once; a fault in any file stops the start and names its place.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { readDataFolder } from '../../../platform/data/folder.ts'
import { type FactKey, factKeyFileSchema } from '../fact-key.ts'

let read: ReadonlyMap<string, FactKey> | null = null

export function readFactKeys(): ReadonlyMap<string, FactKey> {
  read ??= readKeysOf(join(import.meta.dirname, '..', 'keys'))
  return read
}

export function readKeysOf(folder: string): ReadonlyMap<string, FactKey> {
  const keys = new Map<string, FactKey>()
  for (const { file, data } of readDataFolder(folder, factKeyFileSchema))
    for (const key of data) {
      if (keys.has(key.key)) throw new Error(`${file}: the fact ${key.key} is in another file too.`)
      keys.set(key.key, key)
    }
  return keys
}
