// The events of this capability by name.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../../platform/events/event.ts'
import type { AdvisoryRecorded, EpssChanged, KevChanged } from '../events.ts'

export const advisoryRecorded = defineEvent<AdvisoryRecorded>('advisory.recorded')
export const epssChanged = defineEvent<EpssChanged>('epss.changed')
export const kevChanged = defineEvent<KevChanged>('kev.changed')
