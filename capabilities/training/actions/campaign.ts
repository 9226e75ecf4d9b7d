// A campaign of the centre: one class for each member in one go, with reminders to its leads.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { listOrganisations, type Organisation } from '../../organisations/index.ts'
import { newClassCode } from '../class-code.ts'
import { insertCampaign } from '../store/campaigns.ts'
import { insertClasses, type NewClass } from '../store/classes.ts'
import type { ClassWish } from '../typed.ts'
import { type Acting, noteInJournal } from './acting.ts'

/** Gives back how many members got a class; 0 where the same form was sent before. */
export async function planCampaign(
  context: Pick<Context, 'database' | 'config'>,
  by: Acting,
  wish: ClassWish & { readonly formToken: string; readonly languages: readonly string[] },
  now: Date,
): Promise<number> {
  return context.database.asEngine(async (scope) => {
    const members = await listOrganisations(scope, { kind: 'provider' })
    const { courseKey, label, until, formToken } = wish
    const campaignId = await insertCampaign(scope, {
      organisationId: by.organisationId,
      courseKey,
      label,
      until,
      members: members.length,
      formToken,
      madeAt: now,
      madeBy: by.actor,
      madeByName: by.name,
    })
    if (campaignId === null) return 0
    const classes = members.map((member) =>
      classFor(member, campaignId, wish, now, context.config.centreName),
    )
    const made = await insertClasses(scope, classes)
    await noteInJournal(
      scope,
      { organisationId: centreJournal, actor: by.actor },
      {
        action: 'campaign-planned',
        objectType: 'training-campaign',
        objectId: campaignId,
        details: { course: courseKey, members: made.length, until: until.toISOString() },
      },
      now,
    )
    return made.length
  })
}

function classFor(
  member: Organisation,
  campaignId: number,
  { courseKey, label, until, language, languages }: ClassWish & { readonly languages: readonly string[] },
  now: Date,
  centreName: string,
): NewClass {
  return {
    organisationId: member.id,
    courseKey,
    kind: 'campaign',
    label,
    code: newClassCode(),
    language: member.languages.find((one) => languages.includes(one)) ?? language,
    until,
    people: [],
    campaignId,
    formToken: null,
    madeAt: now,
    madeBy: 'centre',
    madeByName: centreName,
  }
}
