// Second, independent orders of package versions, walking the texts as each ecosystem's rules tell; for tests only.
// SPDX-License-Identifier: EUPL-1.2

/** apk-tools 3: token by token; the kinds of token are ranked in the order of the grammar. */
export function compareApk(a: string, b: string): number {
  const kinds = ['initial', 'digits', 'letter', 'suffix', 'suffixNumber', 'hash', 'revision', 'end']
  const suffixes = ['alpha', 'beta', 'pre', 'rc', '', 'cvs', 'svn', 'git', 'hg', 'p']
  const [x, y] = [apkTokens(a), apkTokens(b)]
  for (let i = 0; ; i++) {
    const [one, two] = [x[i] ?? ['end', ''], y[i] ?? ['end', '']]
    const [kindA, textA] = [String(one[0]), String(one[1])]
    const [kindB, textB] = [String(two[0]), String(two[1])]
    if (kindA !== kindB) {
      if (kindA === 'suffix' && suffixes.indexOf(textA) < 4) return -1
      if (kindB === 'suffix' && suffixes.indexOf(textB) < 4) return 1
      return kinds.indexOf(kindA) > kinds.indexOf(kindB) ? -1 : 1
    }
    if (kindA === 'end') return 0
    const asText =
      kindA === 'letter' || kindA === 'hash' || (kindA === 'digits' && (textA[0] === '0' || textB[0] === '0'))
    const step =
      kindA === 'suffix'
        ? suffixes.indexOf(textA) - suffixes.indexOf(textB)
        : asText
          ? compareText(textA, textB)
          : compareNumbers(textA, textB)
    if (step !== 0) return Math.sign(step)
  }
}

function apkTokens(text: string): [string, string][] {
  const tokens: [string, string][] = []
  let rest = text
  const take = (kind: string, pattern: RegExp) => {
    const match = pattern.exec(rest)
    if (!match) return false
    tokens.push([kind, match[1] ?? ''])
    rest = rest.slice(match[0].length)
    return true
  }
  take('initial', /^(\d+)/)
  while (take('digits', /^\.(\d+)/));
  take('letter', /^([a-z])/)
  while (take('suffix', /^_([a-z]+)/)) take('suffixNumber', /^(\d+)/)
  take('hash', /^~([0-9a-f]+)/)
  take('revision', /^-r(\d+)/)
  return tokens
}

/** Gem::Version: canonical segments, the shorter list goes on with zeros, a word is below any number. */
export function compareGem(a: string, b: string): number {
  const [x, y] = [gemSegments(a), gemSegments(b)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [one, two] = [x[i] ?? '0', y[i] ?? '0']
    const [wordA, wordB] = [/[a-z]/i.test(one), /[a-z]/i.test(two)]
    if (wordA !== wordB) return wordA ? -1 : 1
    const step = wordA ? compareText(one, two) : compareNumbers(one, two)
    if (step !== 0) return step
  }
  return 0
}

function gemSegments(text: string): string[] {
  const all =
    text
      .split('-')
      .join('.pre.')
      .match(/\d+|[a-z]+/gi) ?? []
  const numbers: string[] = []
  while (all.length > 0 && /^\d/.test(all[0] ?? '')) numbers.push(all.shift() ?? '')
  for (const list of [numbers, all]) while (/^0+$/.test(list.at(-1) ?? '')) list.pop()
  return [...numbers, ...all]
}

/** NuGet's VersionComparer: four integers, then labels, integers below words, without regard to case. */
export function compareNuget(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => {
    const [plain = ''] = text.split('+')
    const dash = plain.indexOf('-')
    return {
      core: (dash < 0 ? plain : plain.slice(0, dash)).split('.'),
      labels: dash < 0 ? null : plain.slice(dash + 1).split('.'),
    }
  })
  if (!x || !y) return 0
  for (let i = 0; i < 4; i++) {
    const step = Number(x.core[i] ?? 0) - Number(y.core[i] ?? 0)
    if (step !== 0) return Math.sign(step)
  }
  if (!x.labels || !y.labels) return Number(x.labels === null) - Number(y.labels === null)
  for (let i = 0; i < Math.max(x.labels.length, y.labels.length); i++) {
    const [one, two] = [x.labels[i], y.labels[i]]
    if (one === undefined || two === undefined) return one === undefined ? -1 : 1
    const [m, n] = [int32(one), int32(two)]
    const step =
      m !== null && n !== null
        ? m - n
        : m !== null || n !== null
          ? Number(m === null) - Number(n === null)
          : compareText(one.toUpperCase(), two.toUpperCase())
    if (step !== 0) return Math.sign(step)
  }
  return 0
}

function int32(text: string): number | null {
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : null
}

/** PHP's version_compare on Composer's normal form, which is given in parts: numbers, stability with its number, dev. */
export interface PhpParts {
  readonly numbers: readonly number[]
  readonly stability: readonly ['alpha' | 'beta' | 'RC' | 'patch', number | null] | null
  readonly dev: boolean
}

export function writePhp({ numbers, stability, dev }: PhpParts): string {
  const level = stability ? `-${stability[0]}${stability[1] ?? ''}` : ''
  return `${numbers.join('.')}${level}${dev ? '-dev' : ''}`
}

export function comparePhp(a: PhpParts, b: PhpParts): number {
  const forms = ['dev', 'alpha', 'beta', 'RC', '#', 'patch']
  const [x, y] = [phpWords(a), phpWords(b)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [one, two] = [x[i], y[i]]
    if (typeof one === 'number' && typeof two === 'number') {
      if (one !== two) return Math.sign(one - two)
      continue
    }
    if (one === undefined && typeof two === 'number') return -1
    if (two === undefined && typeof one === 'number') return 1
    const rank = (word: string | number | undefined) => forms.indexOf(typeof word === 'string' ? word : '#')
    if (rank(one) !== rank(two)) return Math.sign(rank(one) - rank(two))
  }
  return 0
}

function phpWords({ numbers, stability, dev }: PhpParts): (number | string)[] {
  const four = [...numbers, 0, 0, 0].slice(0, 4)
  const level = stability ? [stability[0], ...(stability[1] === null ? [] : [stability[1]])] : []
  return [...four, ...level, ...(dev ? ['dev'] : [])]
}

/** Gentoo's specification, algorithms 3.1 to 3.7. */
export function compareGentoo(a: string, b: string): number {
  const pattern = /^([\d.]+)([a-z]?)((?:_[a-z]+\d*)*)(?:-r(\d+))?$/
  const [x, y] = [pattern.exec(a) ?? [], pattern.exec(b) ?? []]
  const [m, n] = [(x[1] ?? '').split('.'), (y[1] ?? '').split('.')]
  for (let i = 0; i < Math.min(m.length, n.length); i++) {
    const [one, two] = [m[i] ?? '', n[i] ?? '']
    const asText = i > 0 && (one.startsWith('0') || two.startsWith('0'))
    const step = asText
      ? compareText(one.replace(/0+$/, ''), two.replace(/0+$/, ''))
      : compareNumbers(one, two)
    if (step !== 0) return step
  }
  if (m.length !== n.length) return m.length < n.length ? -1 : 1
  const letter = compareText(x[2] ?? '', y[2] ?? '')
  if (letter !== 0) return letter
  const [p, q] = [x[3] ?? '', y[3] ?? ''].map((text) => text.split('_').slice(1))
  for (let i = 0; i < Math.max(p?.length ?? 0, q?.length ?? 0); i++) {
    const [one, two] = [p?.[i], q?.[i]]
    if (one === undefined) return two?.startsWith('p') && !two.startsWith('pre') ? -1 : 1
    if (two === undefined) return one.startsWith('p') && !one.startsWith('pre') ? 1 : -1
    const [nameA, nameB] = [one.replace(/\d/g, ''), two.replace(/\d/g, '')]
    const ranks = ['alpha', 'beta', 'pre', 'rc', 'p']
    const step =
      Math.sign(ranks.indexOf(nameA) - ranks.indexOf(nameB)) ||
      compareNumbers(one.replace(/\D/g, '') || '0', two.replace(/\D/g, '') || '0')
    if (step !== 0) return step
  }
  return compareNumbers(x[4] ?? '0', y[4] ?? '0')
}

/** pacman's vercmp without releases and epochs: separators, then segments, a word below the end. */
export function compareAlpm(a: string, b: string): number {
  let [x, y] = [a, b]
  while (x !== '' && y !== '') {
    const [one, two] = [/^[^a-z0-9]*/i.exec(x)?.[0] ?? '', /^[^a-z0-9]*/i.exec(y)?.[0] ?? '']
    if (one.length !== two.length) return one.length < two.length ? -1 : 1
    x = x.slice(one.length)
    y = y.slice(two.length)
    const pattern = /^\d/.test(x) ? /^\d+/ : /^[a-z]+/i
    const [m, n] = [pattern.exec(x)?.[0] ?? '', pattern.exec(y)?.[0] ?? '']
    if (n === '') return /^\d/.test(x) ? 1 : -1
    const step = /^\d/.test(m) ? compareNumbers(m, n) : compareText(m, n)
    if (step !== 0) return step
    x = x.slice(m.length)
    y = y.slice(n.length)
  }
  if (x === y) return 0
  return (x === '' && !/^[a-z]/i.test(y)) || /^[a-z]/i.test(x) ? -1 : 1
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function compareNumbers(a: string, b: string): number {
  const [x, y] = [BigInt(a), BigInt(b)]
  return x === y ? 0 : x < y ? -1 : 1
}
