// What members ask for, by country, purpose and size, as a chart with its table; small groups have no figure.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, Empty, PageHead, Plain, Views } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { demandQuery } from '../contract/forms.ts'
import { type DemandDimension, type DemandRow, demandBy, demandDimensions } from '../demand.ts'
import { pillars } from '../item.ts'
import { houseSizes } from '../kinds/measure.ts'
import { selectDemand } from '../store/requests.ts'
import { CentreViews } from './centre-views.tsx'
import { centreDemand, centreRequests } from './paths.ts'
import { instant, type Reader, readerOf } from './reader.ts'

const daysCounted = 365

export function demandPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: centreDemand,
    permission: 'catalogue:assist',
    params: nothing,
    query: demandQuery,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, book, request)
      const { t } = reader.translator
      const since = new Date(request.now.getTime() - daysCounted * 86_400_000)
      const by = demandDimensions.find((one) => one === request.query.by) ?? 'country'
      const requests = await context.database.asCentre((scope) => selectDemand(scope, since))
      const title = t('catalogue.demand.title')
      const content = (
        <>
          <PageHead
            title={title}
            lead={t('catalogue.demand.lead', { day: instant(since, reader, 'day-year') })}
          />
          <CentreViews reader={reader} current="demand" />
          {requests.length === 0 ? (
            <Empty heading={t('catalogue.demand.empty')}>{t('catalogue.demand.empty.text')}</Empty>
          ) : (
            <Counted by={by} rows={demandBy(by, requests)} reader={reader} />
          )}
        </>
      )
      return { html: await context.render(request, { title, content, current: centreRequests }) }
    },
  })
}

interface CountedProps {
  readonly by: DemandDimension
  readonly rows: readonly DemandRow[]
  readonly reader: Reader
}

function Counted({ by, rows, reader }: CountedProps) {
  const { translator } = reader
  const { t } = translator
  const heading = t(`catalogue.demand.by.${by}`)
  return (
    <>
      <Views
        label={t('catalogue.demand.by')}
        views={demandDimensions.map((one) => ({
          label: t(`catalogue.demand.by.${one}`),
          href: `${centreDemand}?by=${one}`,
          current: one === by,
        }))}
      />
      <Plain id="demand" heading={heading}>
        <BarChart
          caption={heading}
          categoryLabel={heading}
          totalLabel={t('catalogue.demand.total')}
          series={[{ series: 'plan', label: t('catalogue.demand.requests') }]}
          rows={rows.map(({ category, requests }) => ({
            category: nameOf(by, category, reader),
            counts: [requests ?? 0],
          }))}
          // A group is only there because somebody asked, so none is really 0.
          formatNumber={(value) =>
            value === 0 ? t('catalogue.demand.fewer') : formatNumber(value, translator)
          }
        />
        <p class="s-dense">{t('catalogue.demand.small')}</p>
        {by === 'pillar' && <p class="s-dense">{t('catalogue.demand.pillars')}</p>}
      </Plain>
    </>
  )
}

function nameOf(by: DemandDimension, category: string, { translator }: Reader): string {
  const { t, locale } = translator
  if (by === 'country')
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(category) ?? category
  if (by === 'pillar') {
    const pillar = pillars.find((one) => one === category)
    return pillar ? t(`catalogue.pillar.${pillar}`) : category
  }
  return t(`catalogue.size.${houseSizes.find((one) => one === category) ?? 'unknown'}`)
}
