// IP addresses and networks, IPv4 and IPv6, compared as bytes.
// SPDX-License-Identifier: EUPL-1.2

/** Four or sixteen bytes; IPv4 written in IPv6 (::ffff:10.0.0.1) counts as IPv4. Null: not an address. */
export function addressBytes(text: string): Uint8Array | null {
  if (text.length > 64) return null
  return text.includes(':') ? version6(text) : version4(text)
}

export interface Network {
  readonly bytes: Uint8Array
  readonly bits: number
}

export function readNetwork(text: string): Network | null {
  const [address = '', length, ...rest] = text.trim().split('/')
  const bytes = addressBytes(address)
  if (bytes === null || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return null
  const given = length === undefined ? bytes.length * 8 : Number(length)
  // An IPv4 network written in IPv6 counts its prefix from the IPv6 address.
  const bits = bytes.length === 4 && address.includes(':') && length !== undefined ? given - 96 : given
  return bits < 0 || bits > bytes.length * 8 ? null : { bytes, bits }
}

export function inNetwork(bytes: Uint8Array, network: Network): boolean {
  if (bytes.length !== network.bytes.length) return false
  const whole = network.bits >> 3
  for (let at = 0; at < whole; at++) if (bytes[at] !== network.bytes[at]) return false
  const rest = network.bits & 7
  if (rest === 0) return true
  const mask = (0xff << (8 - rest)) & 0xff
  return ((bytes[whole] ?? 0) & mask) === ((network.bytes[whole] ?? 0) & mask)
}

function version4(text: string): Uint8Array | null {
  const parts = text.trim().split('.')
  if (parts.length !== 4) return null
  const bytes = new Uint8Array(4)
  for (const [at, part] of parts.entries()) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null
    bytes[at] = Number(part)
  }
  return bytes
}

function version6(text: string): Uint8Array | null {
  const plain = text
    .trim()
    .replace(/%.*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  const four = tail ? version4(tail[2] ?? '') : null
  if (tail && !four) return null
  const groups = four ? `${tail?.[1] ?? ''}${hex(four, 0)}:${hex(four, 2)}` : plain
  const halves = groups.split('::')
  if (halves.length > 2) return null
  const [head = [], end = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - end.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const all = [...head, ...Array.from({ length: missing }, () => '0'), ...end]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null
  const bytes = Uint8Array.from(
    all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]),
  )
  const mapped = bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
  return mapped ? bytes.slice(12) : bytes
}

function hex(bytes: Uint8Array, at: number): string {
  return (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16)
}
