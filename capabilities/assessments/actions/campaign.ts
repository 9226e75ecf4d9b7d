// The centre opens and ends a campaign; the clock reminds those who have not closed their check.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { Message } from '../../../platform/delivery/delivery.ts'
import { type DeliveryRequest, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { colleaguesIn } from '../../accounts/index.ts'
import { contactsOf, readOrganisations } from '../../organisations/index.ts'
import { type Campaign, type Invitation, type Occasion, occasionOf, stepAt } from '../campaign.ts'
import { campaignRuns, movedOn } from '../contract/refusals.ts'
import { campaignMail } from '../mails/campaign.ts'
import {
  claimToTell,
  insertCampaign,
  inviteMembers,
  markEnded,
  markTold,
  selectCampaigns,
} from '../store/campaigns.ts'

export type CampaignContext = Pick<Context, 'database' | 'log' | 'translator' | 'origin' | 'config' | 'wake'>

export interface Opening {
  readonly year: number
  readonly dueAt: Date
  readonly members: readonly number[] | 'all'
}

export interface Officer {
  readonly actor: string
  readonly name: string
}

export const remindJob = 'assessments.remind'

export async function openCampaign(
  context: CampaignContext,
  by: Officer,
  { year, dueAt, members }: Opening,
  now: Date,
): Promise<number> {
  const id = await context.database.asEngine(async (scope) => {
    const given = { year, dueAt, forAll: members === 'all', openedAt: now, openedByName: by.name }
    const made = await insertCampaign(scope, given)
    if (made === null) throw campaignRuns(year)
    const invited = await inviteMembers(scope, { id: made, year, dueAt }, members, now)
    await note(scope, by, { action: 'campaign-opened', id: made, details: { year, invited } }, now)
    return made
  })
  await context.wake(remindJob)
  return id
}

export function endCampaign(context: CampaignContext, by: Officer, id: number, now: Date): Promise<void> {
  return context.database.asEngine(async (scope) => {
    if (!(await markEnded(scope, id, now))) throw movedOn()
    await note(scope, by, { action: 'campaign-ended', id, details: {} }, now)
  })
}

function note(
  scope: EngineScope,
  by: Officer,
  entry: {
    readonly action: string
    readonly id: number
    readonly details: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  return record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: by.actor,
    action: `assessments.${entry.action}`,
    objectType: 'assessment-campaign',
    objectId: entry.id,
    details: entry.details,
  })
}

/** Members of one transaction: many enough to be quick, few enough to hold no lock for long. */
const portion = 250

export interface ReminderSummary {
  readonly members: number
  readonly messages: number
  readonly unreachable: number
}

/** Each portion is one transaction: what is marked as told was asked to be sent, and the other way round. */
export async function remindMembers(context: CampaignContext, now: Date): Promise<ReminderSummary> {
  const campaigns = await context.database.asEngine(async (scope) => {
    const running = (await selectCampaigns(scope)).filter(({ endedAt }) => endedAt === null)
    for (const campaign of running) if (campaign.forAll) await inviteMembers(scope, campaign, 'all', now)
    return running
  })
  const sum = { members: 0, messages: 0, unreachable: 0 }
  for (const campaign of campaigns) {
    for (;;) {
      const told = await context.database.asEngine((scope) => tellPortion(context, scope, campaign, now))
      sum.members += told.members
      sum.messages += told.messages
      sum.unreachable += told.unreachable
      if (told.members < portion) break
    }
  }
  if (sum.messages > 0) await context.wake('delivery.send')
  return sum
}

async function tellPortion(
  context: CampaignContext,
  scope: EngineScope,
  campaign: Campaign,
  now: Date,
): Promise<ReminderSummary> {
  const step = stepAt(campaign.dueAt, now)
  const invitations = await claimToTell(scope, campaign.id, step, portion)
  if (invitations.length === 0) return { members: 0, messages: 0, unreachable: 0 }
  const members = invitations.map(({ organisationId }) => organisationId)
  const people = await peopleOf(scope, members)
  const zones = new Map((await readOrganisations(scope, members)).map(({ id, timeZone }) => [id, timeZone]))
  const requests = requestsFor(context, { campaign, step, invitations, people, zones }, now)
  await requestDeliveries(scope, requests, now)
  await markTold(scope, campaign.id, members, { step, at: now })
  await record(
    scope,
    members.map((organisationId) => ({
      organisationId,
      at: now,
      actor: 'engine',
      action: 'assessments.reminded',
      objectType: 'assessment-campaign',
      objectId: campaign.id,
      details: { step },
    })),
  )
  const reached = new Set(requests.map(({ organisationId }) => organisationId))
  const unreachable = members.length - reached.size
  if (unreachable > 0)
    context.log.warn({ campaign: campaign.id, unreachable }, 'members of a campaign have nobody to write to')
  return { members: members.length, messages: requests.length, unreachable }
}

interface Reachable {
  readonly organisationId: number
  readonly email: string
  readonly language: string
}

/** Leads, who close a check; where there is none, responders; else the contacts of the house. */
async function peopleOf(
  scope: EngineScope,
  members: readonly number[],
): Promise<ReadonlyMap<number, readonly Reachable[]>> {
  const colleagues = Map.groupBy(await colleaguesIn(scope, members), ({ organisationId }) => organisationId)
  const found = new Map<number, readonly Reachable[]>()
  for (const member of members) {
    const own = colleagues.get(member) ?? []
    const leads = own.filter(({ role }) => role === 'lead')
    found.set(member, leads.length > 0 ? leads : own.filter(({ role }) => role === 'responder'))
  }
  const without = members.filter((member) => (found.get(member) ?? []).length === 0)
  const contacts = Map.groupBy(await contactsOf(scope, without), ({ organisationId }) => organisationId)
  for (const [member, list] of contacts) found.set(member, list.slice(0, 1))
  return found
}

interface Telling {
  readonly campaign: Campaign
  readonly step: number
  readonly invitations: readonly Invitation[]
  readonly people: ReadonlyMap<number, readonly Reachable[]>
  readonly zones: ReadonlyMap<number, string>
}

function requestsFor(
  context: CampaignContext,
  { campaign, step, invitations, people, zones }: Telling,
  now: Date,
): readonly DeliveryRequest[] {
  const { id, year, dueAt } = campaign
  return invitations.flatMap((invitation) => {
    const { organisationId } = invitation
    const occasion: Occasion = occasionOf(invitation, now)
    const timeZone = zones.get(organisationId) ?? 'UTC'
    const written = new Map<string, Message>()
    return (people.get(organisationId) ?? []).map(({ email, language }) => {
      const message =
        written.get(language) ??
        campaignMail(context, { language, year, dueAt, timeZone, occasion, organisationId })
      written.set(language, message)
      return {
        organisationId,
        kind: 'assessments.campaign',
        occasion: `assessment campaign ${id} step ${step}`,
        recipient: email,
        language,
        subjectType: 'assessment-campaign',
        subjectId: id,
        message,
        urgent: false,
        notBefore: now,
      }
    })
  })
}
