// Lessons of a case: each is somebody's by a time, also when the case is closed; and those still open, of all cases.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Access } from '../../access.ts'
import {
  countOpenLessons,
  type LessonCount,
  type OpenLesson,
  selectOpenLessons,
} from '../../store/statistics.ts'
import { addTask } from '../keep.ts'
import { mustBeAtHome } from './at-home.ts'

type Learning = Pick<Context, 'database'>

/** More than anybody works off; the page says where there are more. */
export const shownLessons = 200

export interface LessonCommand {
  readonly lesson: string
  /** Key of a measure, a course or a service; null where nobody knows yet. */
  readonly leadsTo: string | null
  readonly owner: string
  readonly dueAt: Date
}

export async function addLesson(
  context: Learning,
  access: Access,
  { lesson, leadsTo, owner, dueAt }: LessonCommand,
  now: Date,
): Promise<void> {
  mustBeAtHome(access)
  await addTask(context, access, { kind: 'lesson', title: lesson, leadsTo, toWhom: null, owner, dueAt }, now)
}

export function openLessonsOf(context: Learning, organisationId: number): Promise<readonly OpenLesson[]> {
  return context.database.asMember(organisationId, (scope) => selectOpenLessons(scope, shownLessons + 1))
}

export function countLessons(context: Learning, now: Date): Promise<readonly LessonCount[]> {
  return context.database.asEngine((scope) => countOpenLessons(scope, now))
}
