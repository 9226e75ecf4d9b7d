// How an asset of a list is recognised when the list comes again.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { FileHash, HashedItem, RejectedItem } from '@salus/standards/inventory'
import { type AssetFacts, cleanFacts, factNames, isNamed, maxFactCharacters, sameFacts } from './asset.ts'

export interface RecognisedItem {
  readonly recognisedBy: string
  readonly place: string
  readonly facts: AssetFacts
  /** Left out where the file states none. */
  readonly hashes?: readonly FileHash[]
}

export interface Recognition {
  readonly recognised: readonly RecognisedItem[]
  readonly rejected: readonly RejectedItem[]
}

type Sign = readonly [kind: string, ...values: (string | null)[]]

/**
 * Two lists may number their entries alike (`bom-ref` 1, inventory number 10023 of two wards), so an asset is
 * recognised within its list only. Equal ones without an identifier are told apart by their order.
 */
export function recogniseItems(list: string, items: readonly HashedItem[]): Recognition {
  const recognised: RecognisedItem[] = []
  const rejected: RejectedItem[] = []
  const firstOf = new Map<string, RecognisedItem>()
  const seen = new Map<string, number>()
  for (const item of items) {
    const facts = cleanFacts(item)
    const fault = factFault(facts, item.place)
    if (fault) {
      rejected.push(fault)
      continue
    }
    const sign = signOf(list, facts)
    const key = JSON.stringify([list, ...sign])
    const first = firstOf.get(key)
    if (first && sign[0] === 'id') {
      rejected.push(repeated(first, facts, item.place))
      continue
    }
    const ordinal = (seen.get(key) ?? 0) + 1
    seen.set(key, ordinal)
    const taken = {
      recognisedBy: hashOf(ordinal === 1 ? key : `${key}#${ordinal}`),
      place: item.place,
      facts,
      ...(item.hashes ? { hashes: item.hashes } : {}),
    }
    if (!first) firstOf.set(key, taken)
    recognised.push(taken)
  }
  return { recognised, rejected }
}

/** The strongest sign that it has. A component's own reference changes with its version, its purl's name does not. */
function signOf(list: string, facts: AssetFacts): Sign {
  if (list.startsWith('sbom:') && facts.purl) return ['purl', purlWithoutVersion(facts.purl)]
  if (facts.externalId) return ['id', facts.externalId]
  if (facts.serial) {
    // A serial number is unique within its maker's model only.
    if (facts.udiDi) return ['serial', facts.udiDi, facts.serial]
    return ['serial', facts.vendor, facts.product, facts.model, facts.serial]
  }
  return ['naming', facts.name, facts.vendor, facts.product, facts.model, facts.udiDi, facts.site]
}

function purlWithoutVersion(purl: string): string {
  const path = purl.split(/[?#]/, 1)[0] ?? purl
  const at = path.lastIndexOf('@')
  return at > path.lastIndexOf('/') ? path.slice(0, at) : path
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

function factFault(facts: AssetFacts, place: string): RejectedItem | null {
  const long = factNames.find((name) => (facts[name]?.length ?? 0) > maxFactCharacters)
  if (long) {
    return {
      code: 'assets/text-too-long',
      place,
      detail: `The field ${long} has ${facts[long]?.length} characters; at most ${maxFactCharacters} are taken.`,
      remedy: 'Shorten the text, or check that the columns are read as what they are.',
      says: (facts[long] ?? '').slice(0, 80),
    }
  }
  if (isNamed(facts)) return null
  return {
    code: 'assets/unnamed',
    place,
    detail: 'Name, vendor, product and model are all empty.',
    remedy: 'Fill in one of them, or delete the row.',
    says: saysOf(facts),
  }
}

function repeated(first: RecognisedItem, facts: AssetFacts, place: string): RejectedItem {
  const same = sameFacts(first.facts, facts)
  return {
    code: same ? 'assets/repeated' : 'assets/number-used-twice',
    place,
    detail: `Number ${(facts.externalId ?? '').slice(0, 80)} is also at ${first.place.slice(0, 60)}, ${same ? 'with the same text' : 'with other text'}.`,
    remedy: same ? 'Delete one of the two.' : 'Correct one of the two numbers.',
    says: saysOf(facts),
  }
}

function saysOf(facts: AssetFacts): string {
  return [facts.externalId, facts.name ?? facts.model, facts.vendor]
    .filter((fact) => fact !== null)
    .join(', ')
    .slice(0, 200)
    .toWellFormed()
}
