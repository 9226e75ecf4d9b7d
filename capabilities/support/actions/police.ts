// Puts together what the police are given about a case, with who reports it and whom to bring it to.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type Authority, authoritiesWithRole } from '../../authorities/index.ts'
import { contactsOf, findOrganisation, type Organisation } from '../../organisations/index.ts'
import type { CaseSource } from '../case.ts'
import { unknownHere } from '../contract/refusals.ts'
import { type PolicePack, packOf, writePack } from '../police.ts'
import { type Acting, noteInJournal } from './acting.ts'

export interface PoliceView {
  readonly pack: PolicePack
  readonly text: string
  readonly sha256: string
  readonly organisation: Organisation
  readonly offices: readonly Authority[]
}

export function viewPolicePack(
  context: Pick<Context, 'database'>,
  cases: CaseSource,
  organisationId: number,
  incidentId: number,
  /** Set where it leaves the house as a file: that is noted in the journal. */
  fetched: { readonly by: Acting; readonly now: Date } | null = null,
): Promise<PoliceView> {
  return context.database.asMember(organisationId, async (scope) => {
    const facts = await cases.find(scope, incidentId)
    const organisation = await findOrganisation(scope, organisationId)
    if (!facts || !organisation) throw unknownHere()
    const [contact] = await contactsOf(scope, [organisationId])
    const pack = packOf(facts, {
      organisation: organisation.name,
      country: organisation.country,
      contactName: contact?.name ?? null,
      contactPhone: contact?.outOfHoursPhone ?? contact?.phone ?? null,
      contactEmail: contact?.email ?? null,
    })
    const written = writePack(pack)
    if (fetched)
      await noteInJournal(
        scope,
        fetched.by,
        {
          action: 'police-pack-fetched',
          objectType: 'incident',
          objectId: incidentId,
          details: { sha256: written.sha256 },
        },
        fetched.now,
      )
    return { pack, ...written, organisation, offices: authoritiesWithRole(organisation.country, 'police') }
  })
}
