// Indicators that are not told: those of the house itself, and those that lists name by mistake.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { addressBytes, inNetwork, type Network, readNetwork } from '../sigma/addresses.ts'
import { canonicalDomain, isWithin } from './domain.ts'
import type { Indicator } from './indicator.ts'
import { canonicalUrl } from './url.ts'
import ownLists from './warning-lists.json' with { type: 'json' }

/** Names with all below them, addresses and networks (`10.0.0.0/8`) of the house, as written in its configuration. */
export interface House {
  readonly domains: readonly string[]
  readonly networks: readonly string[]
}

/** Null where it is told; else why not, as the end of a sentence. */
export type NotTold = (indicator: Pick<Indicator, 'type' | 'value'>) => string | null

const texts = z.array(z.string().max(300)).max(100_000).default([])
const listsShape = z.object({
  lists: z
    .array(
      z.strictObject({
        name: z.string(),
        reason: z.string().min(1),
        domains: texts,
        networks: texts,
        hashes: texts,
      }),
    )
    .max(1_000),
})

/** Throws where a name or network of the house cannot be read: an allow-list must not be shorter than people think. */
export function withinHouse({ domains, networks }: House): NotTold {
  const names = domains.map((text) => {
    const name = canonicalDomain(text.trim().replace(/^\*?\./, ''))
    if (name === null)
      throw new Error(`"${text.slice(0, 100)}" is no domain name. Correct it among the domains of the house.`)
    return name
  })
  const nets = networks.map((text) => networkOf(text, 'among the networks of the house'))
  return (indicator) => {
    const { host } = placeOf(indicator)
    const bytes = addressBytes(host)
    const isOwn =
      bytes === null
        ? names.some((name) => isWithin(host, name))
        : nets.some((network) => inNetwork(bytes, network))
    return isOwn ? 'it is of the house itself' : null
  }
}

export function onWarningList(data: unknown = ownLists): NotTold {
  const { lists } = listsShape.parse(data)
  const exact = new Map<string, string>()
  const networks: { readonly network: Network; readonly reason: string }[] = []
  for (const { reason, domains, hashes, networks: ranges } of lists) {
    for (const text of [...domains, ...hashes]) exact.set(text, reason)
    for (const range of ranges) networks.push({ network: networkOf(range, 'in the warning list'), reason })
  }
  return (indicator) => {
    const { host, isWhole } = placeOf(indicator)
    if (!isWhole) return null
    const bytes = addressBytes(host)
    if (bytes === null) return exact.get(host) ?? null
    return networks.find(({ network }) => inNetwork(bytes, network))?.reason ?? null
  }
}

/** What is compared: a name, an address or a hash; a page of a site or one mailbox of it is not the whole. */
function placeOf({ type, value }: Pick<Indicator, 'type' | 'value'>): { host: string; isWhole: boolean } {
  switch (type) {
    case 'url': {
      const url = canonicalUrl(value)
      return { host: url?.host ?? '', isWhole: /^[^/]+\/$/.test(value) }
    }
    case 'email':
      return { host: value.slice(value.lastIndexOf('@') + 1), isWhole: false }
    case 'cidr':
      return { host: value.slice(0, value.indexOf('/')), isWhole: true }
    default:
      return { host: value, isWhole: true }
  }
}

function networkOf(text: string, where: string): Network {
  const network = readNetwork(text)
  if (network === null)
    throw new Error(`"${text.slice(0, 100)}" is no address or network. Correct it ${where}.`)
  return network
}
