// Which addresses of the network a feed may be fetched from: public ones, and private ones that the operator lists.
// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export type Block = ReturnType<typeof ipaddr.parseCIDR>
type Address = ReturnType<typeof ipaddr.process>

/** Ranges that look public, but answer with the secrets of a cloud machine. */
const metadataAddresses = ['168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254']

export function parseBlocks(blocks: readonly string[]): readonly Block[] {
  return blocks.map((block) => {
    if (isIP(block)) return ipaddr.parseCIDR(`${block}/${isIP(block) === 4 ? 32 : 128}`)
    if (!ipaddr.isValidCIDR(block))
      throw new Error(
        `SALUS_FEED_PRIVATE_ADDRESSES names ${JSON.stringify(block)}, which is no address block. Write it as 10.20.0.0/16.`,
      )
    return ipaddr.parseCIDR(block)
  })
}

/** `http:` goes to listed private addresses only: on the open internet anybody could change what is read. */
export function mayConnect(address: string, protocol: string, listed: readonly Block[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (isListed(parsed, listed)) return protocol === 'http:' || protocol === 'https:'
  return protocol === 'https:' && isPublic(parsed)
}

function isPublic(address: Address): boolean {
  // Everything but plain unicast is special: private, loopback, link-local, multicast, tunnels, documentation.
  return address.range() === 'unicast' && !metadataAddresses.includes(address.toString())
}

function isListed(address: Address, listed: readonly Block[]): boolean {
  return listed.some((block) => {
    const [network, bits] = block
    return network.kind() === address.kind() && address.match(network, bits)
  })
}
