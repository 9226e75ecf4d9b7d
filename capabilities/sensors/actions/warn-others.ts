// The officer warns members of what hospitals saw: only of a released group, once for a form, and knowing what others sent.
// SPDX-License-Identifier: EUPL-1.2

import type { SightingKind } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'
import { raiseWarning, type WarningAudience, type WarningTexts } from '../../alerts/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { membersOf } from '../audience.ts'
import { refuse } from '../contract/problems.ts'
import { minimumHospitals } from '../release.ts'
import { seenOf } from '../seen.ts'
import { selectMembersWithSensor } from '../store/sensors.ts'
import {
  insertSentWarning,
  isNewForm,
  lockWarnings,
  selectGroupsOf,
  selectWarningsOf,
} from '../store/sightings.ts'
import type { Acting } from './acting.ts'

export interface WarnOthers {
  readonly kind: SightingKind
  readonly itemId: string
  readonly texts: WarningTexts
  readonly exposure: 'open' | 'controlled' | null
  readonly audience: WarningAudience
  readonly formToken: string
  /** The advisory of the newest warning of this that the officer was shown; 0 where there was none. */
  readonly shownWarning: number
}

/**
 * `sent-before`: by the same form. `overtaken`: somebody else warned of it meanwhile; `nobody`: no member fits. In both
 * nothing is sent, and the officer decides again.
 */
export type WarnOutcome = 'sent' | 'sent-before' | 'overtaken' | 'nobody'

const groupsLooked = 100

export function warnOthers(
  context: Pick<Context, 'database' | 'config' | 'events' | 'origin'>,
  by: Pick<Acting, 'actor' | 'name'>,
  command: WarnOthers,
  now: Date,
): Promise<WarnOutcome> {
  return context.database.asEngine(async (scope) => {
    const { kind, itemId, texts, exposure, audience, formToken } = command
    await lockWarnings(scope)
    if (!(await isNewForm(scope, formToken))) return 'sent-before'
    const { hospitals } = seenOf(await selectGroupsOf(scope, kind, itemId, groupsLooked))
    if (hospitals === null) throw tooFewHospitals()
    const [newest] = await selectWarningsOf(scope, kind, itemId, 1)
    if (newest && newest.advisoryId !== command.shownWarning) return 'overtaken'
    const organisationIds = await membersReached(scope, audience, now)
    if (organisationIds.length === 0) return 'nobody'
    const { advisoryId, members } = await raiseWarning(
      context,
      scope,
      { texts, hospitals, exposure, audience, organisationIds, by },
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
    return 'sent'
  })
}

export async function membersReached(
  scope: CentreScope | EngineScope,
  audience: WarningAudience,
  now: Date,
): Promise<readonly number[]> {
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
