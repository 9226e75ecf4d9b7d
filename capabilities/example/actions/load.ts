// Loads the example centre: members and lists first, then advisories as they came in, then the answers.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { writeFact } from '../../../platform/installation/facts.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { registerOrganisation } from '../../organisations/index.ts'
import { centreName, centrePeople, exampleFact, foundedHoursAgo, hoursBefore, loadedFact } from '../centre.ts'
import { members } from '../members.ts'
import { giveAnswers } from './answers.ts'
import { importLists, type JoinedMember, joinMember, joinPeople } from './members.ts'
import { publishAdvisories, publishLastExploited } from './publish.ts'
import { sayAnswers } from './say.ts'

/** Two days after the centre was founded. */
const answeredHoursAgo = 192

/** Into an installation without any organisation. What was cut off is found by the facts and can be removed. */
export async function loadExample(context: Context, now: Date, say: (text: string) => void): Promise<void> {
  const founded = hoursBefore(now, foundedHoursAgo)
  say(`Loading the example: ${members.length} invented hospitals with their devices …`)
  await foundCentre(context, founded)
  const joined = new Map<string, JoinedMember>()
  for (const member of members) joined.set(member.key, await joinMember(context, member, founded))
  for (const member of joined.values()) await importLists(context, member, founded)
  for (const member of joined.values()) await sayAnswers(context, member, hoursBefore(now, answeredHoursAgo))
  say('Loading the example: advisories, alerts and answers …')
  const advisoryIds = await publishAdvisories(context, now)
  await giveAnswers(context, joined, advisoryIds, now)
  await publishLastExploited(context, now)
  await context.database.asEngine((scope) => writeFact(scope, loadedFact, now.toISOString()))
}

/** The fact stands before anything else, so that half an example is never taken for a real centre. */
async function foundCentre(context: Context, founded: Date): Promise<void> {
  const centreId = await context.database.asEngine(async (scope) => {
    await writeFact(scope, exampleFact, centreName)
    await record(scope, {
      organisationId: centreJournal,
      at: founded,
      actor: 'operator',
      action: 'example.loaded',
      objectType: 'example',
      objectId: centreName,
    })
    return registerOrganisation(
      scope,
      {
        kind: 'centre',
        name: centreName,
        country: 'FI',
        languages: ['en'],
        timeZone: 'Europe/Helsinki',
        providerKind: null,
        employees: 34,
        turnoverEuro: null,
        balanceSheetEuro: null,
        isExample: true,
      },
      founded,
    )
  })
  await joinPeople(context, centreId, centrePeople, founded)
}
