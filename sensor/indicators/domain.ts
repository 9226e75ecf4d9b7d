// Names in the DNS: their one form, and the suffixes under which anybody may have a name.
// SPDX-License-Identifier: EUPL-1.2
import { domainToASCII } from 'node:url'
import { indicatorLimits } from './limits.ts'
import publicSuffixes from './public-suffixes.json' with { type: 'json' }

const registries: ReadonlySet<string> = new Set(publicSuffixes.registries)
const suffixes: ReadonlySet<string> = new Set(publicSuffixes.suffixes)

/** The underscore stands in names of services, and in those of many botnets. */
const form = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Small letters, A-labels (IDNA), without the last dot; null where the text is no name. One label is a name here. */
export function canonicalDomain(text: string): string | null {
  // A name of four bytes for each character is still not that long.
  if (text.length > 4 * indicatorLimits.maxDomainUnits) return null
  const bare = text.endsWith('.') ? text.slice(0, -1) : text
  const plain = isAscii(bare) ? bare.toLowerCase() : domainToASCII(bare)
  return plain.length <= indicatorLimits.maxDomainUnits && form.test(plain) ? plain : null
}

export function isPublicSuffix(domain: string): boolean {
  const dot = domain.indexOf('.')
  if (dot === -1 || suffixes.has(domain)) return true
  return domain.length === dot + 3 && registries.has(domain.slice(0, dot))
}

/** True where the name is the suffix or stands below it. */
export function isWithin(name: string, suffix: string): boolean {
  return name === suffix || (name.endsWith(suffix) && name[name.length - suffix.length - 1] === '.')
}

/** The name, then what stands above it, up to the last one that is no public suffix. */
export function* selfAndParents(domain: string): Generator<string> {
  let name = domain
  while (!isPublicSuffix(name)) {
    yield name
    name = name.slice(name.indexOf('.') + 1)
  }
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false
  return true
}
