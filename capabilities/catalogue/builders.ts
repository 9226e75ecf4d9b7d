// Test data: facts of invented houses, items as small as they may be, a centre with members and people.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import { addMembership, ensurePerson } from '../accounts/index.ts'
import {
  createFactBook,
  type FactBook,
  type FactKey,
  type Facts,
  type FactValue,
  factsOf,
  profileFacts,
  readFactKeys,
} from '../facts/index.ts'
import { aCentre, aMoment, aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import type { Acting } from './actions/acting.ts'
import { remindOfRequests } from './actions/remind.ts'
import { type Item, type ItemOf, itemSchema } from './item.ts'

export { aMoment } from '../organisations/builders.ts'

export const bookForTests = (): FactBook => createFactBook([profileFacts])
export const catalogueContext = (database: Database): Context => contextFor(database)
export const remind = (context: Context, now: Date) => remindOfRequests(context, now)

/** `asOf`: when all of it was said. */
export function factsFrom(
  values: Readonly<Record<string, FactValue>>,
  options: { readonly now?: Date; readonly asOf?: Date } = {},
): Facts {
  const now = options.now ?? aMoment
  const keys: readonly FactKey[] = [...readFactKeys().values()]
  const statements = Object.entries(values).map(([key, value]) => ({
    key,
    keyVersion: keys.find((one) => one.key === key)?.version ?? 1,
    value,
    source: 'answer' as const,
    reference: null,
    asOf: options.asOf ?? now,
    confidence: 'stated' as const,
    tlp: 'TLP:AMBER+STRICT' as const,
    recordedAt: options.asOf ?? now,
    recordedByName: null,
  }))
  return factsOf(keys, statements, now)
}

const words = (text: string) => ({ en: text, de: text, fr: text, it: text })

function common(key: string) {
  return {
    key,
    version: '1.0.0',
    title: words(key),
    summary: words(`About ${key}.`),
    provider: { level: 'own' as const, name: 'Salus', country: null },
    languages: [],
    source: { name: 'Test', url: null },
    licence: 'EUPL-1.2',
    reviewedOn: null,
    reviewedBy: null,
    validFrom: '2026-01-01',
    validTo: null,
    pillars: ['prevent' as const],
    audience: { policy: 'agree' as const, rows: [{ id: 'all', when: {}, outcome: 'yes' }] },
    cost: { kind: 'free' as const, text: null },
    request: { kind: 'centre' as const, url: null, answerWithinHours: 48 },
    links: [],
    references: [],
  }
}

type Changes = Partial<ReturnType<typeof common>> & Readonly<Record<string, unknown>>

export function aService(key: string, changes: Changes = {}): Item {
  return itemSchema.parse({
    kind: 'service',
    ...common(key),
    body: { what: words('What.'), steps: [], prepare: null, page: null, amount: null },
    ...changes,
  })
}

export function aMeasure(
  key: string,
  facts: readonly {
    readonly fact: string
    readonly done: readonly string[]
    readonly partly?: readonly string[]
  }[],
  { essential = null, ...changes }: Changes & { readonly essential?: number | null } = {},
): ItemOf<'measure'> {
  const size = {
    firstStep: words('First.'),
    how: [words('One.'), words('Two.')],
    who: 'hospital',
    minutes: 20,
    evidence: words('A note.'),
  }
  const item = itemSchema.parse({
    kind: 'measure',
    ...common(key),
    body: {
      essential,
      art21: ['c'],
      why: words('Why.'),
      facts,
      sizes: { practice: size, clinic: { ...size, minutes: 60 }, hospital: { ...size, minutes: 240 } },
      tasks: [],
    },
    ...changes,
  })
  if (item.kind !== 'measure') throw new Error('a measure came out as something else')
  return item
}

let made = 0

export async function givenMember(
  database: Database,
  { name, country = 'AT' }: { readonly name: string; readonly country?: string },
): Promise<Acting> {
  const organisationId = await givenOrganisation(
    database,
    aProvider({ name, country, providerKind: 'practice', employees: 5 }),
  )
  const person = await givenColleague(database, organisationId, 'lead')
  return { organisationId, side: 'member', personId: person.id, name: person.name }
}

export async function givenColleague(database: Database, organisationId: number, role: AccountRole) {
  made += 1
  const email = `colleague${made}@lakeland.example`
  const name = `Colleague ${made}`
  const id = await database.asIdentity(async (scope) => {
    const personId = await ensurePerson(scope, { email, name, language: 'en' }, aMoment)
    await addMembership(scope, { organisationId, personId, role }, aMoment)
    return personId
  })
  return { id, email, name }
}

export async function givenCentre(database: Database) {
  const id = await givenOrganisation(database, aCentre())
  const officer = await givenColleague(database, id, 'duty-officer')
  const administrator = await givenColleague(database, id, 'administrator')
  return { id, officer, administrator }
}

export function officerFor(
  officer: { readonly id: number; readonly name: string },
  organisationId: number,
): Acting {
  return { organisationId, side: 'centre', personId: officer.id, name: `${officer.name} (Centre)` }
}

export function hoursLater(hours: number, from = aMoment): Date {
  return new Date(from.getTime() + hours * 3_600_000)
}
