// What stands about a course: goals, lessons, the measures it teaches, and version, source, licence, last review.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, isLocale, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Facts, Plain, Sheet } from '../../../web/kit/index.ts'
import { itemByKey, itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { type Course, neededRight } from '../course.ts'
import { plainDay, type Reader } from './reader.ts'

export interface CourseFactsProps {
  readonly course: Course
  /** Null where a stranger reads: no links into pages of a house. */
  readonly organisationId: number | null
  readonly reader: Reader
}

export function CourseFacts(props: CourseFactsProps) {
  const { course, reader } = props
  const { t, locale } = reader.translator
  return (
    <>
      <Sheet id="goals" heading={t('training.course.goals')}>
        <ul class="govuk-list govuk-list--bullet">
          {course.body.goals.map((goal, index) => (
            <li key={index}>{textIn(goal, locale)}</li>
          ))}
        </ul>
      </Sheet>
      <Plain id="lessons" heading={t('training.course.lessons')}>
        <ol class="govuk-list govuk-list--number">
          {course.body.lessons.map(({ key, title }) => (
            <li key={key}>{textIn(title, locale)}</li>
          ))}
        </ol>
      </Plain>
      <Taught {...props} />
      <Plain id="about" heading={t('training.course.about')}>
        <Facts facts={aboutOf(course, reader)} />
      </Plain>
    </>
  )
}

function Taught({ course, organisationId, reader }: CourseFactsProps) {
  const { t, locale } = reader.translator
  const taught = course.links.flatMap(({ relation, to }) => {
    const item = relation === 'teaches' ? itemByKey(to) : null
    return item ? [item] : []
  })
  if (organisationId === null || taught.length === 0) return null
  return (
    <Plain id="teaches" heading={t('training.course.teaches')}>
      <ul class="govuk-list govuk-list--bullet">
        {taught.map((item) => (
          <li key={item.key}>
            <a href={itemHref(organisationId, item)}>{textIn(item.title, locale)}</a>
          </li>
        ))}
      </ul>
    </Plain>
  )
}

function aboutOf(course: Course, reader: Reader) {
  const { t } = reader.translator
  const { body, reviewedOn, reviewedBy, source } = course
  return [
    { term: t('training.course.role'), value: t(`training.role.${body.role}`) },
    {
      term: t('training.course.pass'),
      value: t('training.course.pass.value', { needed: neededRight(course), questions: body.quiz.length }),
    },
    {
      term: t('training.course.valid'),
      value: t('training.course.valid.value', { months: body.validMonths }),
    },
    { term: t('training.course.languages'), value: languagesOf(course, reader) },
    { term: t('training.course.version'), value: course.version },
    {
      term: t('training.course.source'),
      value: source.url ? <a href={source.url}>{source.name}</a> : source.name,
    },
    { term: t('training.course.licence'), value: course.licence },
    {
      term: t('training.course.reviewed'),
      value:
        reviewedOn && reviewedBy
          ? t('training.course.reviewed.value', { day: plainDay(reviewedOn, reader), name: reviewedBy })
          : t('training.course.reviewed.none'),
    },
    ...(course.references.length > 0
      ? [{ term: t('training.course.references'), value: referencesOf(course) }]
      : []),
  ]
}

function languagesOf({ languages, title }: Course, { translator }: Reader): string {
  const all = languages.length > 0 ? languages : Object.keys(title)
  return formatList(
    all.map((one) => (isLocale(one) ? nameOfLocale(one) : one)),
    translator,
  )
}

const frameworkNames: Readonly<Record<Course['references'][number]['framework'], string>> = {
  'nis2-art-21': 'NIS2 Art. 21(2)',
  'implementing-regulation-2024-2690': '(EU) 2024/2690',
  'nist-csf-2.0': 'NIST CSF 2.0',
  'hhs-hph-cpg': 'HHS HPH CPG',
  'iso-27001-2022': 'ISO/IEC 27001:2022',
  'cis-8': 'CIS 8',
}

function referencesOf({ references }: Course): string {
  return references.map(({ framework, ids }) => `${frameworkNames[framework]} ${ids.join(', ')}`).join(' · ')
}
