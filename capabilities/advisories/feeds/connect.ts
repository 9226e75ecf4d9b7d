// Opens connections only to permitted addresses: checked when the name is resolved for this very connection.
// SPDX-License-Identifier: EUPL-1.2
import { type LookupAddress, lookup } from 'node:dns'
import { isIP } from 'node:net'
import { Agent } from 'undici'
import { type Block, mayConnect } from './address.ts'

export type Resolve = (
  host: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void

/** In `code`, so that the fetcher can tell it from other failures. */
export class AddressRefused extends Error {
  readonly code = 'SALUS_ADDRESS_REFUSED'
}

const connectTimeoutMs = 10_000
const headersTimeoutMs = 20_000
const bodyTimeoutMs = 20_000
const maxConnections = 8

/** A name that resolves differently a second time (DNS rebinding) is checked a second time. */
export function createAgent(
  protocol: string,
  listed: readonly Block[],
  resolve: Resolve = resolveByDns,
): Agent {
  return new Agent({
    connections: maxConnections,
    headersTimeout: headersTimeoutMs,
    bodyTimeout: bodyTimeoutMs,
    maxHeaderSize: 32_768,
    connect: {
      timeout: connectTimeoutMs,
      lookup(host, options, done) {
        resolve(host, (error, addresses) => {
          const permitted = addresses.filter(({ address }) => mayConnect(address, protocol, listed))
          const [first] = permitted
          if (error || first === undefined) done(error ?? refusal(host, addresses), '', 0)
          else if (options.all) done(null, [...permitted])
          else done(null, first.address, first.family)
        })
      },
    },
  })
}

/** Hosts written as an address are never resolved, so they are checked before the request. */
export function isRefusedLiteral(url: URL, listed: readonly Block[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && !mayConnect(host, url.protocol, listed)
}

function resolveByDns(host: string, done: Parameters<Resolve>[1]): void {
  lookup(host, { all: true }, (error, addresses) => done(error, addresses ?? []))
}

function refusal(host: string, addresses: readonly LookupAddress[]): AddressRefused {
  const found = addresses.map(({ address }) => address).slice(0, 3)
  return new AddressRefused(`${host} has no address that may be used (${found.join(', ') || 'none at all'})`)
}
