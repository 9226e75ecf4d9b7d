// Values of indicators in the one form of their type, and the type of a value that comes without one.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes, readNetwork } from '../sigma/addresses.ts'
import { addressText } from './address.ts'
import { canonicalDomain, isPublicSuffix } from './domain.ts'
import type { IndicatorType } from './indicator.ts'
import { indicatorLimits } from './limits.ts'
import { canonicalUrl } from './url.ts'

export type TypedValue =
  | { readonly type: IndicatorType; readonly value: string }
  /** Why it cannot be used: a sentence without its first word, "it …". */
  | { readonly because: string }

/** The kind a list claims; `ip` and `hash` are told apart by the value, `any` by all. */
export type ClaimedType = IndicatorType | 'ip' | 'hash' | 'host' | 'any'

const hashTypes: Readonly<Record<number, IndicatorType>> = { 32: 'md5', 40: 'sha1', 64: 'sha256' }
const hashLengths: Readonly<Partial<Record<ClaimedType, number>>> = { md5: 32, sha1: 40, sha256: 64 }
const hex = /^[0-9a-f]+$/i

/** The text has been freed of what keeps people from clicking (`refang.ts`). */
export function typedValue(claimed: ClaimedType, text: string): TypedValue {
  if (text === '') return { because: 'it is empty' }
  switch (claimed) {
    case 'domain':
      return domainValue(text)
    case 'ip':
    case 'ipv4':
    case 'ipv6':
    case 'cidr':
      return addressValue(claimed, text)
    case 'md5':
    case 'sha1':
    case 'sha256':
    case 'hash':
      return hashValue(claimed, text)
    case 'url':
      return urlValue(text)
    case 'email':
      return emailValue(text)
    case 'host':
      return hostValue(text)
    case 'any':
      return anyValue(text)
  }
}

function domainValue(text: string): TypedValue {
  const value = canonicalDomain(text.replace(/^\*?\./, ''))
  if (value === null) return { because: 'it is no domain name' }
  if (!value.includes('.')) return { because: 'it is one word, which no domain of somebody is' }
  if (isPublicSuffix(value))
    return { because: 'anybody may have a name below it, so that strangers would meet it' }
  return { type: 'domain', value }
}

function addressValue(claimed: ClaimedType, text: string): TypedValue {
  const network = readNetwork(text)
  if (network === null) return { because: 'it is no IP address or network' }
  const isV4 = network.bytes.length === 4
  const type = isV4 ? 'ipv4' : 'ipv6'
  if (network.bits === network.bytes.length * 8) {
    if (claimed === 'ipv4' && !isV4) return { because: 'it is an IPv6 address where IPv4 was announced' }
    if (claimed === 'ipv6' && isV4) return { because: 'it is an IPv4 address where IPv6 was announced' }
    return { type, value: addressText(network.bytes) }
  }
  const least = isV4 ? indicatorLimits.minPrefixV4 : indicatorLimits.minPrefixV6
  if (network.bits < least) return { because: `the network is wider than /${least}` }
  return { type: 'cidr', value: `${addressText(masked(network.bytes, network.bits))}/${network.bits}` }
}

function masked(bytes: Uint8Array, bits: number): Uint8Array {
  return bytes.map((byte, at) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * at))
    return byte & (0xff << (8 - kept)) & 0xff
  })
}

function hashValue(claimed: ClaimedType, text: string): TypedValue {
  const type = hex.test(text) ? hashTypes[text.length] : undefined
  if (type === undefined || (hashLengths[claimed] ?? text.length) !== text.length)
    return { because: 'it is no MD5, SHA-1 or SHA-256 of the length announced' }
  return { type, value: text.toLowerCase() }
}

function urlValue(text: string): TypedValue {
  const url = canonicalUrl(text)
  if (url === null) return { because: 'it is no web address with a host, or a very long one' }
  if (addressBytes(url.host) === null && !url.host.includes('.'))
    return { because: 'its host is one word, which is a machine inside' }
  return { type: 'url', value: url.whole }
}

function emailValue(text: string): TypedValue {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = canonicalDomain(text.slice(at + 1))
  if (at < 1 || text.length > indicatorLimits.maxEmailUnits || domain === null || !domain.includes('.'))
    return { because: 'it is no mail address' }
  if (!/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/.test(local)) return { because: 'it is no mail address' }
  return { type: 'email', value: `${local.toLowerCase()}@${domain}` }
}

/** A name or an address, perhaps with a port. */
function hostValue(text: string): TypedValue {
  const bare = withoutPort(text)
  return addressBytes(bare) === null ? domainValue(bare) : addressValue('ip', bare)
}

function anyValue(text: string): TypedValue {
  if (hex.test(text) && hashTypes[text.length] !== undefined) return hashValue('hash', text)
  if (text.includes('://')) return urlValue(text)
  if (readNetwork(text) !== null) return addressValue('cidr', text)
  if (text.includes('/')) return urlValue(text)
  return text.includes('@') ? emailValue(text) : hostValue(text)
}

/** `evil.example:443` and `[2001:db8::1]:443`, but not `2001:db8::1`. */
export function withoutPort(text: string): string {
  const bracket = /^\[([^\]]{2,45})\](?::\d{1,5})?$/.exec(text)
  if (bracket) return bracket[1] ?? ''
  const port = /^([^:]+):\d{1,5}$/.exec(text)
  return port ? (port[1] ?? '') : text
}
