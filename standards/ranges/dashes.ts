// Tells the dash of a range ("12.4.1-12.4.11") from the dash inside a version ("6.1.1-2").
// SPDX-License-Identifier: EUPL-1.2
import { compareVersions } from '../versions/index.ts'
import { sign } from './phrases.ts'

const version = '[vr]?\\d+(?:\\.\\d+)*[a-z]?'
const spaced = new RegExp(
  `(?<![\\p{L}\\d.])(${version}) - ?(${version})(?![\\p{L}\\d.])|(?<![\\p{L}\\d.])(${version}) -(${version})(?![\\p{L}\\d.])`,
  'giu',
)
const tight = new RegExp(`^(${version})-(${version})$`, 'i')
const letters = /^((?:rev(?:ision)?\.? )?)([a-z]) ?- ?([a-z])$/i

export function splitDashes(text: string): string {
  return text
    .replace(spaced, (_, a, b, c, d) => `${a ?? c} ${sign.between} ${b ?? d}`)
    .split(/([|,;∧])/)
    .map(splitTight)
    .join('')
}

// Two equal shapes in rising order are a range; 02.31.114.12-40 and 2018-1 are versions.
function splitTight(part: string): string {
  const match = tight.exec(part.trim())
  if (match?.[1] !== undefined && match[2] !== undefined) {
    const [, from, to] = match
    const rising = compareVersions('generic', from, to) === -1
    return rising && shape(from) === shape(to) && !isPartNumber(from)
      ? ` ${from} ${sign.between} ${to} `
      : part
  }
  const range = letters.exec(part.trim())
  if (range?.[2] !== undefined && range[3] !== undefined && range[2].toLowerCase() < range[3].toLowerCase()) {
    return ` ${range[2]} ${sign.between} ${range[3]} `
  }
  return part
}

// 640-731 is an order code; years, two digits and V175-V189 are ranges.
function isPartNumber(from: string): boolean {
  return /^(?:\d{3}|\d{5,})$/.test(from)
}

// One number on each side is a range only with as many digits: 20-33, 2014-2016, but not the month 2021-05.
function shape(text: string): string {
  const plain = text.toLowerCase().replace(/(?<=\d)[a-z]$/, 'a')
  return plain.includes('.') ? plain.replace(/\d+/g, '9') : plain.replace(/\d/g, '9')
}
