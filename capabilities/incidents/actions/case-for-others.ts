// Hands a case to other capabilities: enough for a dossier and a pack for the police, and nothing about patients.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { foldLedger } from '../fact.ts'
import type { Incident } from '../incident.ts'
import { selectCustody, selectFiles } from '../store/evidence.ts'
import { findIncident, selectIncidents } from '../store/incidents.ts'
import { selectFacts, selectIndicators, selectServices } from '../store/room.ts'

export const incidentCases = {
  async list(scope: MemberScope) {
    const filter = { organisationId: scope.organisationId, state: null, limit: 50 }
    return (await selectIncidents(scope, filter)).map(summaryOf)
  },
  async find(scope: MemberScope, incidentId: number) {
    const incident = await findIncident(scope, scope.organisationId, incidentId)
    if (!incident) return null
    const on = { organisationId: scope.organisationId, incidentId }
    const files = await selectFiles(scope, on)
    const custody = await selectCustody(
      scope,
      scope.organisationId,
      files.map(({ id }) => id),
    )
    const ledger = foldLedger(await selectFacts(scope, on))
    return {
      ...summaryOf(incident),
      facts: [...ledger].flatMap(([key, { current }]) =>
        current.value === null
          ? []
          : [
              {
                key,
                value: current.value,
                source: current.source,
                confidence: current.confidence,
                recordedAt: current.recordedAt,
              },
            ],
      ),
      services: await selectServices(scope, on),
      indicators: await selectIndicators(scope, on),
      evidence: files.map((file) => ({
        ...file,
        custody: custody
          .filter(({ fileId }) => fileId === file.id)
          .map(({ action, toWhom, recordedAt, recordedByName }) => ({
            action,
            toWhom,
            at: recordedAt,
            byName: recordedByName,
          })),
      })),
    }
  },
}

function summaryOf({ id, realm, word, title, kind, openedAt }: Incident) {
  return { incidentId: id, realm, word, title, kind, openedAt }
}
