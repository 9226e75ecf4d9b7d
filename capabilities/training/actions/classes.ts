// Makes and closes classes of a house, and gives whoever starts a course by themselves its standing class.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { newClassCode } from '../class-code.ts'
import type { Course } from '../course.ts'
import {
  findClass,
  findClassByForm,
  findSelfClass,
  insertClasses,
  markClosed,
  type TrainingClass,
} from '../store/classes.ts'
import type { ClassWish } from '../typed.ts'
import { type Acting, noteInJournal } from './acting.ts'

type Classes = Pick<Context, 'database'>

export interface MadeClass {
  readonly id: number
  readonly isNew: boolean
}

/** `people`: accounts of the house that are reminded to hang up the sheet. The same form sent twice is one class. */
export function makeClass(
  context: Classes,
  by: Acting,
  wish: ClassWish & { readonly people: readonly number[]; readonly formToken: string },
  now: Date,
): Promise<MadeClass> {
  const { organisationId } = by
  return context.database.asMember(organisationId, async (scope) => {
    const [made] = await insertClasses(scope, [
      {
        ...wish,
        organisationId,
        kind: 'class',
        code: newClassCode(),
        campaignId: null,
        madeAt: now,
        madeBy: by.actor,
        madeByName: by.name,
      },
    ])
    if (!made) {
      const before = await findClassByForm(scope, organisationId, wish.formToken)
      if (!before) throw new Error('a class was neither made nor there')
      return { id: before.id, isNew: false }
    }
    const details = { course: wish.courseKey, until: wish.until.toISOString(), people: wish.people.length }
    await noteInJournal(
      scope,
      by,
      { action: 'class-made', objectType: 'training-class', objectId: made.id, details },
      now,
    )
    return { id: made.id, isNew: true }
  })
}

/** False where it is closed already or not there. */
export function closeClass(context: Classes, by: Acting, id: number, now: Date): Promise<boolean> {
  return context.database.asMember(by.organisationId, async (scope) => {
    const isClosed = await markClosed(scope, { organisationId: by.organisationId, id }, now)
    if (isClosed)
      await noteInJournal(
        scope,
        by,
        { action: 'class-closed', objectType: 'training-class', objectId: id },
        now,
      )
    return isClosed
  })
}

export function viewClass(
  context: Classes,
  organisationId: number,
  id: number,
): Promise<TrainingClass | null> {
  return context.database.asMember(organisationId, (scope) => findClass(scope, organisationId, id))
}

/** Who starts a course from a page of the house is as nameless in it as everybody else. */
export function selfClassOf(
  context: Classes,
  organisationId: number,
  { course, language }: { readonly course: Course; readonly language: string },
  now: Date,
): Promise<TrainingClass> {
  return context.database.asMember(organisationId, async (scope) => {
    const before = await findSelfClass(scope, organisationId, course.key)
    if (before) return before
    await insertClasses(scope, [
      {
        organisationId,
        courseKey: course.key,
        kind: 'self',
        label: null,
        code: newClassCode(),
        language,
        until: null,
        people: [],
        campaignId: null,
        formToken: null,
        madeAt: now,
        madeBy: 'training',
        madeByName: 'Salus',
      },
    ])
    const made = await findSelfClass(scope, organisationId, course.key)
    if (!made) throw new Error(`the standing class of ${course.key} was made and is not there`)
    return made
  })
}
