// The rules ask what the hospital is; where its profile changes, its open cases hear of it.
// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual } from 'node:util'
import type { EngineScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { selectIncidents } from '../store/incidents.ts'
import { lastProfileOf, profileOf } from './clocks.ts'

const casesAtOnce = 500

export async function followProfile(scope: EngineScope, organisationId: number, now: Date): Promise<void> {
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) return
  const profile = profileOf(organisation, now)
  for (const { id } of await selectIncidents(scope, { organisationId, state: 'open', limit: casesAtOnce })) {
    if (isDeepStrictEqual(await lastProfileOf(scope, { organisationId, id }), profile)) continue
    await record(scope, {
      organisationId,
      at: now,
      actor: 'engine',
      action: 'incident.profile-changed',
      objectType: 'incident',
      objectId: id,
      details: { profile },
    })
  }
}
