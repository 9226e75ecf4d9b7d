// One question of the check as it is drawn, for people of the house and for colleagues by a link.
// SPDX-License-Identifier: EUPL-1.2
import { Details, Question, TextArea, TextField } from '../../../web/kit/index.ts'
import {
  type AnswerFault,
  type CurrentFact,
  type FactValue,
  sourceText,
  textIn,
  valueText,
} from '../../facts/index.ts'
import type { AskedKey } from '../actions/answer.ts'
import type { TypedAnswer } from '../contract/forms.ts'
import type { EvidenceField, Faults } from '../typed.ts'
import type { Reader } from './reader.ts'
import { faultText } from './words.tsx'

export interface AskedProps {
  readonly factKey: AskedKey
  readonly known: CurrentFact | null
  /** Null where nothing has been typed yet. */
  readonly typed: TypedAnswer | null
  readonly fault: AnswerFault | null
  readonly evidenceFaults: Faults<EvidenceField>
  /** As given before in this check. */
  readonly evidence: { readonly note: string | null; readonly evidenceUrl: string | null } | null
  /** A guest sees the question, and not what the house had said before. */
  readonly isGuest: boolean
  readonly reader: Reader
}

export function Asked(props: AskedProps) {
  const { factKey, known, typed, fault, evidenceFaults, evidence, reader } = props
  const { translator } = reader
  const { t, locale } = translator
  // An old answer is shown in words and asked again; only what still counts stands in the form.
  const chosen = typed ? typed.value : known && !known.isOld && !props.isGuest ? asTyped(known.value) : []
  const hasEvidence = Boolean(typed ? typed.note || typed.evidence : evidence?.note || evidence?.evidenceUrl)
  const isUnknown = typed
    ? typed['value-unknown'] !== '' || typed.value.includes('unknown')
    : chosen.includes('unknown')
  return (
    <>
      <Question
        name="value"
        title={textIn(factKey.question, locale)}
        why={<Why {...props} />}
        error={fault ? t(`facts.fault.${fault}`) : undefined}
        answer={answerOf(factKey, chosen, reader)}
        unknown={{
          label: t('facts.question.unknown'),
          hint: t('facts.question.unknown.hint'),
          isChosen: isUnknown,
        }}
        help={{
          summary: t('facts.question.help'),
          text: (
            <>
              {factKey.help && <p>{textIn(factKey.help, locale)}</p>}
              <p>{t('assessments.question.where')}</p>
            </>
          ),
        }}
      />
      <Details
        summary={t('assessments.question.more')}
        open={Object.keys(evidenceFaults).length > 0 || hasEvidence}
      >
        <TextArea
          name="note"
          label={t('assessments.question.note')}
          hint={t('assessments.question.note.hint')}
          rows={2}
          value={typed ? typed.note : (evidence?.note ?? '')}
          error={faultText(evidenceFaults.note, translator)}
        />
        <TextField
          name="evidence"
          label={t('assessments.question.evidence')}
          hint={t('assessments.question.evidence.hint')}
          value={typed ? typed.evidence : (evidence?.evidenceUrl ?? '')}
          error={faultText(evidenceFaults.evidence, translator)}
        />
      </Details>
    </>
  )
}

/** Why we ask, and what was said before with its source and date. */
function Why({ factKey, known, isGuest, reader }: AskedProps) {
  const { translator, now } = reader
  const { tr, locale } = translator
  const why = factKey.why ? textIn(factKey.why, locale) : ''
  if (!known || isGuest) return <>{tr('assessments.question.why', { why })}</>
  const said = {
    why,
    value: valueText(factKey, known.value, translator),
    source: sourceText(known, reader),
  }
  if (!known.isOld) return <>{tr('assessments.question.why.known', said)}</>
  const isLastYear = known.asOf.getUTCFullYear() === now.getUTCFullYear() - 1 && known.source === 'answer'
  return <>{tr('assessments.question.why.old', { ...said, when: isLastYear ? 'lastyear' : 'other' })}</>
}

function answerOf(
  { shape, choiceLabels, label }: AskedKey,
  chosen: readonly string[],
  { translator }: Reader,
) {
  const { t, locale } = translator
  if (shape.kind === 'number')
    return {
      kind: 'number' as const,
      label: textIn(label, locale),
      typed: chosen.filter((one) => one !== 'unknown').join(' '),
    }
  if (shape.kind === 'answer')
    return {
      kind: 'one' as const,
      chosen,
      choices: [
        { value: 'yes', label: t('facts.value.yes') },
        { value: 'no', label: t('facts.value.no') },
      ],
    }
  const choices = shape.choices.map((value) => {
    const words = choiceLabels[value]
    return { value, label: words ? textIn(words, locale) : value }
  })
  return { kind: shape.kind === 'several' ? ('several' as const) : ('one' as const), choices, chosen }
}

function asTyped(value: FactValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)]
}
