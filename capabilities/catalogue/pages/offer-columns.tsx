// The columns of lists of offers: what, why, cost, languages, from whom.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, ReasonLine } from '../../../web/kit/index.ts'
import type { HouseView } from '../actions/month.ts'
import type { Offer } from '../offering.ts'
import { itemHref } from '../store/library.ts'
import { offersHref } from './paths.ts'
import type { Reader } from './reader.ts'
import { becauseOfOffer, GiveFacts } from './reasons.tsx'
import { languagesOf, providerOf, titleOf } from './words.ts'

export function offerColumns(
  organisationId: number,
  reader: Reader,
  { facts }: Pick<HouseView, 'facts'>,
): readonly Column<Offer>[] {
  const { translator } = reader
  const { t } = translator
  return [
    {
      label: t('catalogue.column.offer'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ item }) => (
        <>
          <a href={itemHref(organisationId, item)}>{titleOf(item, reader)}</a>
          <span class="s-sub">
            {t(`catalogue.kind.${item.kind}`)} · {providerOf(item, reader)}
          </span>
        </>
      ),
    },
    {
      label: t('catalogue.column.because'),
      main: true,
      phoneLabel: null,
      cell: (offer) => (
        <>
          <ReasonLine>{becauseOfOffer(offer, facts, reader)}</ReasonLine>
          {offer.fit === 'unknown' && (
            <GiveFacts
              facts={offer.decision.lacking}
              organisationId={organisationId}
              back={offersHref(organisationId)}
              reader={reader}
            />
          )}
        </>
      ),
    },
    { label: t('catalogue.column.cost'), cell: ({ item }) => t(`catalogue.cost.${item.cost.kind}`) },
    { label: t('catalogue.column.languages'), cell: ({ item }) => languagesOf(item, translator) },
  ]
}
