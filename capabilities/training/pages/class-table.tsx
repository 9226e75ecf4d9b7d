// The classes of a house: for whom, until when, their code, and figures of five and more.
// SPDX-License-Identifier: EUPL-1.2
import { StateWord, Table } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { spacedCode } from '../class-code.ts'
import type { Course } from '../course.ts'
import { type Rate, type Release, rateOf } from '../rates.ts'
import type { TrainingClass } from '../store/classes.ts'
import { classHref } from './paths.ts'
import { lastDayText, type Reader } from './reader.ts'
import { rateColumns } from './words.tsx'

export interface ClassTableProps {
  readonly classes: readonly TrainingClass[]
  readonly releases: readonly Release[]
  readonly courses: readonly Course[]
  readonly reader: Reader
}

type Row = TrainingClass & { readonly rate: Rate }

export function ClassTable({ classes, releases, courses, reader }: ClassTableProps) {
  const { t, locale } = reader.translator
  const rows: readonly Row[] = classes.map((one) => ({
    ...one,
    rate: rateOf(releases.filter(({ classId }) => classId === one.id)),
  }))
  const courseName = (key: string) => {
    const course = courses.find((one) => one.key === key)
    return course ? textIn(course.title, locale) : key
  }
  return (
    <Table
      caption={t('training.classes.heading')}
      columns={[
        {
          label: t('training.classes.label'),
          kind: 'head',
          main: true,
          cell: (one) => (
            <>
              <a href={classHref(one.organisationId, one.id)}>{one.label}</a>
              <span class="s-sub">{courseName(one.courseKey)}</span>
            </>
          ),
        },
        {
          label: t('training.classes.code'),
          nowrap: true,
          cell: ({ code }) => <span translate={false}>{spacedCode(code)}</span>,
        },
        {
          label: t('training.classes.until'),
          cell: ({ until, closedAt }) =>
            closedAt || (until && until <= reader.now) ? (
              <StateWord state="done">{t('training.classes.over')}</StateWord>
            ) : until ? (
              lastDayText(until, reader)
            ) : null,
        },
        ...rateColumns<Row>(reader),
      ]}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}
