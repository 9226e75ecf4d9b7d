// The items that come with the platform, read from `items/` once, and the page of each.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { readDataFolder } from '../../../platform/data/folder.ts'
import { type Item, type ItemKind, type ItemOf, itemKinds, itemSchema } from '../item.ts'

let read: readonly Item[] | null = null

/** Throws where a file is not as it must be: its fault is found before anybody relies on it. */
export function ownItems(): readonly Item[] {
  read ??= readItems(join(import.meta.dirname, '..', 'items'))
  return read
}

export function ownItemsOf<K extends ItemKind>(kind: K): readonly ItemOf<K>[] {
  return ownItems().filter((item): item is ItemOf<K> => item.kind === kind)
}

export function itemByKey(key: string): Item | null {
  return ownItems().find((item) => item.key === key) ?? null
}

export function readItems(folder: string): readonly Item[] {
  return itemKinds.flatMap((kind) =>
    readDataFolder(join(folder, kind), itemSchema).map(({ file, data }) => {
      if (data.kind !== kind || file !== `${data.key}.json`)
        throw new Error(`${kind}/${file}: holds the ${data.kind} ${data.key}, so it belongs elsewhere.`)
      return data
    }),
  )
}

export function itemHref(organisationId: number, { kind, key }: Pick<Item, 'kind' | 'key'>): string {
  const base = `/o/${organisationId}`
  switch (kind) {
    case 'measure':
      return `${base}/measures/${key}`
    case 'duty':
      return `${base}/duties/${key}`
    case 'course':
      return `${base}/training/${key}`
    case 'clause':
      return `${base}/purchases`
    default:
      return `${base}/offers/${key}`
  }
}
