// One class: its sheet to print and hang up, its figures, and the button that closes it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { Button, CsrfField, Facts, Note, PageHead, Plain } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { closeClass, viewClass } from '../actions/classes.ts'
import { spacedCode } from '../class-code.ts'
import { classPath, doneQuery } from '../contract/forms.ts'
import type { Course, Courses } from '../course.ts'
import { type Rate, rateOf } from '../rates.ts'
import type { TrainingClass } from '../store/classes.ts'
import { selectReleases } from '../store/outcomes.ts'
import { ClassSheet } from './class-sheet.tsx'
import { classHref, homeHref, memberBase } from './paths.ts'
import { actOf, lastDayText, localeOf, type Reader, readerOf } from './reader.ts'
import { figure } from './words.tsx'

export function classPages(context: Context, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${memberBase}/classes/:classId`,
      permission: 'training:read',
      params: classPath,
      query: doneQuery,
      body: nothing,
      handle: (request) => show(context, courses, request, request.query.done),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/classes/:classId/close`,
      permission: 'training:write',
      params: classPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { organisationId, params, now } = request
        await closeClass(context, actOf(request), params.classId, now)
        return { redirect: classHref(organisationId, params.classId) }
      },
    }),
  ]
}

async function show(
  context: Context,
  courses: Courses,
  request: AnyRequest & { readonly params: { readonly classId: number } },
  done: 'made' | null,
): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const one = await viewClass(context, organisationId, request.params.classId)
  const course = courses().find(({ key }) => key === one?.courseKey)
  if (!one || !course) throw notFound('There is no class of this number in your house.')
  const releases = await context.database.asMember(organisationId, (scope) =>
    selectReleases(scope, [organisationId]),
  )
  const isOver = one.closedAt !== null || (one.until !== null && now >= one.until)
  const role = request.membership?.role
  const mayClose = !isOver && one.kind !== 'self' && (role === 'responder' || role === 'lead')
  const title = t('training.class.title', {
    label: one.label ?? textIn(course.title, reader.translator.locale),
    code: spacedCode(one.code),
  })
  const content = (
    <>
      <div class="s-noprint">
        {done === 'made' && (
          <Note tone="done" announce>
            {t('training.class.made')}
          </Note>
        )}
        <PageHead
          title={title}
          lead={leadOf(one, course, isOver, reader)}
          wayTo={{
            label: t('shell.pages.wayTo'),
            steps: [{ label: t('training.title'), href: homeHref(organisationId) }],
          }}
        />
      </div>
      <div class="s-stack-l">
        {!isOver && (
          <ClassSheet
            course={course}
            code={one.code}
            label={one.label}
            until={
              one.until && lastDayText(one.until, { ...reader, translator: context.translator(one.language) })
            }
            origin={context.origin()}
            translator={context.translator(localeOf(one.language))}
          />
        )}
        <div class="s-noprint s-stack-l">
          <Numbers
            one={one}
            rate={rateOf(releases.filter(({ classId }) => classId === one.id))}
            reader={reader}
          />
          {mayClose && <Close one={one} reader={reader} />}
        </div>
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, current: homeHref(organisationId) }) }
}

function leadOf(one: TrainingClass, course: Course, isOver: boolean, reader: Reader): string {
  const { t, locale } = reader.translator
  const values = { course: textIn(course.title, locale) }
  if (isOver) return t('training.class.lead.over', values)
  if (!one.until) return t('training.class.lead.self', values)
  return t('training.class.lead', { ...values, until: lastDayText(one.until, reader) })
}

function Numbers({
  one,
  rate,
  reader,
}: {
  readonly one: TrainingClass
  readonly rate: Rate
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id="numbers" heading={t('training.class.numbers')}>
      <Facts
        facts={(['started', 'finished', 'passed'] as const).map((name) => ({
          term: t(`training.classes.${name}`),
          value: figure(rate[name], reader),
        }))}
      />
      <p class="s-dense s-quiet">
        {t('training.class.by', { centre: one.kind === 'campaign' ? 'yes' : 'other', name: one.madeByName })}{' '}
        {(one.kind === 'campaign' || one.people.length > 0) &&
          t('training.class.reminded', { people: one.people.length })}
      </p>
    </Plain>
  )
}

function Close({ one, reader }: { readonly one: TrainingClass; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <Plain id="close" heading={t('training.class.close')}>
      <p>{t('training.class.close.say')}</p>
      <form method="post" action={`${classHref(one.organisationId, one.id)}/close`}>
        <CsrfField token={reader.csrfToken} />
        <Button kind="secondary">{t('training.class.close')}</Button>
      </form>
    </Plain>
  )
}
