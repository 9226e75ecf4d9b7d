// What is remembered of a world that was built in a named folder, so that the next run takes it up.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface KeptWorld {
  readonly members: number
  readonly products: number
  readonly catalogue: number
  readonly anyVersionId: number
  readonly loadSeconds: number
  /** Measured so far: each needs tracking ids that nobody had before. */
  readonly rounds: number
}

/** Null where the folder holds none. Throws where it holds another one. */
export function keptWorld(
  folder: string,
  asked: Pick<KeptWorld, 'members' | 'products' | 'catalogue'>,
): KeptWorld | null {
  if (!existsSync(fileIn(folder))) return null
  // Written by `keepWorld` of the run before.
  const kept = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as KeptWorld
  const isAsked = (['members', 'products', 'catalogue'] as const).every((name) => kept[name] === asked[name])
  if (isAsked) return kept
  throw new Error(
    `The folder holds a world of ${kept.members} members, ${kept.products} products and ${kept.catalogue} documents. Ask for the same, or name another folder.`,
  )
}

export function keepWorld(folder: string, world: KeptWorld): void {
  writeFileSync(fileIn(folder), JSON.stringify(world))
}

function fileIn(folder: string): string {
  return join(folder, 'world.json')
}
