// One course: what it brings, what it is made of, where it comes from; for the house, and public for whoever holds a certificate.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { isLocale } from '../../../platform/i18n/index.ts'
import { Actions, Button, ButtonLink, CsrfField, PageHead, ReasonLine } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { selfClassOf } from '../actions/classes.ts'
import { coursePath, publicCoursePath } from '../contract/forms.ts'
import type { Course, Courses } from '../course.ts'
import { CourseFacts } from './course-facts.tsx'
import { courseHref, homeHref, learnBase, learnHref, memberBase, newClassHref } from './paths.ts'
import { readerOf } from './reader.ts'
import { timeText } from './words.tsx'

export function coursePages(context: Context, courses: Courses): readonly Page[] {
  const find = (wanted: string): Course => {
    const course = courses().find(({ key }) => key === wanted)
    if (!course) throw notFound('There is no course of this name.')
    return course
  }
  return [
    definePage({
      method: 'GET',
      path: `${memberBase}/:key`,
      permission: 'training:read',
      params: coursePath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, find(request.params.key)),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/:key/start`,
      permission: 'training:read',
      params: coursePath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const course = find(request.params.key)
        const language = isLocale(request.locale) ? request.locale : 'en'
        const { code } = await selfClassOf(context, request.organisationId, { course, language }, request.now)
        return { redirect: learnHref(code) }
      },
    }),
    definePage({
      method: 'GET',
      path: `${learnBase}/about/:key`,
      permission: 'public',
      params: publicCoursePath,
      query: nothing,
      body: nothing,
      handle: (request) => about(context, request, find(request.params.key)),
    }),
  ]
}

async function show(context: Context, request: AnyRequest, course: Course): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t, tr, locale } = reader.translator
  const role = request.membership?.role
  const title = textIn(course.title, locale)
  const content = (
    <>
      <PageHead
        title={title}
        meta={timeText(course, reader)}
        lead={textIn(course.summary, locale)}
        because={tr(`training.because.${course.body.role}`)}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('training.title'), href: homeHref(organisationId) }],
        }}
      />
      <div class="s-stack-l">
        <form class="s-stack" method="post" action={`${courseHref(organisationId, course.key)}/start`}>
          <CsrfField token={reader.csrfToken} />
          <Actions>
            <Button>{t('training.course.start')}</Button>
            {(role === 'responder' || role === 'lead') && (
              <ButtonLink kind="secondary" href={newClassHref(organisationId, course.key)}>
                {t('training.course.make')}
              </ButtonLink>
            )}
          </Actions>
          <p class="s-dense s-quiet">{t('training.course.start.say')}</p>
        </form>
        <CourseFacts course={course} organisationId={organisationId} reader={reader} />
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, current: homeHref(organisationId) }) }
}

async function about(context: Context, request: AnyRequest, course: Course): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { tr, locale } = reader.translator
  const title = textIn(course.title, locale)
  const content = (
    <>
      <PageHead title={title} meta={timeText(course, reader)} lead={textIn(course.summary, locale)} />
      <div class="s-stack-l">
        <ReasonLine>{tr(`training.because.${course.body.role}`)}</ReasonLine>
        <CourseFacts course={course} organisationId={null} reader={reader} />
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, width: 'narrow' }) }
}
