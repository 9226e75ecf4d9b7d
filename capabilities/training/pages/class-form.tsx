// The form for a class: course, for whom, until when, in which language, and whom to remind of the sheet.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { CheckboxField, ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { type Colleague, colleaguesIn } from '../../accounts/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { makeClass } from '../actions/classes.ts'
import { classForm, newClassQuery, type TypedClassForm } from '../contract/forms.ts'
import type { Courses } from '../course.ts'
import { type ClassFaults, readClass } from '../typed.ts'
import { ClassFields, ClassFormFrame, classFaultList } from './class-fields.tsx'
import { classHref, homeHref, memberBase } from './paths.ts'
import { actOf, readerOf } from './reader.ts'

export function classFormPages(context: Context, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${memberBase}/classes/new`,
      permission: 'training:write',
      params: memberPath,
      query: newClassQuery,
      body: nothing,
      handle: async (request) =>
        show(context, courses, request, await emptyForm(context, request, request.query.course), {}),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/classes`,
      permission: 'training:write',
      params: memberPath,
      query: nothing,
      body: classForm,
      async handle(request) {
        const { body, organisationId, now } = request
        const { wish, faults } = readClass(body, {
          courses: courses().map(({ key }) => key),
          languages: locales,
          timeZone: request.membership?.timeZone ?? 'UTC',
          now,
        })
        if (faults) return show(context, courses, request, body, faults)
        const colleagues = await colleaguesOf(context, request)
        const people = colleagues
          .map(({ personId }) => personId)
          .filter((id) => body.people.includes(String(id)))
        const { formToken } = body
        const { id } = await makeClass(context, actOf(request), { ...wish, people, formToken }, now)
        return { redirect: `${classHref(organisationId, id)}?done=made` }
      },
    }),
  ]
}

/** Only a lead writes to colleagues. */
async function colleaguesOf(context: Context, request: AnyRequest): Promise<readonly Colleague[]> {
  const { organisationId, membership } = request
  if (membership?.role !== 'lead') return []
  return context.database.asMember(organisationId, (scope) => colleaguesIn(scope, [organisationId]))
}

async function emptyForm(context: Context, request: AnyRequest, course: string): Promise<TypedClassForm> {
  const { organisationId } = request
  const organisation = await context.database.asMember(organisationId, (scope) =>
    findOrganisation(scope, organisationId),
  )
  return {
    course,
    label: '',
    'until-day': '',
    'until-month': '',
    'until-year': '',
    language:
      organisation?.languages.find((one) => locales.some((locale) => locale === one)) ?? request.locale,
    people: [],
    formToken: randomUUID(),
  }
}

async function show(
  context: Context,
  courses: Courses,
  request: AnyRequest,
  typed: TypedClassForm,
  faults: ClassFaults,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const colleagues = await colleaguesOf(context, request)
  const errors = classFaultList(faults, reader)
  const title = t('training.form.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        lead={t('training.form.lead')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('training.title'), href: homeHref(organisationId) }],
        }}
      />
      <ClassFormFrame
        action={`${homeHref(organisationId)}/classes`}
        button={t('training.form.make')}
        formToken={typed.formToken}
        reader={reader}
      >
        <ClassFields typed={typed} faults={faults} courses={courses()} reader={reader} />
        {colleagues.length > 0 && (
          <CheckboxField
            name="people"
            label={t('training.form.people')}
            hint={t('training.form.people.hint')}
            choices={colleagues.map(({ personId, name }) => ({ value: String(personId), label: name }))}
            values={typed.people}
          />
        )}
      </ClassFormFrame>
    </>
  )
  return {
    html: await context.render(request, {
      title,
      content,
      current: homeHref(organisationId),
      width: 'narrow',
    }),
    status: errors.length > 0 ? 422 : 200,
  }
}
