// The centre's figures on filings, by quarter, regime and duty, each with what it was counted out of; on screen and as CSV.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { countLessons } from '../actions/after/lessons.ts'
import { readStatistics } from '../actions/after/statistics.ts'
import type { RegimeFigures } from '../statistics.ts'
import { Figures, statisticsPath } from './statistics/figures.tsx'

export function statisticsPages(context: Context): readonly Page[] {
  const common = {
    method: 'GET',
    permission: 'incidents:assist',
    params: nothing,
    query: nothing,
    body: nothing,
  } as const
  return [
    definePage({
      ...common,
      path: statisticsPath,
      async handle(request) {
        const translator = context.translator(request.locale)
        const statistics = await readStatistics(context, request.now)
        const lessons = await countLessons(context, request.now)
        return {
          html: await context.render(request, {
            title: translator.t('after.figures.title'),
            current: '/centre/incidents',
            content: <Figures {...{ statistics, lessons, translator, now: request.now }} />,
          }),
        }
      },
    }),
    definePage({
      ...common,
      path: `${statisticsPath}.csv`,
      async handle(request) {
        const { figures, members } = await readStatistics(context, request.now)
        const day = request.now.toISOString().slice(0, 10)
        return {
          file: csvOf(figures, members),
          fileName: `incident-filings-${day}.csv`,
          contentType: 'text/csv; charset=utf-8',
        }
      },
    }),
  ]
}

/** Codes and figures only, so that no program takes a cell for a formula. */
export function csvOf(figures: readonly RegimeFigures[], members: number): string {
  const head =
    'quarter,quarter_is_over,regime,duty,filings,hospitals,members_now,filings_with_due_time,in_time,median_hours_from_awareness'
  const rows = figures.map((row) =>
    [
      row.period,
      row.isWhole ? 'yes' : 'no',
      row.regime,
      row.duty,
      row.filings,
      row.organisations,
      members,
      row.timed,
      row.inTime,
      row.medianHours === null ? '' : row.medianHours.toFixed(2),
    ].join(','),
  )
  return `${[head, ...rows].join('\r\n')}\r\n`
}
