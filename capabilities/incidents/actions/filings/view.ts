// Loads a filing with everything its page shows, in one transaction, so that its parts agree.
// SPDX-License-Identifier: EUPL-1.2
import type { DeliveryStanding } from '../../../../platform/delivery/standing.ts'
import type { Access } from '../../access.ts'
import { filingUnknown } from '../../contract/refusals.ts'
import type { Duty } from '../../duties/duty.ts'
import { isFrozen } from '../../filings/filing.ts'
import { type FilingContent, readContent } from '../../filings/frozen.ts'
import type { Incident } from '../../incident.ts'
import { type Filing, selectFilings } from '../../store/filings.ts'
import { type CaseClocks, clocksOf } from '../clocks.ts'
import { caseOf, inRoom, type RoomContext } from '../room.ts'
import { type Draft, draftOf } from './draft.ts'
import { standingOf } from './follow.ts'
import { type Receiver, receiverOf } from './receivers.ts'

type Viewing = Pick<RoomContext, 'database'>

export interface FilingView extends Pick<CaseClocks, 'organisation' | 'duties'> {
  readonly incident: Incident
  readonly access: Access
  readonly filing: Filing
  /** Null once it left the house. */
  readonly draft: Draft | null
  /** What stands there: of a draft as it would be sent now, of what was sent the frozen text. */
  readonly content: FilingContent
  readonly receiver: Receiver
  /** Null where the duty does not arise in this case. */
  readonly duty: Duty | null
  /** All of the case, this one included. */
  readonly filings: readonly Filing[]
  /** Of a mail that is on its way. */
  readonly delivery: DeliveryStanding | null
}

export async function viewFiling(
  context: Viewing,
  access: Access,
  filingId: number,
  now: Date,
): Promise<FilingView> {
  const view = await inRoom(
    context,
    access,
    now,
    async (room) => {
      const { scope, incident } = room
      const filings = await selectFilings(scope, caseOf(room))
      const filing = filings.find(({ id }) => id === filingId)
      if (!filing) throw filingUnknown(filingId)
      const { organisation, duties } = await clocksOf(scope, incident, now)
      const draft = isFrozen(filing.state) ? null : await draftOf(scope, incident, filing, now)
      const content = draft?.content ?? readContent(filing.content ?? '')
      const key = filing.authority
      const receiver = receiverOf(organisation.country, filing.duty, key, now) ?? { key, recipient: null }
      const duty = duties.find(({ rule }) => rule.key === filing.duty) ?? null
      return { incident, access, organisation, duties, filing, draft, content, receiver, duty, filings }
    },
    { write: false },
  )
  const { filing } = view
  const isMail = filing.state === 'sending' && filing.channel === 'mail'
  const delivery = isMail
    ? await context.database.asEngineFor(access.organisationId, (scope) => standingOf(scope, filing))
    : null
  return { ...view, delivery }
}
