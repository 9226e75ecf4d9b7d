// What a duty asks for, its articles, what shows that it is kept, what the house has said, and the measures that answer it.
// SPDX-License-Identifier: EUPL-1.2
import { Facts as FactList } from '../../../web/kit/index.ts'
import { itemByKey, itemHref } from '../../catalogue/index.ts'
import { type FactBook, type Facts, sourceText, textIn, valueText } from '../../facts/index.ts'
import type { Duty, DutyStanding } from '../duty-standing.ts'
import { hrefOfFact, type Reader } from './reader.ts'

export interface WhatProps {
  readonly standing: DutyStanding
  readonly facts: Facts
  readonly book: FactBook
  readonly reader: Reader
}

export function What({ standing: { duty }, facts, book, reader }: WhatProps) {
  const { t, locale } = reader.translator
  const { body } = duty
  return (
    <>
      <p>{textIn(body.what, locale)}</p>
      <FactList
        facts={[
          { term: t('regulation.evidence'), value: textIn(body.evidence, locale) },
          {
            term: t('regulation.articles'),
            value: (
              <a href={body.eli} rel="noreferrer">
                {body.articles.join('; ')}
              </a>
            ),
            source: t('regulation.articles.source'),
          },
          ...said(duty, facts, book, reader),
        ]}
      />
      <Measures duty={duty} reader={reader} />
    </>
  )
}

/** What the house answered elsewhere about keeping it; asked once, used here too. */
function said({ key, body }: Duty, facts: Facts, book: FactBook, reader: Reader) {
  const { translator } = reader
  const { t, locale } = translator
  return body.facts.flatMap(({ fact, done }) => {
    const of = book.keys.get(fact)
    if (!of) return []
    const known = facts(fact)
    const isDone = typeof known?.value === 'string' && done.includes(known.value)
    return [
      {
        term: textIn(of.label, locale),
        value: (
          <>
            {known ? valueText(of, known.value, translator) : t('facts.value.unknown')}
            {isDone && ` · ${t('regulation.said.done')}`}
          </>
        ),
        source: (
          <>
            {known && `${sourceText(known, reader)} · `}
            {reader.mayAnswer && (
              <a href={hrefOfFact(of, reader, `${reader.href}/${key}`)}>
                {t(known ? 'facts.list.correct' : 'facts.list.give')}
                <span class="s-hide">: {textIn(of.label, locale)}</span>
              </a>
            )}
          </>
        ),
      },
    ]
  })
}

function Measures({ duty, reader }: { readonly duty: Duty; readonly reader: Reader }) {
  const { t, locale } = reader.translator
  const measures = duty.links.flatMap(({ to }) => itemByKey(to) ?? [])
  if (measures.length === 0) return null
  return (
    <>
      <h3>{t('regulation.measures')}</h3>
      <ul class="s-duties">
        {measures.map((item) => (
          <li key={item.key}>
            <a href={itemHref(reader.organisationId, item)}>{textIn(item.title, locale)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
