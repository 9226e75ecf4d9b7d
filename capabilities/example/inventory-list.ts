// Writes the list of devices that an example hospital hands in, with the gaps and spellings that real lists have.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleMember, Stock } from './centre.ts'
import { type Column, columns, type ListWords, listWords } from './list-words.ts'
import { type ExampleProduct, products, vendors } from './products.ts'
import { type Random, seededRandom } from './random.ts'

export interface ListFile {
  readonly fileName: string
  readonly content: Buffer
}

type Row = Readonly<Record<Column, string>>

const otherSpelling = 0.25
const versionMissing = 0.09
const roleMissing = 0.05
const exposureMissing = 0.06
const vagueShare = 0.06
/** Of a few things everybody keeps track. */
const fewThings = 4

export function listsOf(member: ExampleMember): readonly ListFile[] {
  const words = listWords[member.language]
  const sites = member.sites.map((site) => site.name)
  let before = 0
  return member.lists.map(({ fileName, stock }) => {
    const random = seededRandom(`${member.key} ${fileName}`)
    const unnumbered = stock.flatMap((line) => rowsOf(line, sites, member, words, random))
    const rows = withNumbers(unnumbered, before)
    before += rows.length
    const heading = columns.map((column) => words.headings[column])
    const lines = [heading, ...rows.map((row) => columns.map((column) => row[column]))]
    const text = lines.map((cells) => cells.map((cell) => quoted(cell, words)).join(words.separator))
    return { fileName, content: Buffer.from(`${text.join('\r\n')}\r\n`) }
  })
}

function rowsOf(
  line: Stock,
  sites: readonly string[],
  member: ExampleMember,
  words: ListWords,
  random: Random,
): readonly Row[] {
  const product = products[line.product]
  if (!product)
    throw new Error(`${member.key} runs ${line.product}, which is not among the example's products`)
  return Array.from({ length: line.count }, (_, index) => {
    const row = plainRow(product, line, index, sites, member, words, random)
    return line.count <= fewThings ? row : withGaps(row, words, random)
  })
}

function plainRow(
  product: ExampleProduct,
  line: Stock,
  index: number,
  sites: readonly string[],
  member: ExampleMember,
  words: ListWords,
  random: Random,
): Row {
  const vendor = vendors[product.vendor]
  const versions = line.versions ?? product.versions
  return {
    number: product.prefix,
    name: product.title[member.language],
    vendor: random.chance(otherSpelling) ? random.pick(vendor.spellings) : vendor.name,
    model: product.model,
    version: versions[index % versions.length] ?? '',
    serial: `${product.prefix}${String(100_000 + random.integer(900_000))}`,
    site: sites[random.integer(sites.length)] ?? '',
    exposure: words.exposures[line.exposure ?? product.exposure],
    role: words.roles[product.role],
    cost: String(9_000 + random.integer(900)),
  }
}

/** Some lines lack the version, some say almost nothing: that is why coverage is never the whole list. */
function withGaps(row: Row, words: ListWords, random: Random): Row {
  if (random.chance(vagueShare))
    return { ...row, name: random.pick(words.vagueNames), vendor: '', model: '', version: '', exposure: '' }
  return {
    ...row,
    version: random.chance(versionMissing) ? '' : row.version,
    role: random.chance(roleMissing) ? '' : row.role,
    exposure: random.chance(exposureMissing) ? '' : row.exposure,
  }
}

/** No number twice in one hospital, not even in two of its lists. */
function withNumbers(rows: readonly Row[], before: number): readonly Row[] {
  return rows.map((row, index) => ({
    ...row,
    number: `${row.number}-${String(before + index + 1).padStart(4, '0')}`,
  }))
}

function quoted(cell: string, { separator }: ListWords): string {
  return cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}
