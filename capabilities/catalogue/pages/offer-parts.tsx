// Parts of the page of one offer: why it is for this house, its text, its origin, and what it is linked to.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatList, formatNumber } from '../../../platform/i18n/index.ts'
import { Details, Facts, Plain, ReasonLine, Sheet } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { HouseView } from '../actions/month.ts'
import type { Item } from '../item.ts'
import { itemsLinkedTo } from '../links.ts'
import type { Offer } from '../offering.ts'
import type { ListedItem } from '../own-item.ts'
import { itemHref } from '../store/library.ts'
import { offerHref } from './paths.ts'
import type { Reader } from './reader.ts'
import { becauseOfOffer, GiveFacts } from './reasons.tsx'
import { languagesOf, localeNames, providerOf, titleOf } from './words.ts'

interface PartProps {
  readonly organisationId: number
  readonly reader: Reader
}

export function WhyForYou({
  offer,
  house,
  organisationId,
  reader,
}: PartProps & { readonly offer: Offer; readonly house: HouseView }) {
  const { t } = reader.translator
  const { table, rows, lacking } = offer.decision
  const said = { table: table.key, version: table.version, rows: rows.map(({ id }) => id).join(', ') }
  return (
    <Plain id="why" heading={t(`catalogue.offers.${offer.fit}`)}>
      <ReasonLine>{becauseOfOffer(offer, house.facts, reader)}</ReasonLine>
      <GiveFacts
        facts={lacking}
        organisationId={organisationId}
        back={offerHref(organisationId, offer.item.key)}
        reader={reader}
      />
      <Details summary={t('catalogue.offer.rows')}>
        <p>
          {offer.fit === 'unknown'
            ? t('catalogue.offer.rows.open', said)
            : t('catalogue.offer.rows.text', said)}
        </p>
      </Details>
    </Plain>
  )
}

export function OfferText({ listed, reader }: { readonly listed: ListedItem; readonly reader: Reader }) {
  const { translator } = reader
  const { t, locale } = translator
  const { item, writtenIn } = listed
  if (!('what' in item.body)) return null
  const [only] = writtenIn
  const isForeign = !writtenIn.includes(locale) && only !== undefined
  return (
    <Sheet id="what" heading={t('catalogue.offer.what')}>
      {isForeign && (
        <p class="s-quiet">
          {t('catalogue.offer.only-in', { languages: localeNames(writtenIn, translator) })}
        </p>
      )}
      {textIn(item.body.what, locale)
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph} lang={isForeign ? only : undefined}>
            {paragraph}
          </p>
        ))}
    </Sheet>
  )
}

export function OfferSide({
  listed,
  items,
  offer,
  organisationId,
  reader,
}: PartProps & {
  readonly listed: ListedItem
  readonly items: readonly Item[]
  readonly offer: Offer | null
}) {
  const { t } = reader.translator
  const linked = itemsLinkedTo(listed.item.key, [listed.item, ...items])
  const open = new Set(offer?.helpsWith.map(({ key }) => key))
  return (
    <>
      <Plain id="helps" heading={t('catalogue.offer.helps')}>
        {linked.length === 0 ? (
          <p class="s-dense">{t('catalogue.offer.helps.none')}</p>
        ) : (
          <ul class="govuk-list s-dense">
            {linked.map((item) => (
              <li key={item.key}>
                <a href={itemHref(organisationId, item)}>{titleOf(item, reader)}</a>
                <span class="s-sub">
                  {t(`catalogue.kind.${item.kind}`)}
                  {open.has(item.key) && ` · ${t('catalogue.offer.helps.open')}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Plain>
      <Plain id="details" heading={t('catalogue.offer.details')}>
        <Facts facts={detailsOf(listed.item, reader)} />
      </Plain>
    </>
  )
}

function detailsOf(item: Item, reader: Reader) {
  const { translator } = reader
  const { t, locale } = translator
  const { source, request, cost } = item
  const dayOf = (text: string) => formatDay(text, { translator, style: 'day-year' })
  return [
    {
      term: t('catalogue.offer.from'),
      value: providerOf(item, reader),
      source: t(`catalogue.level.${item.provider.level}`),
    },
    {
      term: t('catalogue.column.cost'),
      value: t(`catalogue.cost.${cost.kind}`),
      source: cost.text && textIn(cost.text, locale),
    },
    ...amountOf(item, reader),
    { term: t('catalogue.column.languages'), value: languagesOf(item, translator) },
    {
      term: t('catalogue.offer.pillars'),
      value: formatList(
        item.pillars.map((pillar) => t(`catalogue.pillar.${pillar}`)),
        translator,
      ),
    },
    ...(request.kind === 'centre'
      ? [
          {
            term: t('catalogue.offer.service-level'),
            value:
              request.answerWithinHours === null
                ? t('catalogue.offer.service-level.none')
                : t('catalogue.offer.service-level.hours', { hours: request.answerWithinHours }),
          },
        ]
      : []),
    {
      term: t('catalogue.offer.version'),
      value: t('catalogue.offer.version.value', { version: item.version, day: dayOf(item.validFrom) }),
    },
    {
      term: t('catalogue.offer.source'),
      value: source.url ? (
        <a href={source.url} rel="noreferrer">
          {source.name}
        </a>
      ) : (
        source.name
      ),
    },
    { term: t('catalogue.offer.licence'), value: item.licence },
    { term: t('catalogue.offer.review'), value: reviewOf(item, reader) },
  ]
}

function amountOf({ body }: Item, { translator }: Reader) {
  const { t } = translator
  if (!('amount' in body) || !body.amount) return []
  const { mostEuro, ownSharePercent } = body.amount
  return [
    {
      term: t('catalogue.offer.amount'),
      value:
        mostEuro === null
          ? t('catalogue.offer.amount.unknown')
          : t('catalogue.offer.amount.most', { euro: formatNumber(mostEuro, translator) }),
      source: ownSharePercent === null ? null : t('catalogue.offer.amount.own', { percent: ownSharePercent }),
    },
  ]
}

export function reviewOf(
  { reviewedOn, reviewedBy }: Item,
  { translator }: Pick<Reader, 'translator'>,
): string {
  const { t } = translator
  if (reviewedOn === null) return t('catalogue.offer.review.none')
  const day = formatDay(reviewedOn, { translator, style: 'day-year' })
  return reviewedBy === null
    ? t('catalogue.offer.review.day', { day })
    : t('catalogue.offer.review.by', { day, name: reviewedBy })
}
