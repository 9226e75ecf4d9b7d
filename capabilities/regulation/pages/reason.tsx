// Why a duty stands as it does: the reason of the rows that decided, or the question that is open.
// SPDX-License-Identifier: EUPL-1.2
import { ReasonLine } from '../../../web/kit/index.ts'
import { type FactBook, type Facts, textIn } from '../../facts/index.ts'
import { type DutyStanding, standingOf } from '../duty-standing.ts'
import { questionFor } from '../settling.ts'
import { regulationTables } from '../store/tables.ts'
import { factNames, possibleClasses, reasonsOf } from '../words.ts'
import { hrefOfFact, type Reader } from './reader.ts'

export interface ReasonProps {
  readonly standing: DutyStanding
  readonly facts: Facts
  readonly book: FactBook
  readonly reader: Reader
}

export function Reason(props: ReasonProps) {
  return <ReasonLine>{reasonContent(props)}</ReasonLine>
}

export function reasonContent({ standing, book, reader }: ReasonProps) {
  const { translator } = reader
  const { tr } = translator
  if (standing.state === 'unknown')
    return tr('regulation.open', { facts: factNames(standing.lacking, book.keys, translator) })
  if (standing.openClasses.length > 1)
    return tr('regulation.because.either', { possible: possibleClasses(standing.openClasses, translator) })
  return tr('regulation.because', { reasons: reasonsOf(standing, translator).join('; ') })
}

/** The one question that would settle it, or brings it nearer. */
export function OpenQuestion({ standing, facts, book, reader }: ReasonProps) {
  const { t, locale } = reader.translator
  const only = { tables: regulationTables(), duties: [standing.duty] }
  const ask = questionFor(
    standing,
    facts,
    book.keys,
    (given) => standingOf(only, given, reader.now).duties[0]?.answer ?? 'unknown',
  )
  if (!ask) return null
  const question = textIn(ask.key.question ?? ask.key.label, locale)
  return (
    <p class="s-dense">
      {t(ask.settles ? 'regulation.question.settles' : 'regulation.question.step')}{' '}
      {reader.mayAnswer ? (
        <a href={hrefOfFact(ask.key, reader, reader.href)}>{question}</a>
      ) : (
        <strong>{question}</strong>
      )}
    </p>
  )
}
