// The officer warns members of what hospitals saw: only of a released group, and once for a form.
// SPDX-License-Identifier: EUPL-1.2

import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { SightingKind } from '../../../standards/sightings/index.ts'
import { raiseWarning, type WarningAudience, type WarningTexts } from '../../alerts/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { membersOf } from '../audience.ts'
import { refuse } from '../contract/problems.ts'
import { minimumHospitals } from '../release.ts'
import { seenOf } from '../seen.ts'
import { selectMembersWithSensor } from '../store/sensors.ts'
import { insertSentWarning, isNewForm, selectGroupsOf } from '../store/sightings.ts'
import type { Acting } from './acting.ts'

export interface WarnOthers {
  readonly kind: SightingKind
  readonly itemId: string
  readonly texts: WarningTexts
  readonly exposure: 'open' | 'controlled' | null
  readonly audience: WarningAudience
  readonly formToken: string
}

const groupsLooked = 100

/** Gives back how many members were warned; null where the same form was sent before. */
export function warnOthers(
  context: Pick<Context, 'database' | 'config' | 'events' | 'origin'>,
  by: Pick<Acting, 'actor' | 'name'>,
  command: WarnOthers,
  now: Date,
): Promise<number | null> {
  return context.database.asEngine(async (scope) => {
    const { kind, itemId, texts, exposure, audience, formToken } = command
    if (!(await isNewForm(scope, formToken))) return null
    const { hospitals } = seenOf(await selectGroupsOf(scope, kind, itemId, groupsLooked))
    if (hospitals === null) throw tooFewHospitals()
    const { advisoryId, members } = await raiseWarning(
      context,
      scope,
      {
        texts,
        hospitals,
        exposure,
        audience,
        organisationIds: await reached(scope, audience, now),
        by,
      },
      now,
    )
    await insertSentWarning(scope, {
      advisoryId,
      kind,
      itemId,
      warnedAt: now,
      warnedByName: by.name,
      members,
      formToken,
    })
    return members
  })
}

async function reached(scope: EngineScope, audience: WarningAudience, now: Date): Promise<readonly number[]> {
  const withSensor = await selectMembersWithSensor(scope, now)
  return membersOf(
    audience,
    await listOrganisations(scope, { kind: 'provider' }),
    new Set(withSensor.map(({ organisationId }) => organisationId)),
  )
}

export function tooFewHospitals() {
  return refuse({
    code: 'sensors/too-few-hospitals',
    status: 409,
    title: 'Too few hospitals saw this',
    detail: `A warning needs ${minimumHospitals} hospitals that saw the same: fewer could be recognised by it.`,
    remedy: 'Wait until more have seen it. What you know from elsewhere, publish as an advisory.',
    values: { least: minimumHospitals },
  })
}
