// Why something is offered or to do, in words: the facts that decided with their source and day, or those that lack.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { formatList } from '../../../platform/i18n/index.ts'
import { type Facts, sourceText, textIn, valueText } from '../../facts/index.ts'
import type { Need } from '../month.ts'
import type { Offer } from '../offering.ts'
import { giveHref } from './paths.ts'
import { instant, type Reader } from './reader.ts'

/** More would not be read; the facts page shows all. */
const mostFacts = 3
const mostMeasures = 2

/** "you answered “never” to “Restore test” (Mon 12 Oct 2026)"; null where the fact is not known. */
export function factClause(name: string, facts: Facts, reader: Reader): string | null {
  const { translator, keys } = reader
  const { t, locale } = translator
  const key = keys.get(name)
  const fact = facts(name)
  if (!key || !fact || fact.value === 'unknown') return null
  const said = { label: textIn(key.label, locale), value: valueText(key, fact.value, translator) }
  switch (fact.source) {
    case 'answer':
      return t('catalogue.fact.answer', { ...said, day: instant(fact.asOf, reader, 'day-year') })
    case 'profile':
    case 'rule':
    case 'authority':
      return t(`catalogue.fact.${fact.source}`, said)
    default:
      return t('catalogue.fact.other', { ...said, source: sourceText(fact, reader) })
  }
}

function clauses(names: readonly string[], facts: Facts, reader: Reader): string | null {
  const said = names.flatMap((name) => factClause(name, facts, reader) ?? []).slice(0, mostFacts)
  return said.length === 0 ? null : formatList(said, reader.translator)
}

export function labelsOf(names: readonly string[], { keys, translator }: Reader): string {
  const labels = names.flatMap((name) => {
    const key = keys.get(name)
    return key ? [textIn(key.label, translator.locale)] : []
  })
  return formatList(labels, translator)
}

export function becauseOfNeed(need: Need, facts: Facts, reader: Reader): ComponentChildren {
  const { tr } = reader.translator
  const said = clauses(need.facts, facts, reader)
  if (need.openness === 'unknown')
    return tr('catalogue.because.unknown', { labels: labelsOf(need.facts.slice(0, mostFacts), reader) })
  if (need.openness === 'duty')
    return said ? tr('catalogue.because.duty', { facts: said }) : tr('catalogue.because.duty.all')
  if (!said) return tr('catalogue.because.all')
  return tr(need.openness === 'old' ? 'catalogue.because.old' : 'catalogue.because.facts', { facts: said })
}

export function becauseOfOffer(offer: Offer, facts: Facts, reader: Reader): ComponentChildren {
  const { translator } = reader
  const { t, tr, locale } = translator
  const { lacking, used } = offer.decision
  if (offer.fit === 'unknown')
    return tr('catalogue.because.missing', { count: lacking.length, labels: labelsOf(lacking, reader) })
  const said = clauses(used, facts, reader)
  if (offer.fit === 'no') return tr('catalogue.because.not', { facts: said ?? '' })
  const measures = formatList(
    offer.helpsWith
      .slice(0, mostMeasures)
      .map(({ title }) => t('catalogue.quoted', { title: textIn(title, locale) })),
    translator,
  )
  if (measures !== '')
    return said
      ? tr('catalogue.because.measure.facts', { measures, facts: said })
      : tr('catalogue.because.measure', { measures })
  return said ? tr('catalogue.because.facts', { facts: said }) : tr('catalogue.because.all')
}

/** One link for each fact that lacks, to the question or the page from which it is read. */
export function GiveFacts({
  facts,
  organisationId,
  back,
  reader,
}: {
  readonly facts: readonly string[]
  readonly organisationId: number
  readonly back: string
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const keys = facts.flatMap((name) => reader.keys.get(name) ?? [])
  if (keys.length === 0) return null
  return (
    <ul class="govuk-list s-dense">
      {keys.map((key) => {
        const label = textIn(key.label, locale)
        return (
          <li key={key.key}>
            <a href={giveHref(organisationId, key, back)}>
              {key.readFrom === null
                ? t('catalogue.give.label', { label })
                : t('catalogue.give.elsewhere', { label })}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
