// What all pages of a learner begin with: the class of the code, the try of the cookie, the language of the class.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest, PageReply } from '../../../platform/http/endpoint.ts'
import { classOfCode, type OpenedClass, type Try, tryOf } from '../actions/learn.ts'
import { readClassCode } from '../class-code.ts'
import type { Courses } from '../course.ts'
import { learnerCookie } from '../learner-token.ts'
import { learnHref } from './paths.ts'
import { inLanguageOf, type Reader, readerOf } from './reader.ts'

export interface Learning<R extends AnyRequest> extends OpenedClass {
  readonly code: string
  readonly request: R
  readonly reader: Reader
  /** Null for who has not begun, or began on another computer. */
  readonly given: Try | null
}

/** Null where no class has this code. */
export async function learningOf<R extends AnyRequest & { readonly params: { readonly code: string } }>(
  context: Context,
  courses: Courses,
  request: R,
): Promise<Learning<R> | null> {
  const code = readClassCode(request.params.code)
  const opened = code && (await classOfCode(context, courses, code, request.now))
  if (!code || !opened) return null
  const inLanguage = inLanguageOf(request, opened.trainingClass)
  return {
    ...opened,
    code,
    request: inLanguage,
    reader: readerOf(context, inLanguage),
    given: await tryOf(context, opened, request.cookies[learnerCookie]),
  }
}

export type Begun<R extends AnyRequest> = Learning<R> & { readonly given: Try }

/**
 * Whoever has not begun is led to the first page; so is a code that is none, so that wrong ones are counted there and
 * nobody learns otherwise which codes there are.
 */
export async function begunOf<R extends AnyRequest & { readonly params: { readonly code: string } }>(
  context: Context,
  courses: Courses,
  request: R,
  show: (begun: Begun<R>) => Promise<PageReply>,
): Promise<PageReply> {
  const learning = await learningOf(context, courses, request)
  if (!learning?.given) return { redirect: learnHref(encodeURIComponent(request.params.code)) }
  return show({ ...learning, given: learning.given })
}
