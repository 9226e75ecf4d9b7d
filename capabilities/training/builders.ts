// Test data: an invented course with three questions, houses with people, classes, and learners who end as wanted.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { addMembership, ensurePerson } from '../accounts/index.ts'
import { aProvider, contextFor, givenOrganisation } from '../organisations/builders.ts'
import { registerOrganisation } from '../organisations/index.ts'
import type { Acting } from './actions/acting.ts'
import { makeClass } from './actions/classes.ts'
import { answerQuestion, beginTry, classOfCode, tryOf } from './actions/learn.ts'
import type { Course, Courses } from './course.ts'
import type { Outcome } from './floor.ts'
import type { TrainingClass } from './store/classes.ts'
import { findClass } from './store/classes.ts'

/** A Monday morning in Vienna. */
export const aMoment = new Date('2026-12-07T08:00:00Z')
export const later = (hours: number, from = aMoment) => new Date(from.getTime() + hours * 3_600_000)

const texts = (text: string) => ({ en: text, de: `${text} (de)`, fr: `${text} (fr)`, it: `${text} (it)` })

export function aCourse(changes: Partial<Course> = {}): Course {
  return {
    kind: 'course',
    key: 'course-example',
    version: '1.0.0',
    title: texts('Mail between two patients'),
    summary: texts('What to look at before you click.'),
    provider: { level: 'own', name: 'Salus', country: null },
    languages: ['en', 'de', 'fr', 'it'],
    source: { name: 'Written for tests', url: null },
    licence: 'EUPL-1.2',
    reviewedOn: '2026-12-01',
    reviewedBy: 'Pia Lorenz',
    validFrom: '2026-01-01',
    validTo: null,
    pillars: ['prevent'],
    audience: { policy: 'agree', rows: [{ id: 'all', when: {}, outcome: 'yes' }] },
    cost: { kind: 'free', text: null },
    request: { kind: 'self', url: null, answerWithinHours: null },
    links: [{ relation: 'teaches', to: 'secure-mail' }],
    references: [{ framework: 'nis2-art-21', ids: ['g'] }],
    body: {
      role: 'ward',
      minutes: 10,
      goals: [texts('You look at the sender first.')],
      lessons: [
        {
          key: 'first',
          title: texts('The parcel'),
          scene: texts('At two in the morning a mail says that a parcel waits.'),
          text: texts('Look at the sender.\n\nThen at the address of the link.'),
          remember: [texts('Nobody needs your password.')],
        },
        { key: 'second', title: texts('Whom to tell'), scene: null, text: texts('Ring IT.'), remember: [] },
      ],
      quiz: ['one', 'two', 'three'].map((key) => ({
        key,
        question: texts(`What do you do first, case ${key}?`),
        choices: [
          { key: 'look', text: texts(`Look at the sender, case ${key}`), right: true },
          { key: 'click', text: texts(`Click, case ${key}`), right: false },
        ],
        explanation: texts('the sender tells more than the text.'),
      })),
      passPercent: 60,
      validMonths: 12,
    },
    ...changes,
  }
}

export const twoCourses: Courses = () => [
  aCourse(),
  aCourse({ key: 'course-other', title: texts('The unknown caller') }),
]

/** Events stay in their table until a test handles them. */
export const trainingContext = (database: Database): Context => contextFor(database)

let made = 0

export interface House {
  readonly id: number
  readonly name: string
  readonly lead: Acting & { readonly personId: number; readonly email: string }
}

export async function aHouse(
  database: Database,
  name: string,
  employees: number | null = 120,
): Promise<House> {
  const id = await givenOrganisation(database, aProvider({ name, employees }), aMoment)
  made += 1
  const email = `lead${made}@tannau.example`
  const personId = await database.asIdentity(async (scope) => {
    const person = await ensurePerson(scope, { email, name: `Lead ${made}`, language: 'en' }, aMoment)
    await addMembership(scope, { organisationId: id, personId: person, role: 'lead' }, aMoment)
    return person
  })
  return {
    id,
    name,
    lead: { organisationId: id, actor: `person:${personId}`, name: `Lead ${made}`, personId, email },
  }
}

/** In one transaction each for organisations and people: enough for a campaign. */
export async function manyHouses(database: Database, count: number): Promise<readonly number[]> {
  const ids = await database.asCentre(async (scope) => {
    const all: number[] = []
    for (let index = 0; index < count; index++)
      all.push(await registerOrganisation(scope, aProvider({ name: `Lakeland House ${index}` }), aMoment))
    return all
  })
  await database.asIdentity(async (scope) => {
    for (const [index, organisationId] of ids.entries()) {
      const email = `lead${index}@houses.example`
      const language = index % 2 === 0 ? 'de' : 'fr'
      const personId = await ensurePerson(scope, { email, name: `Lead of ${index}`, language }, aMoment)
      await addMembership(scope, { organisationId, personId, role: 'lead' }, aMoment)
    }
  })
  return ids
}

export async function aClass(
  context: Context,
  house: House,
  changes: {
    readonly label?: string
    readonly courseKey?: string
    readonly until?: Date
    readonly people?: readonly number[]
    readonly madeAt?: Date
  } = {},
): Promise<TrainingClass> {
  made += 1
  const { label = 'Ward 3', courseKey = 'course-example', until = later(24 * 14), people = [] } = changes
  const wish = { courseKey, label, until, language: 'en', people, formToken: `form-token-${made}` }
  const { id } = await makeClass(context, house.lead, wish, changes.madeAt ?? aMoment)
  const found = await context.database.asMember(house.id, (scope) => findClass(scope, house.id, id))
  if (!found) throw new Error('the class was made and is not there')
  return found
}

/** So many people sit down, one after the other, and end alike. Gives back the cookie of the last. */
export async function someLearn(
  context: Context,
  courses: Courses,
  { code }: TrainingClass,
  wanted: { readonly people: number; readonly outcome: Outcome; readonly at?: Date },
): Promise<string> {
  const at = wanted.at ?? aMoment
  let token = ''
  for (let person = 0; person < wanted.people; person++) {
    const opened = await classOfCode(context, courses, code, at)
    if (!opened) throw new Error('no class has this code')
    token = await beginTry(context, opened, at)
    const begun = await tryOf(context, opened, token)
    if (!begun) throw new Error('the try was begun and is not there')
    const { quiz } = opened.course.body
    const answered = wanted.outcome === 'started' ? quiz.slice(0, 1) : quiz
    for (const question of answered) {
      const choice = question.choices.find(({ right }) => right === (wanted.outcome === 'passed'))?.key ?? ''
      await answerQuestion(context, opened, { learner: begun.learner, question, choice }, at)
    }
  }
  return token
}
