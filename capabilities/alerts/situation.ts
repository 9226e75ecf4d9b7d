// The situations of affected assets that an urgency can differ by: the most exposed and the most important of them.
// SPDX-License-Identifier: EUPL-1.2
import { exposureBits, roleBits } from '../assets/index.ts'
import type { AssetFacts } from './urgency.ts'

/** `number` is how SQL names it, store/concerned.ts: 12 × exposure + 2 × role + 1 where a role is not stated. */
export interface Situation {
  readonly number: number
  readonly facts: AssetFacts
}

const missingRole = roleBits.length - 1

export const situations: readonly Situation[] = exposureBits.flatMap((exposure, exposureRank) =>
  roleBits.flatMap((role, roleRank) =>
    [0, 1].map((missing) => ({
      number: 12 * exposureRank + 2 * roleRank + missing,
      facts: {
        exposures: [exposure],
        clinicalRoles: missing && roleRank !== missingRole ? [role, null] : [role],
      },
    })),
  ),
)

export function situationOf(number: number): Situation {
  const found = situations[number]
  if (!found) throw new Error(`there is no situation ${number}`)
  return found
}
