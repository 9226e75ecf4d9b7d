// One lesson a page: a scene from the house, what to know about it, what to remember.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, ButtonLink, PageHead, Plain } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { placePath } from '../contract/forms.ts'
import type { Course, Courses } from '../course.ts'
import { begunOf } from './learning.ts'
import { learnBase, learnHref, lessonHref, questionHref } from './paths.ts'
import type { Reader } from './reader.ts'

export function lessonPages(context: Context, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${learnBase}/:code/lessons/:number`,
      permission: 'public',
      params: placePath,
      query: nothing,
      body: nothing,
      handle: (request) =>
        begunOf(
          context,
          courses,
          request,
          async ({ code, course, reader, request: shown }): Promise<PageReply> => {
            const { number } = shown.params
            const lesson = course.body.lessons[number - 1]
            if (!lesson) return { redirect: learnHref(code) }
            const title = textIn(lesson.title, reader.translator.locale)
            const content = (
              <Lesson code={code} course={course} lesson={lesson} number={number} reader={reader} />
            )
            return { html: await context.render(shown, { title, content, width: 'narrow' }) }
          },
        ),
    }),
  ]
}

interface LessonProps {
  readonly code: string
  readonly course: Course
  readonly lesson: Course['body']['lessons'][number]
  readonly number: number
  readonly reader: Reader
}

function Lesson({ code, course, lesson, number, reader }: LessonProps) {
  const { t, locale } = reader.translator
  const total = course.body.lessons.length
  return (
    <>
      <PageHead title={textIn(lesson.title, locale)} meta={t('training.lesson.place', { number, total })} />
      <div class="s-stack-l s-measure">
        {lesson.scene && (
          <section class="s-scene" aria-labelledby="scene">
            <h2 id="scene">{t('training.lesson.scene')}</h2>
            <Paragraphs text={textIn(lesson.scene, locale)} />
          </section>
        )}
        <div class="s-stack">
          <Paragraphs text={textIn(lesson.text, locale)} />
        </div>
        {lesson.remember.length > 0 && (
          <Plain id="remember" heading={t('training.lesson.remember')}>
            <ul class="govuk-list govuk-list--bullet">
              {lesson.remember.map((line, index) => (
                <li key={index}>{textIn(line, locale)}</li>
              ))}
            </ul>
          </Plain>
        )}
        <Actions>
          {number < total ? (
            <ButtonLink href={lessonHref(code, number + 1)}>{t('training.lesson.next')}</ButtonLink>
          ) : (
            <ButtonLink href={questionHref(code, 1)}>{t('training.lesson.quiz')}</ButtonLink>
          )}
          <a href={number > 1 ? lessonHref(code, number - 1) : learnHref(code)}>
            {t('training.lesson.back')}
          </a>
        </Actions>
      </div>
    </>
  )
}

/** Empty lines part paragraphs; there is no other markup in our texts. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </>
  )
}
