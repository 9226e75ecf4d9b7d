// Training as the centre sees it: shares by member from groups of five and more, and campaigns for all members.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber, locales } from '../../../platform/i18n/index.ts'
import {
  Empty,
  ErrorSummary,
  Note,
  PageHead,
  Plain,
  ReasonLine,
  Sheet,
  Table,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { readOrganisations } from '../../organisations/index.ts'
import { planCampaign } from '../actions/campaign.ts'
import { campaignQuery, classForm, type TypedClassForm } from '../contract/forms.ts'
import type { Course, Courses } from '../course.ts'
import type { NumberedRelease } from '../experiences.ts'
import { passedPercentOf } from '../rates.ts'
import { type Campaign, selectCampaigns } from '../store/campaigns.ts'
import { selectAllReleases } from '../store/outcomes.ts'
import { type ClassFaults, readClass } from '../typed.ts'
import { ClassFields, ClassFormFrame, classFaultList } from './class-fields.tsx'
import { centreHref } from './paths.ts'
import { lastDayText, type Reader, readerOf } from './reader.ts'

const campaignsShown = 20

export function centrePages(context: Context, courses: Courses): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: centreHref,
      permission: 'training:centre',
      params: nothing,
      query: campaignQuery,
      body: nothing,
      handle: (request) =>
        show(context, courses, request, {
          typed: emptyForm(request),
          faults: {},
          planned: request.query.planned,
        }),
    }),
    definePage({
      method: 'POST',
      path: centreHref,
      permission: 'training:campaign',
      params: nothing,
      query: nothing,
      body: classForm,
      async handle(request) {
        const { body, now, membership } = request
        const { wish, faults } = readClass(body, {
          courses: courses().map(({ key }) => key),
          languages: locales,
          timeZone: membership?.timeZone ?? 'UTC',
          now,
        })
        if (faults) return show(context, courses, request, { typed: body, faults, planned: null })
        const person = request.caller?.person
        const by = {
          organisationId: membership?.organisationId ?? 0,
          actor: `person:${person?.id}`,
          name: person?.name ?? '',
        }
        const planned = await planCampaign(
          context,
          by,
          { ...wish, formToken: body.formToken, languages: locales },
          now,
        )
        return { redirect: `${centreHref}?planned=${planned}` }
      },
    }),
  ]
}

function emptyForm({ locale }: AnyRequest): TypedClassForm {
  return {
    course: '',
    label: '',
    'until-day': '',
    'until-month': '',
    'until-year': '',
    language: locale,
    people: [],
    formToken: randomUUID(),
  }
}

interface Shown {
  readonly typed: TypedClassForm
  readonly faults: ClassFaults
  readonly planned: number | null
}

interface MemberRate {
  readonly id: number
  readonly name: string
  readonly percent: number
}

async function show(
  context: Context,
  courses: Courses,
  request: AnyRequest,
  { typed, faults, planned }: Shown,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const { releases, campaigns, names } = await context.database.asCentre(async (scope) => {
    const all = await selectAllReleases(scope)
    const ids = [...new Set(all.map(({ organisationId }) => organisationId))]
    return {
      releases: all,
      campaigns: await selectCampaigns(scope, campaignsShown),
      names: new Map((await readOrganisations(scope, ids)).map(({ id, name }) => [id, name])),
    }
  })
  const rates = ratesOf(releases, names)
  const errors = classFaultList(faults, reader)
  const isAdministrator = request.membership?.role === 'administrator'
  const title = t('training.centre.title', { members: rates.length })
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead title={title} meta={t('training.title')} lead={t('training.centre.lead')} />
      <div class="s-stack-l">
        {planned !== null && planned > 0 && (
          <Note tone="done" announce>
            {t('training.campaign.planned', { members: planned })}
          </Note>
        )}
        <Rates rates={rates} reader={reader} />
        <Sheet id="campaign" heading={t('training.campaign.heading')}>
          <p>{t('training.campaign.say')}</p>
          {isAdministrator ? (
            <ClassFormFrame
              action={centreHref}
              button={t('training.campaign.plan')}
              formToken={typed.formToken}
              reader={reader}
            >
              <ClassFields typed={typed} faults={faults} courses={courses()} reader={reader} />
            </ClassFormFrame>
          ) : (
            <ReasonLine>{tr('training.campaign.only')}</ReasonLine>
          )}
        </Sheet>
        {campaigns.length > 0 && <Campaigns campaigns={campaigns} courses={courses()} reader={reader} />}
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: centreHref }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function ratesOf(
  releases: readonly NumberedRelease[],
  names: ReadonlyMap<number, string>,
): readonly MemberRate[] {
  return [...Map.groupBy(releases, ({ organisationId }) => organisationId)]
    .flatMap(([id, own]) => {
      const percent = passedPercentOf(own)
      return percent === null ? [] : [{ id, name: names.get(id) ?? String(id), percent }]
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function Rates({ rates, reader }: { readonly rates: readonly MemberRate[]; readonly reader: Reader }) {
  const { t } = reader.translator
  if (rates.length === 0)
    return (
      <Plain id="rates" heading={t('training.centre.rates')}>
        <Empty heading={t('training.centre.none')} headingLevel={3}>
          {t('training.centre.none.text')}
        </Empty>
      </Plain>
    )
  return (
    <Plain id="rates" heading={t('training.centre.rates')} flush>
      <Table
        caption={t('training.centre.rates')}
        columns={[
          { label: t('training.centre.member'), kind: 'head', main: true, cell: ({ name }) => name },
          {
            label: t('training.centre.share'),
            kind: 'number',
            cell: ({ percent }) => t('training.centre.share.value', { percent }),
          },
        ]}
        rows={rates}
        keyOf={({ id }) => id}
        stack={false}
      />
      <p class="s-dense s-quiet">{t('training.centre.none.text')}</p>
    </Plain>
  )
}

function Campaigns({
  campaigns,
  courses,
  reader,
}: {
  readonly campaigns: readonly Campaign[]
  readonly courses: readonly Course[]
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  return (
    <Plain id="campaigns" heading={t('training.campaign.list')} flush>
      <Table
        caption={t('training.campaign.list')}
        columns={[
          { label: t('training.campaign.label'), kind: 'head', main: true, cell: ({ label }) => label },
          {
            label: t('training.classes.course'),
            cell: ({ courseKey }) => {
              const course = courses.find(({ key }) => key === courseKey)
              return course ? textIn(course.title, locale) : courseKey
            },
          },
          { label: t('training.classes.until'), cell: ({ until }) => lastDayText(until, reader) },
          {
            label: t('training.campaign.members'),
            kind: 'number',
            cell: ({ members }) => formatNumber(members, reader.translator),
          },
        ]}
        rows={campaigns}
        keyOf={({ id }) => id}
      />
    </Plain>
  )
}
