// One campaign: who has closed the check and who has not, by country and by name; never an answer and never a score.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  BarChart,
  Button,
  CsrfField,
  PageHead,
  Plain,
  Sheet,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { endCampaign } from '../actions/campaign.ts'
import type { Checking } from '../actions/check.ts'
import { type Campaign, stateOf } from '../campaign.ts'
import { campaignPath } from '../contract/forms.ts'
import { unknownHere } from '../contract/refusals.ts'
import { findCampaign, type MemberRow, type Rate, selectMembersOf, selectRates } from '../store/campaigns.ts'
import { campaignHref, centreBase } from './paths.ts'
import { officerActs, type Reader, readerOf, sayInstant } from './reader.ts'

const membersShown = 300

export function campaignPages(checking: Checking): readonly Page[] {
  const { context } = checking
  const common = { params: campaignPath, query: nothing, body: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: `${centreBase}/campaigns/:campaignId`,
      permission: 'assessments:oversee',
      handle: (request) => show(checking, request, request.params.campaignId),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${centreBase}/campaigns/:campaignId/end`,
      permission: 'assessments:campaign',
      async handle(request) {
        await endCampaign(context, officerActs(request), request.params.campaignId, request.now)
        return { redirect: campaignHref(request.params.campaignId) }
      },
    }),
  ]
}

async function show(checking: Checking, request: AnyRequest, id: number): Promise<PageReply> {
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const { campaign, rates, members } = await checking.context.database.asCentre(async (scope) => ({
    campaign: await findCampaign(scope, id),
    rates: await selectRates(scope, id),
    members: await selectMembersOf(scope, id, membersShown),
  }))
  if (!campaign) throw unknownHere()
  const invited = rates.reduce((sum, rate) => sum + rate.invited, 0)
  const closed = rates.reduce((sum, rate) => sum + rate.closed, 0)
  const title = t('assessments.campaign.title', { closed, invited })
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('assessments.centre.title'), href: centreBase }],
        }}
        meta={t('assessments.past.of', { year: String(campaign.year) })}
        lead={t('assessments.campaign.lead', { by: sayInstant(campaign.dueAt, reader) })}
      />
      <div class="s-stack-l">
        <Rates rates={rates} reader={reader} />
        <Members members={members} invited={invited} reader={reader} />
        {request.membership?.role === 'administrator' && campaign.endedAt === null && (
          <End campaign={campaign} reader={reader} />
        )}
      </div>
    </>
  )
  return { html: await checking.context.render(request, { title, content, current: centreBase }) }
}

function Rates({ rates, reader }: { readonly rates: readonly Rate[]; readonly reader: Reader }) {
  const { translator } = reader
  const { t, locale } = translator
  const nameOf = (country: string) =>
    new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
  if (rates.length === 0) return null
  return (
    <Sheet id="rates" heading={t('assessments.campaign.rates')}>
      <BarChart
        caption={t('assessments.campaign.rates')}
        categoryLabel={t('assessments.campaign.country')}
        totalLabel={t('assessments.campaign.invited')}
        series={[
          { series: 'answered', label: t('assessments.campaign.closed') },
          { series: 'waiting', label: t('assessments.campaign.waiting') },
        ]}
        rows={rates.map(({ country, invited, closed }) => ({
          category: nameOf(country),
          counts: [closed, invited - closed],
        }))}
        formatNumber={(value) => formatNumber(value, translator)}
      />
    </Sheet>
  )
}

const shapes = { closed: 'done', waiting: 'half', late: 'late' } as const

function Members({
  members,
  invited,
  reader,
}: {
  readonly members: readonly MemberRow[]
  readonly invited: number
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id="members" heading={t('assessments.campaign.members')} flush>
      <Table
        caption={t('assessments.campaign.members')}
        rows={members}
        keyOf={({ organisationId }) => organisationId}
        columns={[
          { label: t('assessments.campaign.member'), kind: 'head', main: true, cell: ({ name }) => name },
          { label: t('assessments.campaign.country'), cell: ({ country }) => country },
          {
            label: t('assessments.centre.state'),
            cell: (row) => {
              const state = stateOf(row, reader.now)
              return (
                <StateWord state={shapes[state]}>
                  {t(`assessments.campaign.${state}`)}
                  {row.closedAt && ` · ${sayInstant(row.closedAt, reader)}`}
                </StateWord>
              )
            },
          },
        ]}
      />
      {invited > members.length && (
        <p class="s-pages">{t('assessments.frameworks.shown', { shown: members.length, total: invited })}</p>
      )}
    </Plain>
  )
}

function End({ campaign, reader }: { readonly campaign: Campaign; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <Plain id="end" heading={t('assessments.campaign.end')}>
      <p>{t('assessments.campaign.end.text')}</p>
      <form method="post" action={`${campaignHref(campaign.id)}/end`}>
        <CsrfField token={reader.csrfToken} />
        <Button kind="secondary">{t('assessments.campaign.end.button')}</Button>
      </form>
    </Plain>
  )
}
