// What the capability announces to others.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'

/** What people decided about names of products, where that is why verdicts change. */
export type AliasCause = 'alias-confirmed' | 'alias-refused' | 'alias-taken-back'

/** Verdicts on these advisories were decided anew; alerts follow within the same transaction. */
export const verdictsDecided = defineEvent<{
  readonly advisoryIds: readonly number[]
  /** Set where no publisher is the cause. */
  readonly because?: AliasCause | 'deleted'
}>('verdicts.decided')

/** These versions are linked differently since a decision about names; their verdicts are decided in portions. */
export const linksChanged = defineEvent<{
  readonly productVersionIds: readonly number[]
  readonly because: AliasCause
}>('links.changed')

/** A hospital's own documents free other products than before; its alerts follow within the same transaction. */
export const exemptionsChanged = defineEvent<{ readonly organisationId: number }>('exemptions.changed')
