// The members of a benchmark: synthetic hospitals whose lists name products that the advisories at hand name too.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { readAdvisory } from '@salus/standards/advisory'
import { registerOrganisation } from '../../capabilities/organisations/index.ts'
import type { Database } from '../../platform/database/database.ts'

export interface NamedProduct {
  readonly vendor: string
  readonly product: string
}

const exponent = 0.95

/** A generator with a fixed seed (mulberry32), so that two runs build the same world. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The distinct vendor and product names of a `.jsonl.gz` file, at most `limit`. */
export async function productsIn(path: string, limit: number): Promise<readonly NamedProduct[]> {
  const products = new Map<string, NamedProduct>()
  const lines = createInterface({
    input: createReadStream(path).pipe(createGunzip()),
    crlfDelay: Number.POSITIVE_INFINITY,
  })
  for await (const line of lines) {
    const { advisory } = await readAdvisory(JSON.parse(line), { validate: false })
    for (const { product } of advisory?.statements ?? []) {
      if (product.vendor && product.name && product.vendor !== 'n/a')
        products.set(`${product.vendor}|${product.name}`, { vendor: product.vendor, product: product.name })
    }
    if (products.size >= limit) break
  }
  lines.close()
  return [...products.values()].slice(0, limit)
}

/** A list as a hospital would send it; few products stand in many lists, most in few (Zipf). */
export function listOf(products: readonly NamedProduct[], assets: number, random: () => number): Buffer {
  const rows = ['Inventory number;Name;Manufacturer;Product;Software version;Site']
  for (let number = 1; number <= assets; number++) {
    const product =
      products[Math.floor(products.length * random() ** (1 / (1 - exponent + 0.4)))] ?? products[0]
    const version =
      random() < 0.1
        ? ''
        : `${Math.floor(random() * 12)}.${Math.floor(random() * 10)}.${Math.floor(random() * 10)}`
    rows.push(
      `${number};Device ${number};"${product?.vendor.replaceAll('"', '')}";"${product?.product.replaceAll('"', '')}";${version};Main site`,
    )
  }
  return Buffer.from(rows.join('\n'))
}

export async function registerMembers(
  database: Database,
  members: number,
  now: Date,
): Promise<readonly number[]> {
  const ids: number[] = []
  for (let number = 1; number <= members; number++) {
    const organisation = {
      kind: 'provider',
      name: `Benchmark hospital ${number}`,
      country: 'AT',
      languages: ['de'],
      timeZone: 'Europe/Vienna',
      providerKind: 'hospital',
      employees: null,
      turnoverEuro: null,
      balanceSheetEuro: null,
      designation: null,
      isExample: false,
    } as const
    ids.push(await database.asEngine((scope) => registerOrganisation(scope, organisation, now)))
  }
  return ids
}
