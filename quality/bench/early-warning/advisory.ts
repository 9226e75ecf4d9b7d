// The advisories of the benchmark: two products of one band of popularity with three ranges each, as CSAF documents.
// SPDX-License-Identifier: EUPL-1.2
import { seeded } from '../world.ts'
import { bands, nameOf, purlOf, vendorOf, type World } from './world.ts'

export interface SampledRange {
  readonly product: number
  /** Half-open, in numbers of the product's versions. */
  readonly low: number
  readonly high: number
}

export interface SampledAdvisory {
  readonly number: number
  readonly band: number
  readonly ranges: readonly SampledRange[]
}

const productsNamed = 2
const rangesOfProduct = 3

/** The same number from each band that the world has products for. */
export function sampleAdvisories(world: World, perBand: number, seed: number): readonly SampledAdvisory[] {
  const random = seeded(seed)
  let low = 0
  return bands.flatMap((limit, band) => {
    const high = Math.min(limit, world.products)
    const from = low
    low = high
    if (high <= from) return []
    return Array.from({ length: perBand }, (_, index) => ({
      number: band * perBand + index,
      band,
      ranges: Array.from(
        { length: productsNamed },
        () => from + Math.floor(random() * (high - from)),
      ).flatMap((product) => rangesOf(world, product, random)),
    }))
  })
}

function rangesOf(world: World, product: number, random: () => number): readonly SampledRange[] {
  const count = (world.firstVersion[product + 1] ?? 0) - (world.firstVersion[product] ?? 0)
  const cuts = Array.from({ length: rangesOfProduct * 2 }, () => Math.floor(random() * (count + 1))).toSorted(
    (a, b) => a - b,
  )
  return Array.from({ length: rangesOfProduct }, (_, index) => ({
    product,
    low: cuts[index * 2] ?? 0,
    high: cuts[index * 2 + 1] ?? 0,
  })).filter(({ low, high }) => low < high)
}

/** A new tracking id and CVE for each round: every run raises alerts that nobody had before. */
export function documentOf(world: World, advisory: SampledAdvisory, round: number): Buffer {
  const id = `BENCH-${round}-${advisory.number}`
  const leaves = advisory.ranges.map(({ product, low, high }, index) => {
    const scheme = world.schemeOf(product)
    const text = (nth: number) => world.versionText(product, nth)
    const purl = purlOf(scheme, product)
    const name = nameOf(scheme, product)
    const range = `vers:${scheme}/>=${text(low)}|<${text(high)}`
    const helper = purl === null ? {} : { product_identification_helper: { purl } }
    return {
      vendor: vendorOf(product),
      product: name,
      leaf: {
        category: 'product_version_range',
        name: range,
        product: { name: `${vendorOf(product)} ${name} ${range}`, product_id: `P${index}`, ...helper },
      },
    }
  })
  return Buffer.from(JSON.stringify({ document: header(id), ...content(leaves, advisory, round) }))
}

function header(id: string) {
  const at = '2026-03-01T08:00:00.000Z'
  return {
    category: 'csaf_security_advisory',
    csaf_version: '2.0',
    title: 'Missing authentication',
    publisher: { category: 'vendor', name: 'Benchmark Publisher', namespace: 'https://benchmark.example' },
    tracking: {
      id,
      status: 'final',
      version: '1',
      initial_release_date: at,
      current_release_date: at,
      revision_history: [{ date: at, number: '1', summary: 'Published' }],
    },
  }
}

function content(
  leaves: readonly { readonly vendor: string; readonly product: string; readonly leaf: object }[],
  advisory: SampledAdvisory,
  round: number,
) {
  const ids = leaves.map((_, index) => `P${index}`)
  const branches = [...Map.groupBy(leaves, (one) => one.vendor)].map(([vendor, own]) => ({
    category: 'vendor',
    name: vendor,
    branches: [...Map.groupBy(own, (one) => one.product)].map(([name, list]) => ({
      category: 'product_name',
      name,
      branches: list.map((one) => one.leaf),
    })),
  }))
  return {
    product_tree: { branches },
    vulnerabilities: [
      {
        cve: `CVE-2026-${String(1_000_000 + round * 100_000 + advisory.number)}`,
        notes: [{ category: 'description', text: 'Invented for measuring.' }],
        product_status: { known_affected: ids },
        remediations: [{ category: 'vendor_fix', details: 'Install the next version.', product_ids: ids }],
      },
    ],
  }
}
