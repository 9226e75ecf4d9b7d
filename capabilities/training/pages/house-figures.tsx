// What a house sees of its learners: certificates that count, when to give a course again, figures of five and more.
// SPDX-License-Identifier: EUPL-1.2
import { ButtonLink, Empty, PageHead, Plain, ReasonLine, Table } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Course } from '../course.ts'
import type { NumberedRelease } from '../experiences.ts'
import { groupFloor } from '../floor.ts'
import { rateOf, validPeople } from '../rates.ts'
import { attemptKeptDays } from '../retention.ts'
import type { TrainingClass } from '../store/classes.ts'
import type { Renewal } from '../store/renewals.ts'
import { homeHref } from './paths.ts'
import { dayText, type Reader } from './reader.ts'
import { MonthChart, rateColumns } from './words.tsx'

export interface House {
  readonly organisationId: number
  readonly employees: number | null
  readonly classes: readonly TrainingClass[]
  readonly releases: readonly NumberedRelease[]
  readonly renewals: readonly Renewal[]
}

interface Part {
  readonly house: House
  readonly courses: readonly Course[]
  readonly reader: Reader
}

export function HouseHead({ house, courses, reader }: Part) {
  const { t, tr } = reader.translator
  const months = new Map(courses.map(({ key, body }) => [key, body.validMonths]))
  const people = validPeople(house.releases, { validMonths: (key) => months.get(key) ?? null }, reader.now)
  const { employees } = house
  const because =
    people === 0
      ? tr('training.home.because.none')
      : employees === null || employees < groupFloor
        ? tr('training.home.because.staff', { people })
        : tr('training.home.because', {
            people,
            employees,
            percent: Math.min(100, Math.round((people * 100) / employees)),
          })
  return (
    <PageHead
      title={people === 0 ? t('training.home.none') : t('training.home.counted', { people })}
      meta={t('training.title')}
      lead={t('training.home.lead')}
      because={because}
    />
  )
}

export function Renewals({ house, courses, reader }: Part) {
  const { t, locale } = reader.translator
  const due = house.renewals.flatMap(({ courseKey, dueAt }) => {
    const course = courses.find(({ key }) => key === courseKey)
    return course && dueAt ? [{ course: textIn(course.title, locale), day: dayText(dueAt, reader) }] : []
  })
  if (due.length === 0) return null
  return (
    <Plain id="renewals" heading={t('training.renewals.heading')}>
      <ul class="govuk-list govuk-list--bullet">
        {due.map((one) => (
          <li key={one.course}>{t('training.renewals.item', one)}</li>
        ))}
      </ul>
    </Plain>
  )
}

export function HouseFigures({ house, courses, reader, isLead }: Part & { readonly isLead: boolean }) {
  const { t, tr } = reader.translator
  const { releases, organisationId } = house
  return (
    <Plain id="figures" heading={t('training.rates.heading')}>
      {releases.length === 0 ? (
        <Empty heading={t('training.rates.none')} headingLevel={3}>
          {t('training.rates.none.text')}
        </Empty>
      ) : (
        <>
          <p class="s-measure">{t('training.rates.say', { days: attemptKeptDays })}</p>
          <MonthChart releases={releases} reader={reader} />
          <CourseRates house={house} courses={courses} reader={reader} />
        </>
      )}
      {isLead &&
        (releases.length === 0 ? (
          <ReasonLine>{tr('training.rates.xapi.few')}</ReasonLine>
        ) : (
          <div class="s-stack">
            <p class="s-measure">{t('training.rates.xapi.say')}</p>
            <p>
              <ButtonLink kind="secondary" href={`${homeHref(organisationId)}/xapi`}>
                {t('training.rates.xapi')}
              </ButtonLink>
            </p>
          </div>
        ))}
    </Plain>
  )
}

function CourseRates({ house, courses, reader }: Part) {
  const { t, locale } = reader.translator
  const rows = [...Map.groupBy(house.releases, ({ courseKey }) => courseKey)].map(([key, own]) => {
    const course = courses.find((one) => one.key === key)
    return { key, name: course ? textIn(course.title, locale) : key, rate: rateOf(own) }
  })
  return (
    <Table
      caption={t('training.rates.by-course')}
      showCaption
      columns={[
        { label: t('training.classes.course'), kind: 'head', main: true, cell: ({ name }) => name },
        ...rateColumns<(typeof rows)[number]>(reader),
      ]}
      rows={rows}
      keyOf={({ key }) => key}
    />
  )
}
