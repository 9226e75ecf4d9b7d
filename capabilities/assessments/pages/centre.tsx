// The centre's page of the yearly check: campaigns with their rates, and the extracts of the comparison.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { instantAt, wallTimeOf } from '../../../platform/time/zone.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { openCampaign } from '../actions/campaign.ts'
import type { Checking } from '../actions/check.ts'
import { makeExtract } from '../actions/extract.ts'
import { maxCampaignDays } from '../campaign.ts'
import { campaignForm, extractForm, type TypedCampaign } from '../contract/forms.ts'
import { selectExtracts } from '../store/benchmark.ts'
import { selectCampaigns } from '../store/campaigns.ts'
import { type Faults, futureDay, Reading, readYear } from '../typed.ts'
import { CampaignList, ExtractPart, type Field, OpenForm } from './centre-parts.tsx'
import { campaignHref, centreBase } from './paths.ts'
import { officerActs, readerOf } from './reader.ts'
import { faultList } from './words.tsx'

export function centrePages(checking: Checking): readonly Page[] {
  const { context } = checking
  const common = { params: nothing, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: centreBase,
      permission: 'assessments:oversee',
      body: nothing,
      handle: (request) => show(checking, request, emptyForm(request), {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${centreBase}/campaigns`,
      permission: 'assessments:campaign',
      body: campaignForm,
      async handle(request) {
        const read = readCampaign(request, request.body, readerOf(context, request).timeZone)
        if (read.faults) return show(checking, request, request.body, read.faults)
        const id = await openCampaign(context, officerActs(request), read.value, request.now)
        return { redirect: campaignHref(id) }
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${centreBase}/extracts`,
      permission: 'assessments:campaign',
      body: extractForm,
      async handle(request) {
        const reading = new Reading<Field>()
        const year = readYear(reading, 'extract', request.body.year, request.now)
        const read = reading.result(year)
        if (read.faults) return show(checking, request, emptyForm(request), read.faults)
        await makeExtract(context, officerActs(request), read.value, request.now)
        return { redirect: `${centreBase}#extracts` }
      },
    }),
  ]
}

function emptyForm({ now }: AnyRequest): TypedCampaign {
  return {
    year: String(now.getUTCFullYear()),
    'due-day': '',
    'due-month': '',
    'due-year': '',
    whom: 'all',
    members: [],
  }
}

function readCampaign({ now }: AnyRequest, typed: TypedCampaign, timeZone: string) {
  const reading = new Reading<Field>()
  const year = readYear(reading, 'year', typed.year, now)
  const date = { day: typed['due-day'], month: typed['due-month'], year: typed['due-year'] }
  const today = wallTimeOf(now, timeZone).day
  const due = futureDay(reading, 'due', date, { today, maxDays: maxCampaignDays })
  const members =
    typed.whom === 'some' ? typed.members.map(Number).filter(Number.isSafeInteger) : ('all' as const)
  if (typed.whom !== 'all' && typed.whom !== 'some') reading.fault('whom', 'choose')
  if (members !== 'all' && members.length === 0) reading.fault('members', 'choose')
  // Until the end of that day.
  return reading.result({ year, dueAt: instantAt(`${due}T23:59`, timeZone), members })
}

async function show(
  checking: Checking,
  request: AnyRequest,
  typed: TypedCampaign,
  faults: Faults<Field>,
): Promise<PageReply> {
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const isAdministrator = request.membership?.role === 'administrator'
  const { campaigns, extracts, members } = await checking.context.database.asCentre(async (scope) => ({
    campaigns: await selectCampaigns(scope),
    extracts: await selectExtracts(scope),
    members: await listOrganisations(scope, { kind: 'provider' }),
  }))
  const labels: Record<Field, string> = {
    year: t('assessments.centre.year'),
    due: t('assessments.centre.due'),
    whom: t('assessments.centre.whom'),
    members: t('assessments.centre.members'),
    extract: t('assessments.centre.extract.year'),
  }
  const errors = faultList(faults, labels, reader.translator)
  const title = t('assessments.centre.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead title={title} lead={t('assessments.centre.lead')} />
      <div class="s-stack-l">
        <CampaignList campaigns={campaigns} reader={reader} />
        {isAdministrator && <OpenForm {...{ typed, faults, labels, members, reader }} />}
        <ExtractPart {...{ extracts, faults, labels, isAdministrator, reader }} />
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: centreBase }),
    status: errors.length > 0 ? 422 : 200,
  }
}
