// Every page for afterwards: behind the doors of the hospital and of the centre, and the list of open lessons.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Page } from '../../../../platform/http/endpoint.ts'
import { afterPage } from './after.tsx'
import { extractPages } from './extract.tsx'
import { homeDoors } from './frame.tsx'
import { openLessonsPage } from './open-lessons.tsx'

export function afterPages(context: Context): readonly Page[] {
  return [
    openLessonsPage(context),
    ...homeDoors.flatMap((door) => [...afterPage(context, door), ...extractPages(context, door)]),
  ]
}
