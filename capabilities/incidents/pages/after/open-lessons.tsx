// All lessons of a member that are still open, over all its cases, and the line by which the list of cases leads here.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../../platform/http/input.ts'
import { formatInstant, type Translator } from '../../../../platform/i18n/index.ts'
import { Empty, PageHead, Plain, StateWord, Table } from '../../../../web/kit/index.ts'
import { openLessonsOf, shownLessons } from '../../actions/after/lessons.ts'
import type { OpenLesson } from '../../store/statistics.ts'

export function openLessonsPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/incidents/lessons',
    permission: 'incidents:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { organisationId, now } = request
      const translator = context.translator(request.locale)
      const lessons = await openLessonsOf(context, organisationId)
      const list = `/o/${organisationId}/incidents`
      const timeZone = request.membership?.timeZone ?? 'UTC'
      const props = { lessons, translator, timeZone, now, list }
      return {
        html: await context.render(request, {
          title: translator.t('after.open.title', { count: lessons.length }),
          current: list,
          content: <OpenLessons {...props} />,
        }),
      }
    },
  })
}

interface OpenLessonsProps {
  readonly lessons: readonly OpenLesson[]
  readonly translator: Translator
  readonly timeZone: string
  readonly now: Date
  /** Address of the list of cases. */
  readonly list: string
}

function OpenLessons({ lessons, translator, timeZone, now, list }: OpenLessonsProps) {
  const { t } = translator
  const shown = lessons.slice(0, shownLessons)
  return (
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('incidents.menu'), href: list }] }}
        title={t('after.open.title', { count: shown.length })}
        lead={t('after.lessons.what')}
      />
      {shown.length === 0 ? (
        <Empty heading={t('after.open.none')}>{t('after.open.none.text')}</Empty>
      ) : (
        <Plain id="lessons" heading={t('after.lessons')} aside={t('after.zone', { zone: timeZone })} flush>
          <Table<OpenLesson>
            caption={t('after.lessons')}
            rows={shown}
            keyOf={({ taskId }) => taskId}
            stateOf={({ dueAt }) => (dueAt < now ? 'late' : undefined)}
            columns={[
              {
                label: t('after.lessons.lesson'),
                kind: 'head',
                main: true,
                phoneLabel: null,
                cell: ({ title }) => title,
              },
              { label: t('after.lessons.owner'), cell: ({ owner }) => owner },
              {
                label: t('after.lessons.due'),
                cell: ({ dueAt }) => (
                  <>
                    {formatInstant(dueAt, { translator, timeZone, style: 'instant-year' })}
                    {dueAt < now && (
                      <span class="s-sub">
                        <StateWord state="late">{t('after.lessons.late')}</StateWord>
                      </span>
                    )}
                  </>
                ),
              },
              {
                label: t('after.open.case'),
                cell: ({ incidentId, word, realm }) => (
                  <>
                    <a href={`${list}/${incidentId}/after#lessons`}>{word}</a>
                    {realm === 'exercise' && <span class="s-sub">{t('after.open.exercise')}</span>}
                  </>
                ),
              },
            ]}
          />
        </Plain>
      )}
      {lessons.length > shownLessons && <p>{t('after.open.more', { count: shownLessons })}</p>}
    </>
  )
}

/** For the list of cases; nothing where no lesson is open. */
export async function openLessonsLine(
  context: Pick<Context, 'database'>,
  organisationId: number,
  { t }: Translator,
  now: Date,
) {
  const lessons = await openLessonsOf(context, organisationId)
  if (lessons.length === 0) return null
  const late = lessons.filter(({ dueAt }) => dueAt < now).length
  return (
    <p>
      <a href={`/o/${organisationId}/incidents/lessons`}>
        {t('after.open.title', { count: lessons.length })}
      </a>{' '}
      {late > 0 && <StateWord state="late">{t('after.open.late', { count: late })}</StateWord>}
    </p>
  )
}
