// A second, independent order of RPM versions, walking both texts segment by segment; for tests only.
// SPDX-License-Identifier: EUPL-1.2

export function compareRpm(a: string, b: string): number {
  const x = cut(a)
  const y = cut(b)
  const before = Math.sign(x.epoch - y.epoch) || comparePart(x.version, y.version)
  if (before !== 0) return before
  // A version without release sorts before the same version with one: RPM itself would call them equal.
  if (x.release === null || y.release === null) return Number(y.release === null) - Number(x.release === null)
  return comparePart(x.release, y.release)
}

function cut(text: string) {
  const colon = text.indexOf(':')
  const body = text.slice(colon + 1)
  const dash = body.lastIndexOf('-')
  return {
    epoch: colon < 0 ? 0 : Number(text.slice(0, colon)),
    version: dash < 0 ? body : body.slice(0, dash),
    release: dash < 0 ? null : body.slice(dash + 1),
  }
}

function comparePart(a: string, b: string): number {
  let x = a
  let y = b
  for (;;) {
    x = x.replace(/^[^0-9A-Za-z~^]+/, '')
    y = y.replace(/^[^0-9A-Za-z~^]+/, '')
    if (x.startsWith('~') || y.startsWith('~')) {
      if (!x.startsWith('~')) return 1
      if (!y.startsWith('~')) return -1
      x = x.slice(1)
      y = y.slice(1)
      continue
    }
    if (x.startsWith('^') || y.startsWith('^')) {
      if (x === '') return -1
      if (y === '') return 1
      if (!x.startsWith('^')) return 1
      if (!y.startsWith('^')) return -1
      x = x.slice(1)
      y = y.slice(1)
      continue
    }
    if (x === '' || y === '') return Number(x !== '') - Number(y !== '')
    const pattern = /^\d/.test(x) ? /^\d+/ : /^[A-Za-z]+/
    const one = pattern.exec(x)?.[0] ?? ''
    const two = pattern.exec(y)?.[0] ?? ''
    if (two === '') return /^\d/.test(x) ? 1 : -1
    x = x.slice(one.length)
    y = y.slice(two.length)
    const step = /^\d/.test(one) ? compareDigits(one, two) : one === two ? 0 : one < two ? -1 : 1
    if (step !== 0) return step
  }
}

function compareDigits(one: string, two: string): number {
  return BigInt(one) === BigInt(two) ? 0 : BigInt(one) < BigInt(two) ? -1 : 1
}
