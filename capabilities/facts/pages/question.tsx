// A fact as a question on its page: prefilled with what is known, with source and date, never preselected otherwise.
// SPDX-License-Identifier: EUPL-1.2

import { Question } from '../../../web/kit/index.ts'
import type { FactKey, FactValue } from '../fact-key.ts'
import type { CurrentFact } from '../statement.ts'
import { textIn } from '../texts.ts'
import type { AnswerFault } from '../typed.ts'
import { sourceText, unitWord, valueText } from '../words.ts'
import type { Reader } from './reader.ts'

export interface FactQuestionProps {
  readonly factKey: FactKey
  readonly known: CurrentFact | null
  readonly fault: AnswerFault | null
  /** What was typed and could not be read. */
  readonly typed: readonly string[] | null
  readonly reader: Reader
}

export function FactQuestion({ factKey, known, fault, typed, reader }: FactQuestionProps) {
  const { translator } = reader
  const { t, tr, locale } = translator
  const { question, why, help, shape, label } = factKey
  // An old answer is shown in words and asked again; only what still counts stands in the form.
  const chosen = typed ?? (known && !known.isOld ? asTyped(known.value) : [])
  const before = known
    ? t('facts.question.before', {
        value: valueText(factKey, known.value, translator),
        source: sourceText(known, reader),
        old: known.isOld ? 'yes' : 'other',
      })
    : ''
  const labels = shape.kind === 'answer' ? yesNo(reader) : choicesOf(factKey, locale)
  return (
    <Question
      name="value"
      title={question ? textIn(question, locale) : textIn(label, locale)}
      why={tr('facts.question.why', {
        why: why ? textIn(why, locale) : '',
        before,
      })}
      error={fault ? t(`facts.fault.${fault}`) : undefined}
      answer={
        shape.kind === 'number'
          ? {
              kind: 'number',
              label: t('facts.question.number', { label: textIn(label, locale), unit: unitWord(shape.unit) }),
              typed: chosen.filter((one) => one !== 'unknown').join(' '),
            }
          : { kind: shape.kind === 'several' ? 'several' : 'one', choices: labels, chosen }
      }
      unknown={{
        label: t('facts.question.unknown'),
        hint: t('facts.question.unknown.hint'),
        isChosen: chosen.includes('unknown'),
      }}
      help={{
        summary: t('facts.question.help'),
        text: (
          <>
            {help && <p>{textIn(help, locale)}</p>}
            <p>{t('facts.question.where')}</p>
          </>
        ),
      }}
    />
  )
}

function asTyped(value: FactValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)]
}

function yesNo({ translator: { t } }: Reader) {
  return [
    { value: 'yes', label: t('facts.value.yes') },
    { value: 'no', label: t('facts.value.no') },
  ]
}

function choicesOf({ shape, choiceLabels }: FactKey, locale: string) {
  const choices = 'choices' in shape ? shape.choices : []
  return choices.map((value) => {
    const label = choiceLabels[value]
    return { value, label: label ? textIn(label, locale) : value }
  })
}
