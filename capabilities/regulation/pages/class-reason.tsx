// Why the class is what it is, who decided, what our rules say beside it, and what to mind about the own country.
// SPDX-License-Identifier: EUPL-1.2
import { Note, Plain, ReasonLine } from '../../../web/kit/index.ts'
import { type FactBook, type Facts, knownValue, textIn } from '../../facts/index.ts'
import { type ClassAnswer, countryOfScope } from '../entity-class.ts'
import { className, factNames, possibleClasses, reasonsOf } from '../words.ts'
import type { Reader } from './reader.ts'

export function classReason(entityClass: ClassAnswer, book: FactBook, { translator }: Reader) {
  const { tr } = translator
  const { designation, computed } = entityClass
  if (designation)
    return tr('regulation.because.authority', {
      reference: designation.reference ?? '–',
      computed:
        computed.answer === 'unknown'
          ? possibleClasses(computed.possible, translator)
          : className(computed.answer, translator),
      open: computed.answer === 'unknown' ? 'yes' : 'other',
    })
  if (entityClass.answer === 'unknown')
    return tr('regulation.because.open', {
      possible: possibleClasses(entityClass.possible, translator),
      facts: factNames(computed.lacking, book.keys, translator),
    })
  return tr('regulation.because', { reasons: reasonsOf(computed, translator).join('; ') })
}

export function Unverified({ reader }: { readonly reader: Reader }) {
  return <Note tone="unknown">{reader.translator.tr('regulation.unverified')}</Note>
}

export interface AttentionProps {
  readonly entityClass: ClassAnswer
  readonly facts: Facts
  readonly reader: Reader
}

/** What is special about the own country, or that nothing is known of its law. */
export function Attention({ entityClass, facts, reader }: AttentionProps) {
  const { t, tr, locale } = reader.translator
  const country = knownValue(facts, 'org.country')
  if (country === null || entityClass.computed.possible.includes('uncertain')) return null
  const own = entityClass.computed.decisions.find(({ table }) => countryOfScope(table) === country)
  const texts = own ? own.rows.flatMap(({ because }) => (because ? [textIn(because, locale)] : [])) : []
  return (
    <Plain id="attention" heading={t('regulation.attention')}>
      {own ? (
        texts.map((text) => <ReasonLine key={text}>{tr('regulation.attention.own', { text })}</ReasonLine>)
      ) : (
        <p>{t('regulation.attention.none')}</p>
      )}
    </Plain>
  )
}
