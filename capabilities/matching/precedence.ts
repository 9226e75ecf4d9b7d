// Whose word counts when documents disagree about one product version and one vulnerability.
// SPDX-License-Identifier: EUPL-1.2
import { authorities } from './authority.ts'
import type { Testimony } from './testimony.ts'

export type Ground = 'authority' | 'specificity' | 'time' | 'equals'

export interface Ruling {
  /** `affected` where the own document's answer stands. */
  readonly answer: 'affected' | 'not_affected' | 'cannot_tell'
  /** The testimony that decided; of equals that contradict each other, one that says not affected. */
  readonly decidedBy: Testimony
  readonly ground: Ground
}

const specificities = ['exact', 'range', 'all'] as const

/**
 * By authority, then by specificity (docs/decisions/0011-vex-precedence.md). Time decides only between documents of one
 * publisher, of which the later replaces the earlier; different publishers of equal rank that contradict each other
 * leave nobody able to tell. Null where nothing speaks against `own`.
 */
export function rule(own: Testimony | null, others: readonly Testimony[]): Ruling | null {
  const all = withoutReplaced(own === null ? others : [own, ...others])
  const best = Math.min(...all.map(rankOf))
  const top = all.filter((one) => rankOf(one) === best)
  const clearing = top.find(({ answer }) => answer === 'not_affected')
  if (!clearing) return null
  const isAgreed = top.every(({ answer }) => answer === 'not_affected')
  if (!isAgreed) return { answer: 'cannot_tell', decidedBy: clearing, ground: 'equals' }
  return { answer: 'not_affected', decidedBy: clearing, ground: groundOf(clearing, own) }
}

/** Of one publisher at one rank, only the latest word; two of one instant both stay. */
function withoutReplaced(testimonies: readonly Testimony[]): readonly Testimony[] {
  return testimonies.filter(
    (one) =>
      !testimonies.some(
        (other) => other.publisher === one.publisher && rankOf(other) === rankOf(one) && isLater(other, one),
      ),
  )
}

function isLater(a: Testimony, b: Testimony): boolean {
  return a.statedAt !== null && b.statedAt !== null && a.statedAt > b.statedAt
}

function rankOf({ authority, specificity }: Testimony): number {
  return authorities.indexOf(authority) * specificities.length + specificities.indexOf(specificity)
}

function groundOf(decisive: Testimony, own: Testimony | null): Ground {
  if (own === null || decisive.authority !== own.authority) return 'authority'
  return decisive.specificity !== own.specificity ? 'specificity' : 'time'
}
