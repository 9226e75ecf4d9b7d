// Finds words of which a text must contain one for a regular expression to match: the index looks for them first.
// SPDX-License-Identifier: EUPL-1.2
import type { CharSet, RegexNode } from './node.ts'

const maxLiterals = 64
const minUnits = 3

/** Lower-case ASCII words, any one of which must be in the lower-cased text; null where there is no such list. */
export function requiredLiterals(node: RegexNode): readonly string[] | null {
  switch (node.kind) {
    case 'sequence':
      return ofSequence(node.of)
    case 'choice': {
      const all = node.of.map(requiredLiterals)
      if (all.some((literals) => literals === null)) return null
      const joined = all.flatMap((literals) => literals ?? [])
      return joined.length > maxLiterals ? null : joined
    }
    case 'repeat':
      return node.min > 0 ? requiredLiterals(node.of) : null
    default:
      return ofSequence([node])
  }
}

function ofSequence(parts: readonly RegexNode[]): readonly string[] | null {
  let best: readonly string[] | null = null
  let run = ''
  const offer = (literals: readonly string[] | null) => {
    if (literals && (best === null || worth(literals) > worth(best))) best = literals
  }
  const close = () => {
    if (run.length >= minUnits) offer([run])
    run = ''
  }
  for (const part of flattened(parts)) {
    const letter = part.kind === 'set' ? foldedUnit(part.set) : null
    if (letter !== null) run += letter
    else {
      close()
      if (part.kind !== 'set' && part.kind !== 'assert') offer(requiredLiterals(part))
    }
  }
  close()
  return best
}

function flattened(parts: readonly RegexNode[]): readonly RegexNode[] {
  return parts.flatMap((part) => (part.kind === 'sequence' ? flattened(part.of) : [part]))
}

function worth(literals: readonly string[]): number {
  return Math.min(...literals.map((literal) => literal.length)) - literals.length / 8
}

/** The one letter that every unit of the set becomes when lower-cased; only ASCII, where that is certain. */
function foldedUnit(set: CharSet): string | null {
  if (set.negated || set.ranges.length > 4) return null
  let letter: string | null = null
  for (let at = 0; at < set.ranges.length; at += 2) {
    const unit = set.ranges[at] ?? 0
    if (unit !== set.ranges[at + 1] || unit >= 128) return null
    const lower = String.fromCharCode(unit).toLowerCase()
    if (letter !== null && letter !== lower) return null
    letter = lower
  }
  return letter
}
