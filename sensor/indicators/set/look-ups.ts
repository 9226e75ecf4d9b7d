// Looks values up in the sections of an open set: each kind of value in its own way, names with all their parents.
// SPDX-License-Identifier: EUPL-1.2
import { addressBytes, readNetwork } from '../../sigma/addresses.ts'
import { version4Number } from '../address.ts'
import { canonicalDomain, isPublicSuffix } from '../domain.ts'
import { type IndicatorType, indicatorTypes } from '../indicator.ts'
import { indicatorLimits } from '../limits.ts'
import { canonicalUrl } from '../url.ts'
import { typedValue } from '../values.ts'
import type { SetEntry } from './entry.ts'
import { finish, start1, start2, step1, step2 } from './hash.ts'
import type { Networks } from './networks.ts'
import { bytesOfValue, type HashedType, hashedTypes } from './records.ts'
import type { Section } from './section.ts'

/** Answers are from the most particular to the widest; nothing is said of expiry or allow-lists. */
export interface IndicatorSet {
  readonly size: number
  readonly counts: Readonly<Record<IndicatorType, number>>
  /** What is held in memory, in bytes. */
  readonly memoryBytes: number
  /** The name and all names above it. */
  findName(name: string): readonly SetEntry[]
  findAddress(text: string): readonly SetEntry[]
  /** MD5, SHA-1 or SHA-256, told apart by their length. */
  findHash(text: string): readonly SetEntry[]
  /** With its query and without; then its host. */
  findUrl(text: string): readonly SetEntry[]
  /** The address; then its domain. */
  findEmail(text: string): readonly SetEntry[]
  /** Exactly this indicator, by type and value. */
  get(type: IndicatorType, value: string): SetEntry | null
  entries(): Iterable<SetEntry>
  /** Of a set from a file; look-ups after it fail. */
  close(): void
}

const nothing: readonly SetEntry[] = []
const hashOfLength: Readonly<Partial<Record<number, 'md5' | 'sha1' | 'sha256'>>> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
}

export function lookUps(
  sections: Readonly<Record<HashedType, Section>>,
  v4: Networks,
  v6: Networks,
  memoryBytes: number,
  close: () => void,
): IndicatorSet {
  const scratch = new Uint8Array(indicatorLimits.maxUrlUnits)
  const word = new Uint32Array(1)
  const into = { hi: 0, lo: 0 }
  const counts = Object.fromEntries(
    indicatorTypes.map((type) => [type, type === 'cidr' ? v4.count + v6.count : sections[type].count]),
  ) as Record<IndicatorType, number>
  const one = (entry: SetEntry | null): readonly SetEntry[] => (entry === null ? nothing : [entry])

  function findName(name: string): readonly SetEntry[] {
    const { domain } = sections
    if (domain.count === 0) return nothing
    let length = lowered(name, scratch)
    if (length === -1) {
      const plain = canonicalDomain(name)
      if (plain === null) return nothing
      length = lowered(plain, scratch)
    }
    return suffixes(length)
  }

  /** From the end, so that the fingerprint of each parent is met on the way. */
  function suffixes(length: number): readonly SetEntry[] {
    const { domain } = sections
    let found: SetEntry[] | null = null
    let state1 = start1(domain.seed)
    let state2 = start2(domain.seed)
    let dots = 0
    for (let at = length - 1; at >= 0; at--) {
      const byte = scratch[at] as number
      state1 = step1(state1, byte)
      state2 = step2(state2, byte)
      if (byte === dot) dots++
      if (dots === 0 || (at > 0 && scratch[at - 1] !== dot)) continue
      finish(state1, state2, into)
      const entry = domain.findBy(into.hi, into.lo, scratch, at, length)
      // A set of somebody else may hold what ours never does.
      if (entry !== null && !isPublicSuffix(entry.value)) found = [entry, ...(found ?? [])]
    }
    return found ?? nothing
  }

  function findAddress(text: string): readonly SetEntry[] {
    const number = version4Number(text)
    if (number === -1 && !text.includes(':')) return nothing
    const bytes = number === -1 ? addressBytes(text) : null
    if (number === -1 && bytes === null) return nothing
    if (bytes !== null && bytes.length === 16) return ofVersion6(bytes)
    word[0] = number === -1 ? new DataView((bytes as Uint8Array).buffer).getUint32(0) : number
    for (let at = 0; at < 4; at++) scratch[at] = ((word[0] as number) >>> (24 - 8 * at)) & 255
    const own = sections.ipv4.find(scratch, 0, 4)
    const wider = v4.find(word)
    return own === null ? wider : [own, ...wider]
  }

  function ofVersion6(bytes: Uint8Array): readonly SetEntry[] {
    const view = new DataView(bytes.buffer, bytes.byteOffset, 16)
    const own = sections.ipv6.find(bytes, 0, 16)
    const wider = v6.find(Uint32Array.from([0, 4, 8, 12], (at) => view.getUint32(at)))
    return own === null ? wider : [own, ...wider]
  }

  function findUrl(text: string): readonly SetEntry[] {
    const url = canonicalUrl(text)
    if (url === null) return nothing
    const whole = findText('url', url.whole)
    const path = url.whole === url.withoutQuery ? null : findText('url', url.withoutQuery)
    const host = addressBytes(url.host) === null ? findName(url.host) : findAddress(url.host)
    return whole === null && path === null ? host : [...one(whole), ...one(path), ...host]
  }

  function findText(type: HashedType, value: string): SetEntry | null {
    const bytes = bytesOfValue(type, value)
    return bytes === null ? null : sections[type].find(bytes, 0, bytes.length)
  }

  function findEmail(text: string): readonly SetEntry[] {
    const value = typedValue('email', text)
    if ('because' in value) return nothing
    const domain = findName(value.value.slice(value.value.lastIndexOf('@') + 1))
    const own = findText('email', value.value)
    return own === null ? domain : [own, ...domain]
  }

  return {
    size: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    memoryBytes,
    findName,
    findAddress,
    findHash(text) {
      const type = hashOfLength[text.length]
      return type === undefined ? nothing : one(findText(type, text.toLowerCase()))
    },
    findUrl,
    findEmail,
    get(type, value) {
      if (type !== 'cidr') return findText(type, value)
      const network = readNetwork(value)
      if (network === null) return null
      return findAddress(value.slice(0, value.indexOf('/'))).find((entry) => entry.value === value) ?? null
    },
    *entries() {
      for (const type of hashedTypes) yield* sections[type].entries()
      yield* v4.entries()
      yield* v6.entries()
    },
    close,
  }
}

const dot = 0x2e

/** Writes a name of ASCII in small letters, without its last dot; gives its length, or -1 where it takes more care. */
function lowered(name: string, into: Uint8Array): number {
  const length = name.endsWith('.') ? name.length - 1 : name.length
  if (length < 1 || length > indicatorLimits.maxDomainUnits) return -1
  for (let at = 0; at < length; at++) {
    const unit = name.charCodeAt(at)
    const isLarge = unit >= 0x41 && unit <= 0x5a
    const isKept =
      (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === dot
    if (!isLarge && !isKept && unit !== 0x5f) return -1
    into[at] = isLarge ? unit | 0x20 : unit
  }
  return length
}
