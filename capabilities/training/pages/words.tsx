// Words and figures that several pages of a house and the centre share: rates with their floor, courses with their reason.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, type Column, ReasonLine } from '../../../web/kit/index.ts'
import { audienceTable } from '../../catalogue/index.ts'
import {
  type Decision,
  decide,
  type FactBook,
  type Facts as KnownFacts,
  textIn,
  valueText,
} from '../../facts/index.ts'
import type { Course } from '../course.ts'
import type { Rate, Release } from '../rates.ts'
import { monthText, type Reader } from './reader.ts'

/** Unknown is never shown as none: below five it may be nobody, or four. */
export function figure(people: number | null, { translator }: Reader): string {
  return people === null ? translator.t('training.few') : formatNumber(people, translator)
}

export function rateColumns<Row extends { readonly rate: Rate }>(reader: Reader): readonly Column<Row>[] {
  const { t } = reader.translator
  return (['started', 'finished', 'passed'] as const).map((name) => ({
    label: t(`training.classes.${name}`),
    kind: 'number' as const,
    cell: ({ rate }) => figure(rate[name], reader),
  }))
}

/** More months make neither a readable drawing nor a decision. */
const monthsShown = 12

export function MonthChart({
  releases,
  reader,
}: {
  readonly releases: readonly Release[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const months = [...new Set(releases.map(({ month }) => month))].toSorted().slice(-monthsShown)
  const peopleOf = (month: string, isPassed: boolean) =>
    releases
      .filter((one) => one.month === month && (one.outcome === 'passed') === isPassed)
      .reduce((sum, { people }) => sum + people, 0)
  return (
    <BarChart
      caption={t('training.rates.by-month')}
      categoryLabel={t('training.rates.month')}
      totalLabel={t('training.rates.all')}
      series={[
        { series: 'answered', label: t('training.rates.passed') },
        { series: 'waiting', label: t('training.rates.not-passed') },
      ]}
      rows={months.map((month) => ({
        category: monthText(month, reader),
        counts: [peopleOf(month, true), peopleOf(month, false)],
      }))}
      formatNumber={(people) =>
        people === 0 ? t('training.few.short') : formatNumber(people, reader.translator)
      }
    />
  )
}

export function timeText({ body }: Course, { translator }: Reader): string {
  const { minutes, lessons, quiz } = body
  return translator.t('training.intro.time', { minutes, lessons: lessons.length, questions: quiz.length })
}

export interface OfferedCourse {
  readonly course: Course
  readonly decision: Decision
}

const order = ['yes', 'unknown', 'no']

/** Those that fit first, then those of which we cannot tell, then the others: nothing is hidden. */
export function offeredCourses(courses: readonly Course[], facts: KnownFacts): readonly OfferedCourse[] {
  return courses
    .map((course) => ({ course, decision: decide(audienceTable(course), facts) }))
    .toSorted((a, b) => order.indexOf(a.decision.answer) - order.indexOf(b.decision.answer))
}

export interface CourseReasonProps extends OfferedCourse {
  readonly book: Pick<FactBook, 'keys'>
  readonly facts: KnownFacts
  readonly reader: Reader
}

export function CourseReason({ course, decision, book, facts, reader }: CourseReasonProps) {
  const { tr, locale } = reader.translator
  const { answer, lacking, used } = decision
  const own = decision.rows.find(({ because }) => because)?.because
  const known = used.map((name) => factText(name, { book, facts, reader }))
  if (answer === 'unknown') {
    const labels = lacking.map((name) => {
      const key = book.keys.get(name)
      return key ? textIn(key.label, locale) : name
    })
    return (
      <ReasonLine>
        {tr('training.because.unknown', { facts: formatList(labels, reader.translator) })}
      </ReasonLine>
    )
  }
  const because = own ? textIn(own, locale) : formatList(known, reader.translator)
  if (answer === 'no') return <ReasonLine>{tr('training.because.no', { facts: because })}</ReasonLine>
  return (
    <ReasonLine>
      {tr(`training.because.${course.body.role}`)}
      {because !== '' && <> {tr('training.because.facts', { facts: because })}</>}
    </ReasonLine>
  )
}

function factText(
  name: string,
  { book, facts, reader }: Pick<CourseReasonProps, 'book' | 'facts' | 'reader'>,
): string {
  const key = book.keys.get(name)
  const current = facts(name)
  if (!key || !current) return name
  return `${textIn(key.label, reader.translator.locale)}: ${valueText(key, current.value, reader.translator)}`
}
