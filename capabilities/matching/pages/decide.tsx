// The two forms of a pair: to decide it, and to take the decision back; each asks for the reason.
// SPDX-License-Identifier: EUPL-1.2
import { AnswerBar, Button, CsrfField, Facts, Plain, RadioField, TextArea } from '../../../web/kit/index.ts'
import { type AliasAnswer, aliasAnswers } from '../alias.ts'
import { maxReasonCharacters } from '../contract.ts'
import type { RecordedDecision } from '../store.ts'
import { pairHref, queuePath } from './paths.ts'
import { answerWord, clip, instant, type Reader } from './words.ts'

export type Faults = Partial<Record<'answer' | 'reason', string>>

interface FormProps {
  readonly typed: { readonly answer?: AliasAnswer | undefined; readonly reason?: string }
  readonly faults: Faults
  readonly reader: Reader
}

export function DecisionForm({ pairId, typed, faults, reader }: FormProps & { readonly pairId: number }) {
  const { t } = reader.translator
  return (
    <AnswerBar
      id="decide"
      heading={t('matching.decide.title')}
      lead={t('matching.decide.lead')}
      action={pairHref(pairId)}
      csrfToken={reader.csrfToken}
      after={<a href={queuePath}>{t('matching.decide.later')}</a>}
    >
      <input type="hidden" name="standing" value="" />
      <RadioField
        name="answer"
        label={t('matching.decide.answer')}
        choices={aliasAnswers.map((answer) => ({
          value: answer,
          label: t(`matching.decide.${answer}`),
          hint: t(`matching.decide.${answer}.hint`),
        }))}
        value={typed.answer}
        error={faults.answer}
      />
      <Reason label={t('matching.decide.reason')} typed={typed} faults={faults} reader={reader} />
      <Button>{t('matching.decide.save')}</Button>
    </AnswerBar>
  )
}

export function Standing({
  standing,
  typed,
  faults,
  reader,
}: FormProps & { readonly standing: RecordedDecision }) {
  const { t } = reader.translator
  return (
    <Plain id="standing" heading={t('matching.standing.title')}>
      <Facts
        facts={[
          { term: t('matching.column.decision'), value: answerWord(standing.answer, reader) },
          {
            term: t('matching.column.who'),
            value: clip(standing.decidedByName),
            source: instant(standing.decidedAt, reader),
          },
          { term: t('matching.column.reason'), value: standing.reason },
        ]}
      />
      <p>{t('matching.undo.text')}</p>
      <form method="post" action={`${pairHref(standing.pairId)}/undo`}>
        <CsrfField token={reader.csrfToken} />
        <input type="hidden" name="standing" value={String(standing.id)} />
        <Reason label={t('matching.undo.reason')} typed={typed} faults={faults} reader={reader} />
        <Button kind="secondary">{t('matching.undo.button')}</Button>
      </form>
    </Plain>
  )
}

function Reason({ label, typed, faults, reader }: FormProps & { readonly label: string }) {
  const { t } = reader.translator
  return (
    <TextArea
      name="reason"
      label={label}
      hint={t('matching.decide.reason.hint')}
      value={typed.reason}
      error={faults.reason}
      rows={3}
      maxLength={maxReasonCharacters}
    />
  )
}
