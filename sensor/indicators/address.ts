// IP addresses as numbers and texts, quickly read where a log is full of them.
// SPDX-License-Identifier: EUPL-1.2

/** The text of RFC 5952 for sixteen bytes, the dotted one for four. */
export function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0))
  const { start, length } = longestZeros(groups)
  const texts = groups.map((group) => group.toString(16))
  if (length < 2) return texts.join(':')
  return `${texts.slice(0, start).join(':')}::${texts.slice(start + length).join(':')}`
}

function longestZeros(groups: readonly number[]): { readonly start: number; readonly length: number } {
  let best = { start: 0, length: 0 }
  let length = 0
  for (const [at, group] of groups.entries()) {
    length = group === 0 ? length + 1 : 0
    if (length > best.length) best = { start: at - length + 1, length }
  }
  return best
}

/** The number of a dotted IPv4 address; -1 where the text is none. */
export function version4Number(text: string): number {
  if (text.length < 7 || text.length > 15) return -1
  let number = 0
  let part = 0
  let digits = 0
  let dots = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x2e) {
      if (digits === 0) return -1
      number = number * 256 + part
      part = 0
      digits = 0
      dots++
    } else if (unit >= 0x30 && unit <= 0x39) {
      part = part * 10 + unit - 0x30
      digits++
      if (digits > 3 || part > 255) return -1
    } else return -1
  }
  return dots === 3 && digits > 0 ? number * 256 + part : -1
}

export function numberOfBytes(bytes: Uint8Array): number {
  return (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0
}

export function bytesOfNumber(number: number): Uint8Array {
  return Uint8Array.of(number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255)
}
