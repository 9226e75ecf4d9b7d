// The parts beside a measure: its questions, what it is linked with, a text to pass on, and where it comes from.
// SPDX-License-Identifier: EUPL-1.2

import { formatDay, type Translator } from '../../../platform/i18n/index.ts'
import { Actions, ButtonLink, Details, Facts as FactList, Plain, StateWord } from '../../../web/kit/index.ts'
import {
  doerOf,
  type HouseSize,
  type Item,
  type ItemChoice,
  type ItemKind,
  itemHref,
  itemsLinkedTo,
  measureStanding,
} from '../../catalogue/index.ts'
import { type FactBook, type Facts, textIn } from '../../facts/index.ts'
import type { Measure } from '../pack.ts'
import { factHref, measureHref } from './paths.ts'
import { dayText, type Reader } from './reader.ts'
import { factLabel, lookOfStanding, valueText } from './words.ts'

interface MeasureProps {
  readonly measure: Measure
  readonly reader: Reader
}

/** The questions whose answers say whether it is done, each with the way to answer it, and back. */
export function Questions({
  measure,
  facts,
  about,
  reader,
  choice,
}: MeasureProps & {
  readonly facts: FactBook
  readonly about: Facts
  readonly choice: ItemChoice | null
}) {
  const { translator } = reader
  const { t, locale } = translator
  const back = measureHref(reader.organisationId, measure.key)
  return (
    <Plain id="questions" heading={t('guidance.questions.heading')}>
      <p>{t('guidance.questions.lead')}</p>
      {measureStanding(measure, about).rows.map(({ fact, is, current }) => {
        const question = facts.keys.get(fact)?.question
        return (
          <div class="s-stack" key={fact}>
            <p>
              <b>{question ? textIn(question, locale) : factLabel(facts.keys, fact, translator)}</b>
            </p>
            <p>
              <StateWord state={lookOfStanding[is]}>
                {valueText(facts.keys, fact, current?.value ?? null, translator)}
              </StateWord>{' '}
              {current?.isOld && <span class="s-quiet">{t('guidance.questions.old')}</span>}
            </p>
            <p>
              <a href={factHref(reader.organisationId, fact, back)}>
                {t(current ? 'guidance.questions.change' : 'guidance.questions.answer', {
                  fact: factLabel(facts.keys, fact, translator),
                })}
              </a>
            </p>
          </div>
        )
      })}
      <Plan measure={measure} reader={reader} choice={choice} />
    </Plain>
  )
}

/** What the house decided about it; deciding is a matter of the catalogue. */
function Plan({ measure, reader, choice }: MeasureProps & { readonly choice: ItemChoice | null }) {
  const { t } = reader.translator
  return (
    <>
      {choice?.choice === 'planned' && choice.until && (
        <p>
          <StateWord state="half">
            {t('guidance.measure.planned', { day: dayText(choice.until, reader), name: doerOf(choice) })}
          </StateWord>
        </p>
      )}
      {reader.mayWrite && (
        <Actions>
          <ButtonLink href={`/o/${reader.organisationId}/month/${measure.key}`}>
            {t('guidance.measure.plan')}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}

const linkedKinds = [
  'course',
  'service',
  'tool',
  'guide',
  'funding',
  'duty',
  'measure',
  'clause',
] as const satisfies readonly ItemKind[]

/** Read in both directions: what the measure names, and what names the measure; what the centre wrote itself too. */
export function LinkedItems({
  measure,
  reader,
  items: all,
}: MeasureProps & { readonly items: readonly Item[] }) {
  const { t, locale } = reader.translator
  const linked = itemsLinkedTo(measure.key, all)
  const groups = linkedKinds.flatMap((kind) => {
    const items = linked.filter((item) => item.kind === kind)
    return items.length > 0 ? [{ kind, items }] : []
  })
  if (groups.length === 0) return null
  return (
    <Plain id="linked" heading={t('guidance.linked.heading')}>
      {groups.map(({ kind, items }) => (
        <div class="s-stack" key={kind}>
          <h3>{t(`guidance.linked.${kind}`)}</h3>
          <ul class="govuk-list s-links">
            {kind === 'clause' ? (
              <li>
                <a href={itemHref(reader.organisationId, { kind, key: '' })}>
                  {t('guidance.linked.clauses', { count: items.length })}
                </a>
              </li>
            ) : (
              items.map((item) => (
                <li key={item.key}>
                  <a href={itemHref(reader.organisationId, item)}>{textIn(item.title, locale)}</a>
                </li>
              ))
            )}
          </ul>
        </div>
      ))}
    </Plain>
  )
}

/** To copy into a mail or a chat; made of the measure's own words. */
export function TellOthers({ measure, reader, size }: MeasureProps & { readonly size: HouseSize }) {
  const { t, locale } = reader.translator
  const { firstStep, who } = measure.body.sizes[size]
  const values = {
    title: textIn(measure.title, locale),
    why: textIn(measure.body.why, locale),
    step: textIn(firstStep, locale),
  }
  return (
    <Plain id="tell" heading={t('guidance.tell.heading')}>
      <Details summary={t('guidance.tell.colleague')}>
        <pre class="s-written">{t('guidance.tell.colleague.text', values)}</pre>
      </Details>
      {who !== 'hospital' && (
        <Details summary={t('guidance.tell.supplier')}>
          <pre class="s-written">{t('guidance.tell.supplier.text', values)}</pre>
        </Details>
      )}
    </Plain>
  )
}

/** Version, source, licence, review and references; what nobody has reviewed says so. */
export function Origin({ item, reader }: { readonly item: Item; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  const { references } = item
  return (
    <Plain id="origin" heading={t('guidance.origin.heading')}>
      <FactList
        facts={[
          { term: t('guidance.origin.version'), value: item.version },
          {
            term: t('guidance.origin.languages'),
            value:
              item.languages.length === 0 ? t('guidance.origin.languages.all') : item.languages.join(', '),
          },
          {
            term: t('guidance.origin.source'),
            value: item.source.url ? <a href={item.source.url}>{item.source.name}</a> : item.source.name,
          },
          { term: t('guidance.origin.licence'), value: item.licence },
          {
            term: t('guidance.origin.review'),
            value: reviewText(item, translator),
          },
          ...references.map(({ framework, ids }) => ({
            term: t(`guidance.framework.${framework}`),
            value: ids.join(', '),
          })),
        ]}
      />
    </Plain>
  )
}

export function reviewText({ reviewedOn, reviewedBy }: Item, translator: Translator): string {
  const { t } = translator
  if (reviewedOn === null) return t('guidance.origin.notReviewed')
  const day = formatDay(reviewedOn, { translator, style: 'day-year' })
  return t('guidance.origin.reviewed', { day, name: reviewedBy ?? '' })
}
