// All planted cases of a week, misuse and look-alikes.
// SPDX-License-Identifier: EUPL-1.2
import type { World } from '../world/world.ts'
import { plantAccounts } from './accounts.ts'
import { plantCarrying } from './carrying.ts'
import { plantCollecting } from './collecting.ts'
import { plantCurious } from './curious.ts'
import { plantLookAlikePeople } from './look-alike-people.ts'
import { plantLookAlikeTurns } from './look-alike-turns.ts'
import { plantLookAlikes } from './look-alikes.ts'
import { peopleOf } from './people.ts'
import { type Plan, planOf } from './plan.ts'

export function casesOf(world: World): Plan {
  const plan = planOf(world)
  const people = peopleOf(world)
  const planters = [
    plantCurious,
    plantCollecting,
    plantAccounts,
    plantCarrying,
    plantLookAlikes,
    plantLookAlikePeople,
    plantLookAlikeTurns,
  ]
  for (const planter of planters) planter(plan, people)
  return plan
}
