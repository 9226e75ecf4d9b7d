// "Three things to do this month": what comes first for this house, why, by when, and what else there is for it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { ButtonLink, firstThree, Needs, PageHead, Plain, Rail, ReasonLine } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { firstAnswers, type HouseView, viewHouse } from '../actions/month.ts'
import { type Need, needsOf } from '../month.ts'
import { offersFor } from '../offering.ts'
import { intlMonth } from './month-name.ts'
import { AlsoForYou, Aside, MonthSide, MorePlanned } from './month-parts.tsx'
import { needOf } from './need.tsx'
import { firstQuestionsHref, monthHref, monthPath } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'

export function monthPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: monthPath,
    permission: 'catalogue:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: async (request) => {
      const { organisationId, now } = request
      const reader = readerOf(context, book, request)
      const house = await viewHouse(context, book, { organisationId, timeZone: reader.timeZone }, now)
      const first = firstAnswers(house.facts)
      const { title, content } =
        first.done < first.total
          ? firstTime({ organisationId, reader, house, first })
          : month({ organisationId, reader, house })
      return {
        html: await context.render(request, { title, content, current: monthHref(organisationId) }),
      }
    },
  })
}

export interface MonthProps {
  readonly organisationId: number
  readonly reader: Reader
  readonly house: HouseView
}

function firstTime({
  organisationId,
  reader,
  house,
  first,
}: MonthProps & { readonly first: { readonly done: number; readonly total: number } }) {
  const { t, tr } = reader.translator
  const title = t('catalogue.month.first.title', { count: first.total - first.done })
  const content = (
    <>
      <PageHead title={title} />
      <Rail
        first={
          <section class="s-sheet" aria-labelledby="first">
            <div class="s-sheet__head">
              <h2 id="first">{t('catalogue.month.first.heading')}</h2>
            </div>
            <div class="s-sheet__body s-stack">
              <ReasonLine>{tr('catalogue.month.first.text', first)}</ReasonLine>
              <div>
                <ButtonLink href={firstQuestionsHref(organisationId)}>
                  {t('catalogue.month.first.button')}
                </ButtonLink>
              </div>
            </div>
          </section>
        }
        sideLabel={t('catalogue.month.know')}
        side={<MonthSide organisationId={organisationId} reader={reader} house={house} needs={[]} />}
      />
    </>
  )
  return { title, content }
}

function month({ organisationId, reader, house }: MonthProps) {
  const { t } = reader.translator
  const { facts, listed, choices } = house
  const items = listed.map(({ item }) => item)
  const all = needsOf(items, facts, choices, reader.now)
  const shown = firstThree(all)
  const title = t('catalogue.month.title', { count: shown.length })
  const fitting = offersFor(items, facts, reader.now).filter(
    ({ fit, item }) => fit !== 'no' && item.kind !== 'clause',
  )
  const meta = t('catalogue.month.meta', { month: intlMonth(reader), count: fitting.length })
  const content = (
    <>
      <PageHead title={title} meta={meta} />
      <Rail
        first={<Things organisationId={organisationId} reader={reader} house={house} needs={shown} />}
        sideLabel={t('catalogue.month.know')}
        side={<MonthSide organisationId={organisationId} reader={reader} house={house} needs={shown} />}
      >
        <div class="s-stack-l">
          <MorePlanned
            organisationId={organisationId}
            reader={reader}
            needs={all.slice(shown.length).filter(({ choice }) => choice?.choice === 'planned')}
          />
          <AlsoForYou organisationId={organisationId} reader={reader} house={house} needs={shown} />
          <Aside organisationId={organisationId} reader={reader} house={house} />
        </div>
      </Rail>
    </>
  )
  return { title, content }
}

function Things({
  organisationId,
  reader,
  house,
  needs,
}: MonthProps & { readonly needs: ReturnType<typeof firstThree<Need>> }) {
  const { t, tr } = reader.translator
  if (needs.length === 0) {
    const measures = house.listed.filter(({ item }) => item.kind === 'measure').length
    return (
      <Plain id="empty" heading={t('catalogue.month.empty.heading')}>
        <ReasonLine>
          {measures === 0
            ? tr('catalogue.month.empty.none')
            : tr('catalogue.month.empty.text', { done: measures })}
        </ReasonLine>
      </Plain>
    )
  }
  const shown = needs.map((need, index) =>
    needOf({ need, facts: house.facts, organisationId, reader, isFirst: index === 0 }),
  )
  return (
    <section class="s-sheet" aria-label={t('catalogue.month.things')}>
      <Needs needs={firstThree(shown)} headingLevel={2} />
    </section>
  )
}
