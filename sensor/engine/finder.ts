// Finds many words in a text in one pass (Aho-Corasick), its table packed by row displacement into typed arrays.
// SPDX-License-Identifier: EUPL-1.2

export interface WordFinder {
  /** Calls `hit` with each word that ends at a place of the text, and that place. */
  scan(text: string, hit: (word: number, end: number) => void): void
  foundAny(text: string): boolean
  readonly states: number
  readonly bytes: number
}

/** One alphabet for all finders: a table of 64 Ki entries for each would cost more than the finders. */
const classOf = new Uint16Array(0x10000)
let classes = 1

export function wordFinder(words: readonly string[]): WordFinder {
  const trie = trieOf(words)
  const { fail, order } = failuresOf(trie)
  const table = packed(trie, order)
  const root = new Int32Array(classes)
  for (let child = trie.child[0] ?? 0; child !== 0; child = trie.sibling[child] ?? 0)
    root[trie.unit[child] ?? 0] = child
  const { wordAt, base } = { wordAt: trie.wordAt, base: table.base }
  const { check, next } = table
  /** Nearest state along the failures that ends a word, the state itself first. */
  const ends = new Int32Array(trie.states)
  const shorter = new Int32Array(trie.states)
  for (const state of order) {
    const below = ends[fail[state] ?? 0] ?? 0
    shorter[state] = below
    ends[state] = (wordAt[state] ?? -1) >= 0 ? state : below
  }
  const known = root.length

  const step = (from: number, unit: number): number => {
    const unitClass = classOf[unit] as number
    if (unitClass === 0 || unitClass >= known) return 0
    let state = from
    for (;;) {
      if (state === 0) return root[unitClass] as number
      const at = (base[state] as number) + unitClass
      if (check[at] === state) return next[at] as number
      state = fail[state] as number
    }
  }
  return {
    scan(text, hit) {
      let state = 0
      for (let at = 0; at < text.length; at++) {
        state = step(state, text.charCodeAt(at))
        for (let end = ends[state] as number; end !== 0; end = shorter[end] as number)
          hit(wordAt[end] as number, at + 1)
      }
    },
    foundAny(text) {
      let state = 0
      for (let at = 0; at < text.length; at++) {
        state = step(state, text.charCodeAt(at))
        if (ends[state] !== 0) return true
      }
      return false
    },
    states: trie.states,
    bytes: 4 * (trie.states * 5 + root.length + check.length * 2),
  }
}

interface Trie {
  readonly states: number
  readonly child: Int32Array
  readonly sibling: Int32Array
  readonly unit: Uint16Array
  readonly wordAt: Int32Array
}

function trieOf(words: readonly string[]): Trie {
  const most = 1 + words.reduce((sum, word) => sum + word.length, 0)
  const child = new Int32Array(most)
  const sibling = new Int32Array(most)
  const unit = new Uint16Array(most)
  const wordAt = new Int32Array(most).fill(-1)
  let states = 1
  for (const [index, word] of words.entries()) {
    let state = 0
    for (let at = 0; at < word.length; at++) {
      const unitClass = classFor(word.charCodeAt(at))
      let found = child[state] as number
      while (found !== 0 && unit[found] !== unitClass) found = sibling[found] as number
      if (found === 0) {
        found = states++
        unit[found] = unitClass
        sibling[found] = child[state] as number
        child[state] = found
      }
      state = found
    }
    if (state !== 0) wordAt[state] = index
  }
  const cut = <List extends Int32Array | Uint16Array>(list: List) => list.slice(0, states) as List
  return { states, child: cut(child), sibling: cut(sibling), unit: cut(unit), wordAt: cut(wordAt) }
}

function classFor(unit: number): number {
  const known = classOf[unit] as number
  if (known !== 0) return known
  classOf[unit] = classes
  return classes++
}

/** Failures by breadth, which is also the order in which everything else may be derived. */
function failuresOf(trie: Trie): { readonly fail: Int32Array; readonly order: Int32Array } {
  const fail = new Int32Array(trie.states)
  const order = new Int32Array(trie.states)
  let tail = 1
  for (let head = 0; head < tail; head++) {
    const parent = order[head] as number
    for (let child = trie.child[parent] as number; child !== 0; child = trie.sibling[child] as number) {
      order[tail++] = child
      if (parent === 0) continue
      let state = fail[parent] as number
      let target = childBy(trie, state, trie.unit[child] as number)
      while (target === 0 && state !== 0) {
        state = fail[state] as number
        target = childBy(trie, state, trie.unit[child] as number)
      }
      fail[child] = target
    }
  }
  return { fail, order }
}

function childBy(trie: Trie, state: number, unitClass: number): number {
  let child = trie.child[state] as number
  while (child !== 0 && trie.unit[child] !== unitClass) child = trie.sibling[child] as number
  return child
}

const maxTries = 32

/** Every state's few ways on, laid into one another: a state's way by class c stands at base + c, and says whose it is. */
function packed(trie: Trie, order: Int32Array) {
  const base = new Int32Array(trie.states)
  let check = new Int32Array(trie.states * 2 + classes * 2).fill(-1)
  let next = new Int32Array(check.length)
  // Begins one alphabet in, so that a state with one way on can always take the first free place.
  let free = classes
  let start = free
  let used = 0
  const grow = (wanted: number) => {
    if (wanted < check.length) return
    const longer = new Int32Array(Math.max(wanted + classes, check.length * 2)).fill(-1)
    longer.set(check)
    check = longer
    const longerNext = new Int32Array(longer.length)
    longerNext.set(next)
    next = longerNext
  }
  for (const state of order) {
    if (state === 0) continue
    const units: number[] = []
    for (let child = trie.child[state] as number; child !== 0; child = trie.sibling[child] as number)
      units.push(trie.unit[child] as number)
    if (units.length === 0) continue
    while (check[free] !== undefined && check[free] !== -1) free++
    const lowest = Math.min(...units)
    let at = (units.length === 1 ? free : Math.max(free, start)) - lowest
    let tries = 0
    for (;;) {
      grow(at + classes)
      if (units.every((unit) => check[at + unit] === -1)) break
      at++
      tries++
    }
    base[state] = at
    // What lies before is too crowded for states with several ways; states with one fill it.
    if (tries > maxTries) start = at + lowest
    for (let child = trie.child[state] as number; child !== 0; child = trie.sibling[child] as number) {
      const place = at + (trie.unit[child] as number)
      check[place] = state
      next[place] = child
      used = Math.max(used, place)
    }
  }
  // A look-up may reach one alphabet beyond the last entry.
  const length = used + classes + 1
  return { base, check: check.slice(0, length), next: next.slice(0, length) }
}
