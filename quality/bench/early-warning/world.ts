// The synthetic world of the benchmark: products with versions, advisories about them, and who runs what (Zipf).
// SPDX-License-Identifier: EUPL-1.2
import type { InventoryItem } from '@salus/standards/inventory'
import { seeded } from '../world.ts'

export const assetsOfMember = 5_000
const exponent = 0.95
const meanVersions = 6.7
/** Later bands hold rarer products; each advisory names two products of one band. */
export const bands = [100, 1_000, 10_000, 100_000, 300_000] as const
const schemes = ['npm', 'deb', 'rpm', 'pypi', 'generic'] as const
type Scheme = (typeof schemes)[number]
/** As in the measured prototype: 35 % npm, 25 deb, 15 rpm, 10 pypi, 15 by name. */
const shares = [0.35, 0.6, 0.75, 0.85, 1] as const

export interface World {
  readonly products: number
  readonly versions: number
  /** Index of the first version of each product; one more at the end. */
  readonly firstVersion: Int32Array
  schemeOf(product: number): Scheme
  productOf(version: number): number
  /** Text of the nth version of a product; a higher n is a newer version. */
  versionText(product: number, nth: number): string
  itemOf(version: number): InventoryItem
  /** Distinct versions of one member, the common ones first. */
  drawMember(member: number): Int32Array
}

export function buildWorld(products: number): World {
  const random = seeded(17)
  const firstVersion = new Int32Array(products + 1)
  const scheme = new Uint8Array(products)
  for (let product = 0; product < products; product++) {
    firstVersion[product + 1] =
      (firstVersion[product] ?? 0) + 1 + Math.floor(random() * 2 * (meanVersions - 1) + 0.5)
    const draw = random()
    scheme[product] = shares.findIndex((share) => draw < share)
  }
  const versions = firstVersion[products] ?? 0
  const productOfVersion = new Int32Array(versions)
  for (let product = 0; product < products; product++)
    productOfVersion.fill(product, firstVersion[product], firstVersion[product + 1])
  const draw = aliasTable(weights(firstVersion, products, versions))
  const stamps = new Int32Array(versions)
  const schemeOf = (product: number) => schemes[scheme[product] ?? 0] ?? 'generic'
  const versionText = (product: number, nth: number) => {
    const dotted = `${1 + Math.floor(nth / 4)}.${(nth % 4) * 3}.${product % 10}`
    const kind = schemeOf(product)
    return kind === 'deb' ? `${dotted}-1` : kind === 'rpm' ? `${dotted}-1.el9` : dotted
  }
  const productOf = (version: number) => productOfVersion[version] ?? 0
  return {
    products,
    versions,
    firstVersion,
    schemeOf,
    productOf,
    versionText,
    itemOf(version) {
      const product = productOf(version)
      return itemNamed(
        schemeOf(product),
        product,
        versionText(product, version - (firstVersion[product] ?? 0)),
      )
    },
    drawMember(member) {
      const own = seeded(1_000_003 + member)
      const drawn = new Int32Array(assetsOfMember)
      const stamp = member + 1
      for (let count = 0; count < assetsOfMember; ) {
        const version = draw(own)
        if (stamps[version] === stamp) continue
        stamps[version] = stamp
        drawn[count++] = version
      }
      return drawn
    },
  }
}

/** Popularity of a product by its rank; of its versions the newer ones are run more often. */
function weights(firstVersion: Int32Array, products: number, versions: number): Float64Array {
  const result = new Float64Array(versions)
  for (let product = 0; product < products; product++) {
    const [start, end] = [firstVersion[product] ?? 0, firstVersion[product + 1] ?? 0]
    const popularity = (product + 1) ** -exponent
    let sum = 0
    for (let version = start; version < end; version++) sum += version - start + 1
    for (let version = start; version < end; version++)
      result[version] = (popularity * (version - start + 1)) / sum
  }
  return result
}

/** Walker's alias method: a weighted draw in constant time. */
function aliasTable(weights: Float64Array): (random: () => number) => number {
  const count = weights.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const probability = weights.map((weight) => (weight * count) / total)
  const alias = new Int32Array(count)
  const small: number[] = []
  const large: number[] = []
  for (let index = 0; index < count; index++) ((probability[index] ?? 0) < 1 ? small : large).push(index)
  for (;;) {
    const [less, more] = [small.pop(), large.at(-1)]
    if (less === undefined || more === undefined) break
    alias[less] = more
    const rest = (probability[more] ?? 0) + (probability[less] ?? 0) - 1
    probability[more] = rest
    if (rest < 1) {
      large.pop()
      small.push(more)
    }
  }
  for (const index of [...small, ...large]) probability[index] = 1
  return (random) => {
    const index = Math.floor(random() * count)
    return random() < (probability[index] ?? 1) ? index : (alias[index] ?? index)
  }
}

export function nameOf(scheme: Scheme, product: number): string {
  return scheme === 'generic' ? productWords(product) : `package-${product.toString(36)}`
}

/** Two invented words with a number in between, so that no two names of the world are alike. */
function productWords(product: number): string {
  return `${syllables(product)} ${syllables(product * 7 + 3)} ${product.toString(36).toUpperCase()}X`
}

function syllables(number: number): string {
  const parts = [
    'bra',
    'cel',
    'dor',
    'fin',
    'gal',
    'hum',
    'jor',
    'kel',
    'lum',
    'mar',
    'nor',
    'pel',
    'qua',
    'ros',
    'tal',
    'vex',
  ]
  const word = [number & 15, (number >> 4) & 15, (number >> 8) & 15].map((index) => parts[index]).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function vendorOf(product: number): string {
  return `${syllables(product % 977)} Systems`
}

export function purlOf(scheme: Scheme, product: number): string | null {
  const name = nameOf(scheme, product)
  if (scheme === 'generic') return null
  const namespace = scheme === 'deb' ? 'debian/' : scheme === 'rpm' ? 'redhat/' : ''
  return `pkg:${scheme}/${namespace}${name}`
}

function itemNamed(scheme: Scheme, product: number, version: string): InventoryItem {
  const purl = purlOf(scheme, product)
  return {
    externalId: null,
    name: null,
    vendor: purl === null ? vendorOf(product) : null,
    product: nameOf(scheme, product),
    model: null,
    version,
    serial: null,
    udiDi: null,
    purl: purl === null ? null : `${purl}@${version}`,
    cpe: null,
    site: null,
    environment: null,
    networkExposure: null,
    clinicalRole: null,
    place: 'benchmark',
  } as InventoryItem
}
