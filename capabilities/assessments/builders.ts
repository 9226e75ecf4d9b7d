// Test data: a short form, a few measures, houses with people, and a context whose facts come from answers alone.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import { addMembership, ensurePerson } from '../accounts/index.ts'
import { createFactBook, type FactBook, type Facts, type FactValue, profileFacts } from '../facts/index.ts'
import { aMoment, aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import type { Acting } from './actions/acting.ts'
import { answerQuestion } from './actions/answer.ts'
import { type Checking, openCheck } from './actions/check.ts'
import { closeCheck } from './actions/close.ts'
import type { Content } from './content.ts'
import type { Measure } from './score.ts'

export { aCentre, aMoment, givenOrganisation } from '../organisations/builders.ts'

const texts = (en: string) => ({ en, de: `${en} (de)`, fr: `${en} (fr)`, it: `${en} (it)` })

export interface MeasureSketch {
  readonly key: string
  readonly essential?: number | null
  readonly art21?: Measure['body']['art21']
  readonly facts: Measure['body']['facts']
  readonly references?: Measure['references']
  readonly audience?: Measure['audience']
}

export function aMeasure(sketch: MeasureSketch): Measure {
  const inSize = {
    firstStep: texts('Look'),
    how: [texts('First'), texts('Then')],
    who: 'hospital' as const,
    minutes: 10,
    evidence: texts('A note'),
  }
  return {
    kind: 'measure',
    key: sketch.key,
    version: '1.0.0',
    title: texts(`Measure ${sketch.key}`),
    summary: texts(`What ${sketch.key} gives`),
    provider: { level: 'own', name: 'Lakeland Health Security Centre', country: null },
    languages: [],
    source: { name: 'invented for tests', url: null },
    licence: 'EUPL-1.2',
    reviewedOn: null,
    reviewedBy: null,
    validFrom: '2026-01-01',
    validTo: null,
    pillars: ['prevent'],
    audience: sketch.audience ?? { policy: 'agree', rows: [{ id: 'all', when: {}, outcome: 'yes' }] },
    cost: { kind: 'free', text: null },
    request: { kind: 'self', url: null, answerWithinHours: null },
    links: [],
    references: sketch.references ?? [],
    body: {
      essential: sketch.essential ?? null,
      art21: sketch.art21 ?? ['c'],
      why: texts('Because'),
      facts: sketch.facts,
      sizes: { practice: inSize, clinic: inSize, hospital: inSize },
      tasks: [],
    },
  }
}

/** Three parts and five questions over facts that the platform knows. */
export const aContent: Content = {
  form: {
    key: 'yearly-check',
    version: '1.0.0',
    title: texts('Yearly check'),
    intro: texts('A few questions'),
    sections: [
      {
        key: 'recover',
        title: texts('Bringing systems back'),
        questions: [
          { fact: 'recovery.backup', depth: 1, when: {} },
          { fact: 'recovery.restore-tested', depth: 1, when: { 'recovery.backup': { isNot: ['none'] } } },
          { fact: 'recovery.order', depth: 2, when: {} },
        ],
      },
      {
        key: 'respond',
        title: texts('In an emergency'),
        questions: [
          { fact: 'response.plan', depth: 1, when: {} },
          { fact: 'response.exercise', depth: 3, when: {} },
        ],
      },
    ],
  },
  measures: [
    aMeasure({
      key: 'back-up-and-restore',
      essential: 1,
      art21: ['c'],
      facts: [
        { fact: 'recovery.backup', done: ['daily'], partly: ['weekly'] },
        { fact: 'recovery.restore-tested', done: ['within-half-year'], partly: ['longer-ago'] },
      ],
      references: [
        { framework: 'nist-csf-2.0', ids: ['PR.DS-11', 'RC.RP-03'] },
        { framework: 'implementing-regulation-2024-2690', ids: ['4.2'] },
      ],
    }),
    aMeasure({
      key: 'incident-plan',
      art21: ['b', 'c'],
      facts: [{ fact: 'response.plan', done: ['drilled'], partly: ['written'] }],
      references: [{ framework: 'nist-csf-2.0', ids: ['RS.MA'] }],
    }),
    aMeasure({
      key: 'recovery-order',
      art21: ['c'],
      facts: [{ fact: 'recovery.order', done: ['agreed'], partly: ['draft'] }],
      references: [{ framework: 'nist-csf-2.0', ids: ['RC.RP-02'] }],
    }),
  ],
}

/** As a rule sees facts: each known since today, or not known. */
export function factsFrom(values: Readonly<Record<string, FactValue>>, old: readonly string[] = []): Facts {
  return (key) => {
    const value = values[key]
    if (value === undefined) return null
    return {
      key,
      keyVersion: 1,
      value,
      source: 'answer',
      reference: null,
      asOf: aMoment,
      confidence: 'stated',
      tlp: 'TLP:AMBER',
      recordedAt: aMoment,
      recordedByName: 'Jana Brandt',
      isOld: old.includes(key),
      beside: [],
    }
  }
}

export function checkingOf(database: Database, content: Content = aContent): Checking {
  const context: Context = contextFor(database)
  const book: FactBook = createFactBook([profileFacts])
  return { context, book, content: () => content }
}

export interface GivenHouse {
  readonly id: number
  readonly name: string
  readonly lead: Acting
  readonly leadEmail: string
}

let made = 0

export async function givenHouse(
  database: Database,
  given: {
    readonly name: string
    readonly country?: string
    readonly providerKind?: 'hospital' | 'clinic' | 'practice'
  },
): Promise<GivenHouse> {
  const { name, country = 'AT', providerKind = 'hospital' } = given
  const id = await givenOrganisation(database, aProvider({ name, country, providerKind }))
  const person = await givenColleague(database, id, 'lead')
  return {
    id,
    name,
    leadEmail: person.email,
    lead: { organisationId: id, via: 'member', actor: `person:${person.id}`, name: person.name },
  }
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

/** Answered and closed, as a person would. */
export async function givenClosedCheck(
  checking: Checking,
  by: Acting,
  answers: Readonly<Record<string, FactValue>>,
  now = aMoment,
): Promise<number> {
  await openCheck(checking, by, 3, now)
  for (const [fact, value] of Object.entries(answers))
    await answerQuestion(checking, by, { fact, value, note: null, evidenceUrl: null, language: 'en' }, now)
  return closeCheck(checking, by, 'en', now)
}

export function daysLater(days: number, from = aMoment): Date {
  return new Date(from.getTime() + days * 24 * 3_600_000)
}
