// The difference between two texts line by line, within bounds of time and memory.
// SPDX-License-Identifier: EUPL-1.2

export interface Line {
  readonly kind: 'same' | 'added' | 'removed'
  /** Number of the line in the older and in the newer text, from 1. */
  readonly before: number | null
  readonly after: number | null
  readonly text: string
}

export interface LineComparison {
  /** Changed lines with some around them; null stands for lines left out. */
  readonly lines: readonly (Line | null)[]
  readonly isCut: boolean
}

/** Lines of one text. */
export const maxLinesCompared = 60_000
/** Added and removed together; with the number of lines it bounds the time. */
export const maxLineEdits = 800
export const maxLinesShown = 600
const linesAround = 3

/** Null where the texts are too long or too different to be set side by side. */
export function compareLines(before: readonly string[], after: readonly string[]): LineComparison | null {
  if (before.length > maxLinesCompared || after.length > maxLinesCompared) return null
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const numberOf = numbers()
  const edits = findEdits(
    before.slice(start, before.length - end).map(numberOf),
    after.slice(start, after.length - end).map(numberOf),
  )
  if (edits === null) return null
  const [same, first] = ['same' as const, Math.max(0, start - linesAround - 1)]
  const lead = new Array<typeof same>(start - first).fill(same)
  const rest = new Array<typeof same>(Math.min(end, linesAround + 1)).fill(same)
  return shown([...lead, ...edits, ...rest], before, after, first)
}

/** Equal lines get equal numbers, which compare in no time however long the lines are. */
function numbers(): (line: string) => number {
  const known = new Map<string, number>()
  return (line) => {
    const number = known.get(line) ?? known.size
    known.set(line, number)
    return number
  }
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  let count = 0
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1
  return count
}

function commonEnd(before: readonly string[], after: readonly string[], start: number): number {
  const most = Math.min(before.length, after.length) - start
  let count = 0
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1
  return count
}

/** E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986; given up beyond `maxLineEdits`. */
function findEdits(before: readonly number[], after: readonly number[]): readonly Line['kind'][] | null {
  const most = Math.min(maxLineEdits, before.length + after.length)
  const offset = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(furthest.slice(offset - edits - 1, offset + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepInto(furthest, offset, diagonal, edits)
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1
      furthest[offset + diagonal] = x
      if (x >= before.length && x - diagonal >= after.length)
        return wayBack(trace, before.length, after.length)
    }
  }
  return null
}

function isDown(left: number, right: number, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && left < right)
}

function stepInto(furthest: Int32Array, offset: number, diagonal: number, edits: number): number {
  const [left = 0, right = 0] = [furthest[offset + diagonal - 1], furthest[offset + diagonal + 1]]
  return isDown(left, right, diagonal, edits) ? right : left + 1
}

function wayBack(
  trace: readonly Int32Array[],
  beforeLength: number,
  afterLength: number,
): readonly Line['kind'][] {
  const kinds: Line['kind'][] = []
  let [x, y] = [beforeLength, afterLength]
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const row = trace[edits]
    const at = (diagonal: number) => row?.[diagonal + edits + 1] ?? 0
    const diagonal = x - y
    const down = isDown(at(diagonal - 1), at(diagonal + 1), diagonal, edits)
    const from = down ? diagonal + 1 : diagonal - 1
    const fromX = edits === 0 ? 0 : at(from)
    const fromY = edits === 0 ? 0 : fromX - from
    while (down ? x > fromX : y > fromY) {
      kinds.push('same')
      x -= 1
      y -= 1
    }
    if (edits === 0) break
    kinds.push(down ? 'added' : 'removed')
    ;[x, y] = [fromX, fromY]
  }
  return kinds.reverse()
}

function shown(
  kinds: readonly Line['kind'][],
  before: readonly string[],
  after: readonly string[],
  start: number,
): LineComparison {
  const isNear = nearChanges(kinds)
  const lines: (Line | null)[] = []
  let [x, y] = [start, start]
  for (const [index, kind] of kinds.entries()) {
    const line = lineOf(kind, x, y, before, after)
    if (kind !== 'added') x += 1
    if (kind !== 'removed') y += 1
    if (!isNear[index]) {
      if (lines.at(-1) !== null) lines.push(null)
      continue
    }
    if (lines.length >= maxLinesShown) return { lines, isCut: true }
    lines.push(line)
  }
  return { lines, isCut: false }
}

function lineOf(
  kind: Line['kind'],
  x: number,
  y: number,
  before: readonly string[],
  after: readonly string[],
): Line {
  const text = (kind === 'added' ? after[y] : before[x]) ?? ''
  return { kind, before: kind === 'added' ? null : x + 1, after: kind === 'removed' ? null : y + 1, text }
}

function nearChanges(kinds: readonly Line['kind'][]): readonly boolean[] {
  const near = new Array<boolean>(kinds.length).fill(false)
  for (const [index, kind] of kinds.entries())
    if (kind !== 'same') near.fill(true, Math.max(0, index - linesAround), index + linesAround + 1)
  return near
}
