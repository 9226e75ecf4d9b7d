// Web addresses in one form: host, port if unusual, path and query; the scheme, the user and the fragment do not count.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes } from '../sigma/addresses.ts'
import { addressText } from './address.ts'
import { canonicalDomain } from './domain.ts'
import { indicatorLimits } from './limits.ts'

export interface CanonicalUrl {
  /** `evil.example:8080/a/b?c=d` */
  readonly whole: string
  /** Without the query; the same as `whole` where there is none. */
  readonly withoutQuery: string
  /** A name or an address. */
  readonly host: string
}

const scheme = /^([a-z][a-z0-9+.-]{0,15}):\/\//i
const usualPorts: ReadonlySet<string> = new Set(['', '80', '443', '21'])

/** Null where it is no address of http, https or ftp, or longer than what is compared. */
export function canonicalUrl(text: string): CanonicalUrl | null {
  if (text.length > 2 * indicatorLimits.maxUrlUnits) return null
  const named = scheme.exec(text)?.[1]?.toLowerCase()
  if (named !== undefined && !['http', 'https', 'ftp', 'ftps'].includes(named)) return null
  // What stands in its place does not matter, but only these schemes are parsed as a browser would.
  const rest = named === undefined ? text.replace(/^\/\//, '') : text.slice(named.length + 3)
  const address = `http://${rest}`
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = hostOf(url.hostname)
  if (host === null) return null
  const shown = host.includes(':') ? `[${host}]` : host
  const port = usualPorts.has(url.port) ? '' : `:${url.port}`
  const withoutQuery = `${shown}${port}${samePercent(url.pathname)}`
  const whole = `${withoutQuery}${samePercent(url.search)}`
  return whole.length > indicatorLimits.maxUrlUnits ? null : { whole, withoutQuery, host }
}

function hostOf(hostname: string): string | null {
  const bytes = addressBytes(hostname)
  return bytes === null ? canonicalDomain(hostname) : addressText(bytes)
}

/** RFC 3986 6.2.2: letters in percent codes are large, and what needs no code has none. */
function samePercent(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%([0-9a-f]{2})/gi, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[A-Za-z0-9._~-]/.test(sign) ? sign : code.toUpperCase()
  })
}
