// A second, independent order of Debian versions, walking both texts as Debian Policy 5.6.12 tells it; for tests only.
// SPDX-License-Identifier: EUPL-1.2

export function compareDeb(a: string, b: string): number {
  const x = cut(a)
  const y = cut(b)
  return (
    Math.sign(x.epoch - y.epoch) || comparePart(x.upstream, y.upstream) || comparePart(x.revision, y.revision)
  )
}

function cut(version: string) {
  const [epoch, rest] = version.includes(':')
    ? [Number(version.slice(0, version.indexOf(':'))), version.slice(version.indexOf(':') + 1)]
    : [0, version]
  const dash = rest.lastIndexOf('-')
  return dash < 0
    ? { epoch, upstream: rest, revision: '' }
    : { epoch, upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) }
}

function comparePart(a: string, b: string): number {
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    while (isText(a[i]) || isText(b[j])) {
      const difference = order(a[i]) - order(b[j])
      if (difference !== 0) return Math.sign(difference)
      i++
      j++
    }
    let [x, y] = ['', '']
    while (isDigit(a[i])) x += a[i++]
    while (isDigit(b[j])) y += b[j++]
    const difference = BigInt(x || '0') - BigInt(y || '0')
    if (difference !== 0n) return difference < 0n ? -1 : 1
  }
  return 0
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}

function isText(character: string | undefined): boolean {
  return character !== undefined && !isDigit(character)
}

function order(character: string | undefined): number {
  if (character === undefined || isDigit(character)) return 0
  if (character === '~') return -1
  return /[a-z]/i.test(character) ? character.charCodeAt(0) : character.charCodeAt(0) + 256
}
