// What people at the centre decided about names, and what follows from it for two of them: the alias graph.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductName } from './product-name.ts'
import { foldText, squeeze } from './text.ts'
import { rankOf, stemKey } from './words.ts'

/** `member`: the stated name is a family, and the inventory's product belongs to it. */
export const aliasAnswers = ['same', 'member', 'different'] as const
export type AliasAnswer = (typeof aliasAnswers)[number]

/** A decision that stands, about one name of inventories and one of advisories. */
export interface AliasDecision {
  readonly id: number
  readonly inventoryKey: string
  readonly statedKey: string
  readonly inventoryName: string
  readonly statedName: string
  readonly answer: AliasAnswer
  /** ISO 8601. */
  readonly decidedAt: string
}

/** What is known of two names from what people decided. */
export interface ConfirmedAlias {
  readonly inventory: string
  readonly stated: string
  readonly isSame: boolean
  /** The names from one to the other; more than two where it follows from several decisions. */
  readonly path?: readonly string[]
  /** The decisions that it rests on, and the instant of the last of them. */
  readonly decisions?: readonly number[]
  readonly decidedAt?: string
}

export interface AliasGraph {
  /** Every name that takes part. */
  readonly keys: readonly string[]
  resolve(inventoryKey: string, statedKey: string): ConfirmedAlias | null
}

const maxVendorCharacters = 100
const maxProductCharacters = 250

/** A name as it is shown and compared with others: without what a hospital calls a single device. */
export interface WrittenName {
  readonly vendor: string | null
  readonly product: string | null
  readonly model: string | null
}

/**
 * Many lists call each device by a name of its own ("Monitor 3.12, east") beside its model. Where the model tells
 * the product, a decision about it must not be asked for again with each device, nor show what they are called.
 */
export function writtenName({ vendor, product, fullName, model }: ProductName): WrittenName {
  const isOwnName = product !== null && product === fullName
  return { vendor, product: isOwnName && isTellingModel(model) ? null : (product ?? fullName), model }
}

/** A brand word, or a code such as "CV-200"; "Pro", "660" and "v10" could be models of anything. */
function isTellingModel(model: string | null): boolean {
  const words = foldText(model ?? '').split(/[\s/()[\],;-]+/)
  const isBrand = words.some((word) => /^\p{L}{4,}$/u.test(word) && rankOf(stemKey(word)) === 'brand')
  return isBrand || /^(?!v|ver|version|rev|r)\p{L}{1,8}\d{2,}/u.test(squeeze(words.join('')))
}

/** The name under which aliases are kept: vendor and product, letters and digits only. */
export function aliasKey(name: ProductName): string {
  const { product, model } = writtenName(name)
  const said = [product, model].filter((part) => part !== null).join(' ')
  const [vendor, rest] = [squeeze(foldText(name.vendor ?? '')), squeeze(foldText(said))]
  return `${vendor.slice(0, maxVendorCharacters)}|${rest.slice(0, maxProductCharacters)}`
}

/** Without a product nothing is named that a person could decide about. */
export function isAliasKey(key: string): boolean {
  return !key.endsWith('|')
}

/** More decisions in a row are too far from each other to be trusted. */
export const maxAliasSteps = 3
const maxNamesVisited = 200

/**
 * What somebody decided about the very pair counts first. Otherwise "same" carries on over at most three decisions:
 * A is B and B is C makes A the same as C, and what is a member of B is one of C. It does not carry on where any two
 * names on the way were refused, and never through a family.
 */
export function aliasGraph(decisions: readonly AliasDecision[]): AliasGraph {
  const ordered = decisions.toSorted((a, b) => a.id - b.id)
  const byPair = new Map(ordered.map((one) => [pairOf(one.inventoryKey, one.statedKey), one]))
  const edges = edgesOf(ordered)
  const isRefused = (a: string, b: string) =>
    byPair.get(pairOf(a, b))?.answer === 'different' || byPair.get(pairOf(b, a))?.answer === 'different'
  return {
    keys: [...new Set(ordered.flatMap((one) => [one.inventoryKey, one.statedKey]))],
    resolve(inventoryKey, statedKey) {
      const direct = byPair.get(pairOf(inventoryKey, statedKey))
      if (direct) return aliasOf(inventoryKey, statedKey, [direct])
      const mirrored = byPair.get(pairOf(statedKey, inventoryKey))
      if (mirrored && mirrored.answer !== 'member') return aliasOf(inventoryKey, statedKey, [mirrored])
      if (inventoryKey === statedKey || !edges.has(inventoryKey)) return null
      const path = findPath(inventoryKey, statedKey, edges, isRefused)
      return path && aliasOf(inventoryKey, statedKey, path)
    },
  }
}

interface Edge {
  readonly to: string
  readonly decision: AliasDecision
}

function edgesOf(decisions: readonly AliasDecision[]): ReadonlyMap<string, readonly Edge[]> {
  const edges = decisions.flatMap((decision): readonly (Edge & { readonly from: string })[] => {
    const { inventoryKey, statedKey, answer } = decision
    if (answer === 'different') return []
    const there = { from: inventoryKey, to: statedKey, decision }
    return answer === 'same' ? [there, { from: statedKey, to: inventoryKey, decision }] : [there]
  })
  return Map.groupBy(edges, ({ from }) => from)
}

/** Breadth first, older decisions first, so that the same decisions always give the same path. */
function findPath(
  from: string,
  to: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
  isRefused: (a: string, b: string) => boolean,
): readonly AliasDecision[] | null {
  let ways: readonly { readonly names: readonly string[]; readonly decisions: readonly AliasDecision[] }[] = [
    { names: [from], decisions: [] },
  ]
  const visited = new Set([from])
  for (let step = 0; step < maxAliasSteps && visited.size < maxNamesVisited; step += 1) {
    const longer: (typeof ways)[number][] = []
    for (const { names, decisions } of ways) {
      for (const edge of edges.get(names.at(-1) ?? '') ?? []) {
        const isFamily = edge.decision.answer === 'member'
        if (visited.has(edge.to) || (isFamily && edge.to !== to)) continue
        if (names.some((name) => isRefused(name, edge.to))) continue
        if (edge.to === to) return [...decisions, edge.decision]
        visited.add(edge.to)
        longer.push({ names: [...names, edge.to], decisions: [...decisions, edge.decision] })
      }
    }
    ways = longer
  }
  return null
}

function aliasOf(inventory: string, stated: string, decisions: readonly AliasDecision[]): ConfirmedAlias {
  const path: string[] = []
  let at = inventory
  for (const one of decisions) {
    const isForward = one.inventoryKey === at
    if (path.length === 0) path.push(isForward ? one.inventoryName : one.statedName)
    path.push(isForward ? one.statedName : one.inventoryName)
    at = isForward ? one.statedKey : one.inventoryKey
  }
  return {
    inventory,
    stated,
    isSame: decisions.every((one) => one.answer !== 'different'),
    path,
    decisions: decisions.map((one) => one.id),
    decidedAt:
      decisions
        .map((one) => one.decidedAt)
        .toSorted()
        .at(-1) ?? '',
  }
}

function pairOf(inventoryKey: string, statedKey: string): string {
  return `${inventoryKey}\n${statedKey}`
}
