// The guided decision whether an incident is significant: three questions, and a doubt that only a person settles.
// SPDX-License-Identifier: EUPL-1.2
import { CheckboxField, RadioField, ReasonLine, TextArea } from '../../../../web/kit/index.ts'
import { recordFacts } from '../../actions/facts.ts'
import { decide } from '../../actions/keep.ts'
import { limits, significanceForm } from '../../contract/room-forms.ts'
import { sayReason } from '../../duties/explain.ts'
import { currentValue } from '../../fact.ts'
import {
  type SignificanceAnswer,
  significanceAnswers,
  significanceOf,
  significanceQuestions,
} from '../../significance.ts'
import { type At, accessOf, type RoomForm } from './form.tsx'
import { say } from './place.ts'
import { readFields, type Typed } from './typed.ts'

interface SignificanceCommand {
  readonly answers: Readonly<Record<(typeof significanceQuestions)[number], SignificanceAnswer>>
  readonly decision: 'yes' | 'no' | 'unknown'
  readonly because: string
}

export const significance: RoomForm<Typed, SignificanceCommand> = {
  path: '/significance',
  body: significanceForm,
  forGuests: false,
  labels: {
    severeDisruption: 'room.significance.severeDisruption',
    financialLoss: 'room.significance.financialLoss',
    damageToOthers: 'room.significance.damageToOthers',
    because: 'room.significance.because',
  },
  title: ({ reader }) => reader.translator.t('room.significance.title'),
  lead: ({ reader }) => reader.translator.t('room.significance.lead'),
  button: ({ reader }) => reader.translator.t('room.significance.button'),
  back: '#clocks',
  start: ({ view }) => ({
    ...Object.fromEntries(
      significanceQuestions.map((question) => [question, String(currentValue(view.ledger, question) ?? '')]),
    ),
    inDoubt: '',
    because: '',
  }),
  Fields({ reader, typed, errorOf }) {
    const { t } = reader.translator
    return (
      <>
        {significanceQuestions.map((question) => (
          <RadioField
            key={question}
            name={question}
            label={t(`room.significance.${question}`)}
            hint={t(`room.significance.${question}.hint`)}
            value={typed[question]}
            error={errorOf(question)}
            choices={significanceAnswers.map((value) => ({
              value,
              label: t(`room.significance.answer.${value}`),
            }))}
          />
        ))}
        <CheckboxField
          name="inDoubt"
          label={t('room.significance.inDoubt')}
          hint={t('room.significance.inDoubt.hint')}
          values={[typed.inDoubt ?? '']}
          choices={[{ value: 'yes', label: t('room.significance.inDoubt.yes') }]}
        />
        <TextArea
          name="because"
          label={t('room.significance.because')}
          hint={t('room.significance.because.hint')}
          value={typed.because}
          error={errorOf('because')}
        />
      </>
    )
  },
  after: (at) => <LastSignificance {...at} />,
  read(typed, { reader }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const answers = {
      severeDisruption: read.choice('severeDisruption', significanceAnswers),
      financialLoss: read.choice('financialLoss', significanceAnswers),
      damageToOthers: read.choice('damageToOthers', significanceAnswers),
    }
    const because = read.text('because', limits.because)
    const found = significanceOf(answers).answer
    // In doubt, report: only a person decides that, and it is written down as their decision.
    const decision = found === 'unknown' && typed.inDoubt === 'yes' ? 'yes' : found
    return read.outcome(() => ({ answers, decision, because }))
  },
  async act({ answers, decision, because }, at, { now }) {
    const access = accessOf(at)
    const facts = significanceQuestions.map((key) => ({ key, typed: answers[key] }))
    const { timeZone } = at.reader
    const said = { source: access.name, confidence: 'likely', reason: because, timeZone } as const
    await recordFacts(at.context, access, { facts, ...said }, now)
    await decide(at.context, access, { subject: 'significant', answer: decision, because }, now)
  },
}

function LastSignificance({ view, reader }: At) {
  const { translator } = reader
  const decided = view.decisions.findLast(({ subject }) => subject === 'significant')
  const facts = Object.fromEntries(
    significanceQuestions.map((key) => [key, String(currentValue(view.ledger, key) ?? 'unknown')]),
  )
  return (
    <div class="s-stack s-above">
      {decided && (
        <p class="s-dense">
          {translator.t('room.significance.last', {
            answer: translator.find(`filings.answer.${decided.answer}`) ?? decided.answer,
            name: decided.recordedByName,
            at: say(decided.recordedAt, reader, 'instant-year'),
          })}{' '}
          {decided.because}
        </p>
      )}
      {significanceOf(facts).because.map((reason) => (
        <ReasonLine key={reason.code}>{sayReason(reason, reader)}</ReasonLine>
      ))}
    </div>
  )
}
