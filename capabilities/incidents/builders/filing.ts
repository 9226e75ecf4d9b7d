// Test data: a hospital in the Netherlands, whose CSIRT takes mail, with a case, its facts, and filings of it.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { TestDatabase } from '../../../platform/testing/database.ts'
import { aContact, aProvider, contextFor } from '../../organisations/builders.ts'
import { putContact, registerOrganisation } from '../../organisations/index.ts'
import type { Access } from '../access.ts'
import { recordFacts } from '../actions/facts.ts'
import { draftOf } from '../actions/filings/draft.ts'
import { prepareFiling } from '../actions/filings/prepare.ts'
import { type SendCommand, sendFiling } from '../actions/filings/send.ts'
import { openIncident } from '../actions/open.ts'
import type { FactValue } from '../fact.ts'
import type { FactKey } from '../fact-keys.ts'
import type { Realm } from '../incident.ts'
import { type Filing, findFiling } from '../store/filings.ts'
import { findIncident } from '../store/incidents.ts'
import { insertFact } from '../store/room.ts'

export const csirt = 'nl-ncsc'
export const csirtMail = 'cert@ncsc.nl'
export const dataProtection = 'nl-ap'
/** Ten in the morning in Amsterdam. */
export const morning = new Date('2026-11-21T09:00:00Z')
export const minutesAfter = (count: number) => new Date(morning.getTime() + count * 60_000)

export interface Arranged {
  readonly context: Context
  readonly access: Access
  readonly word: string
  record(facts: Partial<Record<FactKey, string>>, now?: Date, reason?: string | null): Promise<number>
  /** As a row that says nothing of what it replaces. */
  overwrite(key: FactKey, value: FactValue, now: Date): Promise<number>
  prepare(duty: string, authority: string, now?: Date): Promise<number>
  filing(id: number): Promise<Filing>
  /** With what the person would have looked at. */
  send(id: number, changes?: Partial<SendCommand>, now?: Date): Promise<void>
}

const firstFacts: Partial<Record<FactKey, string>> = {
  awareAt: '2026-11-21 05:40',
  detectedAt: '2026-11-21 05:20',
  description: 'Files of the ward system cannot be opened',
  severity: 'high',
  dataSubjectCount: '4000',
  personalData: 'breach',
}

export async function givenCase(
  db: TestDatabase,
  { realm = 'real', country = 'NL' }: { readonly realm?: Realm; readonly country?: string } = {},
): Promise<Arranged> {
  const context = contextFor(db.database)
  const organisationId = await db.database.asCentre(async (scope) => {
    const id = await registerOrganisation(
      scope,
      aProvider({ country, timeZone: 'Europe/Amsterdam', languages: ['en'] }),
      morning,
    )
    await putContact(scope, id, aContact())
    return id
  })
  const { incidentId } = await openIncident(
    context,
    {
      organisationId,
      realm,
      kind: 'ransomware',
      title: 'Files cannot be opened',
      tlp: 'amber+strict',
      via: 'member',
      actor: 'person:1',
      name: 'Jana Brandt',
      reporterName: null,
      reporterPhone: null,
      site: null,
      language: 'en',
      formToken: randomUUID(),
      facts: [],
    },
    morning,
  )
  const access: Access = {
    organisationId,
    incidentId,
    via: 'member',
    actor: 'person:1',
    name: 'Jana Brandt',
    may: 'write',
  }
  const arranged = actionsOf(db, context, access)
  await arranged.record(firstFacts)
  const incident = await db.database.asMember(organisationId, (scope) =>
    findIncident(scope, organisationId, incidentId),
  )
  return { ...arranged, context, access, word: incident?.word ?? '' }
}

function actionsOf(db: TestDatabase, context: Context, access: Access) {
  const { organisationId, incidentId } = access
  const filing = async (id: number) => {
    const found = await db.database.asMember(organisationId, (scope) =>
      findFiling(scope, { organisationId, incidentId }, id),
    )
    if (!found) throw new Error(`there is no filing ${id}`)
    return found
  }
  return {
    filing,
    record: (facts: Partial<Record<FactKey, string>>, now = morning, reason: string | null = null) =>
      recordFacts(
        context,
        access,
        {
          facts: Object.entries(facts).map(([key, typed]) => ({ key: key as FactKey, typed })),
          source: 'Ward 3',
          confidence: 'likely',
          reason,
          timeZone: 'Europe/Amsterdam',
        },
        now,
      ),
    overwrite: (key: FactKey, value: FactValue, now: Date) =>
      db.database.asMember(organisationId, (scope) =>
        insertFact(
          scope,
          { organisationId, incidentId },
          {
            key,
            value,
            source: 'Records office',
            confidence: 'likely',
            reason: null,
            recordedAt: now,
            recordedBy: access.actor,
            recordedByName: access.name,
          },
        ),
      ),
    prepare: (duty: string, authority: string, now = morning) =>
      prepareFiling(context, access, { duty, authority }, now),
    async send(id: number, changes: Partial<SendCommand> = {}, now = morning) {
      const draft = await filing(id)
      const seen = await db.database.asMember(organisationId, async (scope) => {
        const incident = await findIncident(scope, organisationId, incidentId)
        if (!incident) throw new Error('the case is gone')
        return (await draftOf(scope, incident, draft, now)).seen
      })
      await sendFiling(context, access, { ...aSending(id), seen, ...changes }, now)
    },
  }
}

export function aSending(filingId: number): SendCommand {
  return {
    filingId,
    way: 'portal',
    sender: { name: 'Hanna Amsel', role: 'Data-protection officer', basis: 'Letter of the board of 2 May' },
    seen: '',
    happened: '2026-11-21 09:30',
    receiptNumber: '',
    authorityName: '',
    caseWord: '',
    ownAddress: 'jana.brandt@tannau.example',
  }
}
