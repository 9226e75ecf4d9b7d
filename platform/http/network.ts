// The network that a remote address belongs to, as limits count it.
// SPDX-License-Identifier: EUPL-1.2
import ipaddr from 'ipaddr.js'

/** One household or company holds a whole /64 of IPv6, so it counts as one address. */
export function networkOf(remoteAddress: string): string {
  if (!ipaddr.isValid(remoteAddress)) return remoteAddress.slice(0, 100)
  const address = ipaddr.process(remoteAddress)
  return address.kind() === 'ipv6' ? address.toByteArray().slice(0, 8).join('.') : address.toString()
}
