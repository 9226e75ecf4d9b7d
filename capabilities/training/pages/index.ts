// Every screen of training, one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import type { FactBook } from '../../facts/index.ts'
import type { Courses } from '../course.ts'
import { centrePages } from './centre.tsx'
import { certificatePages } from './certificate.tsx'
import { checkPages } from './check.tsx'
import { classPages } from './class.tsx'
import { classFormPages } from './class-form.tsx'
import { coursePages } from './course.tsx'
import { enterPages } from './enter.tsx'
import { homePages } from './home.tsx'
import { keyPages } from './keys.ts'
import { lessonPages } from './lessons.tsx'
import { questionPages } from './questions.tsx'
import { resultPages } from './result.tsx'

export function trainingPages(context: Context, facts: FactBook, courses: Courses): readonly Page[] {
  return [
    ...homePages(context, facts, courses),
    ...classFormPages(context, courses),
    ...classPages(context, courses),
    ...coursePages(context, courses),
    ...centrePages(context, courses),
    ...enterPages(context, courses),
    ...lessonPages(context, courses),
    ...questionPages(context, courses),
    ...resultPages(context, courses),
    ...certificatePages(context, courses),
    ...checkPages(context),
    ...keyPages(context),
  ]
}
