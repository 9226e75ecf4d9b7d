// The page "Training" of a house: certificates that count, courses for each role with the reason, classes, figures without names.
// SPDX-License-Identifier: EUPL-1.2

import { jsonLines } from '@salus/standards/xapi'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Actions, ButtonLink, Empty, Plain, Sheet } from '../../../web/kit/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { Courses } from '../course.ts'
import { houseStatements } from '../experiences.ts'
import { selectClasses } from '../store/classes.ts'
import { selectReleases } from '../store/outcomes.ts'
import { selectRenewals } from '../store/renewals.ts'
import { ClassTable } from './class-table.tsx'
import { HouseFigures, HouseHead, Renewals } from './house-figures.tsx'
import { courseHref, homeHref, memberBase, newClassHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { CourseReason, type CourseReasonProps, offeredCourses, timeText } from './words.tsx'

const classesShown = 50

export function homePages(context: Context, book: FactBook, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: memberBase,
      permission: 'training:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, courses, request),
    }),
    definePage({
      method: 'GET',
      path: `${memberBase}/xapi`,
      permission: 'training:lead',
      params: memberPath,
      query: nothing,
      body: nothing,
      async handle({ organisationId }): Promise<PageReply> {
        const releases = await context.database.asMember(organisationId, (scope) =>
          selectReleases(scope, [organisationId]),
        )
        const speaking = { origin: context.origin(), secret: context.secret }
        return {
          file: jsonLines(houseStatements(releases, courses(), speaking)),
          fileName: `training-${organisationId}.xapi.jsonl`,
          contentType: 'application/x-ndjson; charset=utf-8',
        }
      },
    }),
  ]
}

async function show(
  context: Context,
  book: FactBook,
  courses: Courses,
  request: AnyRequest,
): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { house, facts } = await context.database.asMember(organisationId, async (scope) => ({
    house: {
      organisationId,
      employees: (await findOrganisation(scope, organisationId))?.employees ?? null,
      classes: await selectClasses(scope, organisationId, classesShown),
      releases: await selectReleases(scope, [organisationId]),
      renewals: await selectRenewals(scope, [organisationId]),
    },
    facts: await book.about(scope, organisationId, now),
  }))
  const role = request.membership?.role
  const mayMake = role === 'responder' || role === 'lead'
  const offered = offeredCourses(courses(), facts).map((one) => ({ ...one, book, facts, reader }))
  const list = <CourseList organisationId={organisationId} offered={offered} reader={reader} />
  const content = (
    <>
      <HouseHead house={house} courses={courses()} reader={reader} />
      <div class="s-stack-l">
        {mayMake && (
          <Actions>
            <ButtonLink href={newClassHref(organisationId)}>{t('training.make')}</ButtonLink>
          </Actions>
        )}
        {house.classes.length === 0 && house.releases.length === 0 ? (
          <>
            {list}
            <Plain id="classes" heading={t('training.classes.heading')}>
              <Empty heading={t('training.classes.none')} headingLevel={3}>
                {t('training.classes.none.text')}
              </Empty>
            </Plain>
          </>
        ) : (
          <>
            <Plain id="classes" heading={t('training.classes.heading')} flush>
              <ClassTable
                classes={house.classes}
                releases={house.releases}
                courses={courses()}
                reader={reader}
              />
            </Plain>
            <Renewals house={house} courses={courses()} reader={reader} />
            <HouseFigures house={house} courses={courses()} reader={reader} isLead={role === 'lead'} />
            {list}
          </>
        )}
      </div>
    </>
  )
  const title = t('training.title')
  return { html: await context.render(request, { title, content, current: homeHref(organisationId) }) }
}

function CourseList({
  organisationId,
  offered,
  reader,
}: {
  readonly organisationId: number
  readonly offered: readonly CourseReasonProps[]
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  return (
    <Sheet id="courses" heading={t('training.courses.heading')}>
      {offered.length === 0 ? (
        <Empty heading={t('training.courses.none')} headingLevel={3}>
          {t('training.courses.none.text')}
        </Empty>
      ) : (
        <ul class="s-courses">
          {offered.map((one) => (
            <li key={one.course.key} class="s-stack">
              <h3>
                <a href={courseHref(organisationId, one.course.key)}>{textIn(one.course.title, locale)}</a>
              </h3>
              <p class="s-dense s-quiet">
                {`${t(`training.role.${one.course.body.role}`)} · ${timeText(one.course, reader)}`}
              </p>
              <CourseReason {...one} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
