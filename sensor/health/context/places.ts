// Which site and which kind of device an address belongs to: the narrowest network wins.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes, inNetwork, type Network, readNetwork } from '../../sigma/addresses.ts'

export interface Place {
  readonly site: string
  readonly device: string
}

export interface Places {
  /** False: it is no network. */
  add(network: string, place: Place): boolean
  find(address: string): Place | null
  readonly size: () => number
}

const maxRemembered = 50_000

export function placesOf(): Places {
  const known: { readonly network: Network; readonly place: Place }[] = []
  const remembered = new Map<string, Place | null>()
  return {
    add(text, place) {
      const network = readNetwork(text)
      if (network === null) return false
      known.push({ network, place })
      remembered.clear()
      return true
    },
    find(address) {
      const before = remembered.get(address)
      if (before !== undefined) return before
      const bytes = addressBytes(address)
      let best: { readonly network: Network; readonly place: Place } | null = null
      if (bytes !== null)
        for (const one of known)
          if (inNetwork(bytes, one.network) && (best === null || one.network.bits > best.network.bits))
            best = one
      // Logs choose their addresses: without a bound they would fill the memory.
      if (remembered.size >= maxRemembered) remembered.clear()
      remembered.set(address, best?.place ?? null)
      return best?.place ?? null
    },
    size: () => known.length,
  }
}
