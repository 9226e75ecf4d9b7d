// What the capability announces to others.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'

/** A case was opened: somebody of the centre is woken. */
export const incidentOpened = defineEvent<{ readonly organisationId: number; readonly incidentId: number }>(
  'incident.opened',
)
