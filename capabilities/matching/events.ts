// What the capability announces to others.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'

/** Verdicts on these advisories were decided anew; alerts follow within the same transaction. */
export const verdictsDecided = defineEvent<{ readonly advisoryIds: readonly number[] }>('verdicts.decided')
