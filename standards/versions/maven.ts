// Maven versions as a tree of items, and the order that Maven's ComparableVersion (3.9 and 4) gives them.
// SPDX-License-Identifier: EUPL-1.2
import { tooManyDigits } from './key.ts'

export type MavenItem =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'word'; readonly word: string }
  /** A word joined to digits: "rc1", and "rc-1" too. */
  | { readonly kind: 'numbered'; readonly word: string; readonly value: bigint }
  | { readonly kind: 'list'; readonly items: readonly MavenItem[] }

type Draft = Exclude<MavenItem, { kind: 'list' }> | { readonly kind: 'list'; readonly items: Draft[] }

/** Qualifiers in their order; the empty one is the release. Unknown words follow in the order of their text. */
const qualifiers = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp']
const releaseWords = ['ga', 'final', 'release']
export const releaseRank = qualifiers.indexOf('')
export const unknownRank = qualifiers.length

/** Null for what is not printable ASCII without spaces: Maven would take anything, but no such version is meant. */
export function readMavenItems(text: string): readonly MavenItem[] | null {
  if (!/^[\x21-\x7e]+$/.test(text) || !/[0-9A-Za-z]/.test(text) || tooManyDigits(text)) return null
  const root: Draft[] = []
  const lists = parse(text.toLowerCase(), root)
  for (const list of lists.toReversed()) dropIdleItems(list)
  return root
}

function parse(version: string, root: Draft[]): Draft[][] {
  const lists = [root]
  let list = root
  let [start, isDigit, isNumbered] = [0, false, false]
  const openList = () => {
    if (list.length === 0) return
    const items: Draft[] = []
    list.push({ kind: 'list', items })
    lists.push(items)
    list = items
  }
  const close = (end: number) => {
    list.push(end === start ? number('0') : itemOf(version.slice(start, end), isDigit, isNumbered))
    isNumbered = false
  }
  for (let i = 0; i < version.length; i++) {
    const character = version.charAt(i)
    if (character === '.') {
      close(i)
      start = i + 1
    } else if (character === '-') {
      // "rc-1" is "rc1".
      if (i > start && !isDigit && /\d/.test(version.charAt(i + 1))) {
        isNumbered = true
        continue
      }
      close(i)
      start = i + 1
      openList()
    } else if (/\d/.test(character)) {
      if (!isDigit && i > start) {
        isNumbered = true
        openList()
      }
      isDigit = true
    } else {
      if (isDigit && i > start) {
        close(i)
        start = i
        openList()
      }
      isDigit = false
    }
  }
  if (version.length > start) {
    if (!isDigit) openList()
    close(version.length)
  }
  return lists
}

function itemOf(text: string, isDigit: boolean, isNumbered: boolean): Draft {
  if (!isNumbered) return isDigit ? number(text) : { kind: 'word', word: text === 'cr' ? 'rc' : text }
  const plain = text.replaceAll('-', '')
  const digits = plain.search(/\d/)
  const short: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone', cr: 'rc' }
  const written = plain.slice(0, digits)
  const word = Object.hasOwn(short, written) ? (short[written] ?? written) : written
  return { kind: 'numbered', word, value: BigInt(/^\d+/.exec(plain.slice(digits))?.[0] ?? '0') }
}

function number(digits: string): Draft {
  return { kind: 'number', value: BigInt(digits) }
}

/** Zeros and empty lists go at the end, before a word, and before a list that starts with a word. */
function dropIdleItems(list: Draft[]): void {
  for (let i = list.length - 1; i >= 0; i--) {
    const item = list[i]
    const isIdle =
      (item?.kind === 'number' && item.value === 0n) || (item?.kind === 'list' && item.items.length === 0)
    if (!isIdle) continue
    const next = list[i + 1]
    const startOfNext = next?.kind === 'list' ? next.items[0]?.kind : undefined
    if (!next || next.kind === 'word' || startOfNext === 'word' || startOfNext === 'numbered')
      list.splice(i, 1)
  }
}

export function rankOfWord(word: string): number {
  if (releaseWords.includes(word)) return releaseRank
  const rank = qualifiers.indexOf(word)
  return rank < 0 ? unknownRank : rank
}

/**
 * Maven's answer for two versions; null when one is no version. Maven's order is not total ("1-ga1" and "1-ga2" both
 * equal "1", and differ), so a pair may have an answer where no key exists.
 */
export function compareMaven(a: string, b: string): -1 | 0 | 1 | null {
  const [x, y] = [readMavenItems(a), readMavenItems(b)]
  return x && y ? compareLists(x, y) : null
}

function compareLists(a: readonly MavenItem[], b: readonly MavenItem[]): -1 | 0 | 1 {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i], b[i]]
    const step = x && y ? compareItems(x, y) : x ? againstNothing(x) : y ? turned(againstNothing(y)) : 0
    if (step !== 0) return step
  }
  return 0
}

/** How an item stands to the end of the other version. */
export function againstNothing(item: MavenItem): -1 | 0 | 1 {
  if (item.kind === 'number') return item.value === 0n ? 0 : 1
  if (item.kind === 'list') {
    for (const one of item.items) {
      const step = againstNothing(one)
      if (step !== 0) return step
    }
    return 0
  }
  return sign(rankOfWord(item.word) - releaseRank)
}

function compareItems(x: MavenItem, y: MavenItem): -1 | 0 | 1 {
  const level = (item: MavenItem) => (item.kind === 'number' ? 2 : item.kind === 'list' ? 1 : 0)
  if (x.kind === 'number' && y.kind === 'number') return x.value === y.value ? 0 : x.value < y.value ? -1 : 1
  if (x.kind === 'list' && y.kind === 'list') return compareLists(x.items, y.items)
  if (x.kind === 'number' || x.kind === 'list' || y.kind === 'number' || y.kind === 'list')
    return sign(level(x) - level(y))
  const rank = rankOfWord(x.word)
  const step = sign(rank - rankOfWord(y.word))
  if (step !== 0) return step
  if (rank === unknownRank && x.word !== y.word) return x.word < y.word ? -1 : 1
  if (x.kind === 'word' || y.kind === 'word')
    return sign(Number(y.kind === 'word') - Number(x.kind === 'word'))
  return x.value === y.value ? 0 : x.value < y.value ? -1 : 1
}

function turned(step: -1 | 0 | 1): -1 | 0 | 1 {
  return step === 0 ? 0 : step === 1 ? -1 : 1
}

function sign(difference: number): -1 | 0 | 1 {
  return difference === 0 ? 0 : difference < 0 ? -1 : 1
}
