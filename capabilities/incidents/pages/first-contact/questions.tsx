// The questions themselves: which hospital, the four, and the number on which the person is rung.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../../platform/i18n/index.ts'
import {
  type FirstContact,
  maxLineCharacters,
  maxPhoneCharacters,
  maxWordsCharacters,
} from '../../contract/first-contact.ts'
import { dangers, sights, spreadings, stillWorking } from '../../first-contact.ts'
import { Line, Question, Words } from './fields.tsx'

export interface QuestionsProps {
  readonly translator: Translator
  readonly typed: FirstContact
}

export function WhichHospital({ translator: { t }, typed }: QuestionsProps) {
  return (
    <fieldset>
      <legend>{t('night.which')}</legend>
      <Line
        name="hospital"
        label={t('night.hospital')}
        value={typed.hospital}
        maxLength={maxLineCharacters}
        autoComplete="organization"
      />
      <Line name="town" label={t('night.town')} value={typed.town} maxLength={maxLineCharacters} />
    </fieldset>
  )
}

export function FourQuestions({ translator: { t }, typed }: QuestionsProps) {
  const answersTo = (values: readonly (typeof dangers)[number][]) =>
    values.map((value) => ({ value, label: t(`night.answer.${value}`) }))
  return (
    <>
      <Question
        name="danger"
        kind="one"
        question={t('night.danger')}
        hint={t('night.danger.hint')}
        choices={answersTo(dangers)}
        chosen={[typed.danger ?? '']}
      />
      <Question
        name="spreading"
        kind="one"
        question={t('night.spreading')}
        choices={answersTo(spreadings)}
        chosen={[typed.spreading ?? '']}
      />
      <Question
        name="sights"
        kind="many"
        question={t('night.sights')}
        hint={t('night.sights.hint')}
        choices={sights.map((value) => ({ value, label: t(`night.sight.${value}`) }))}
        chosen={typed.sights}
      />
      <Question
        name="works"
        kind="many"
        question={t('night.works')}
        hint={t('night.works.hint')}
        choices={stillWorking.map((value) => ({ value, label: t(`night.works.${value}`) }))}
        chosen={typed.works}
      />
      <fieldset>
        <legend>{t('night.decider.heading')}</legend>
        <Line
          name="decider"
          label={t('night.decider.name')}
          value={typed.decider}
          maxLength={maxLineCharacters}
        />
        <Line
          name="deciderPhone"
          type="tel"
          label={t('night.decider.phone')}
          value={typed.deciderPhone}
          maxLength={maxPhoneCharacters}
        />
      </fieldset>
    </>
  )
}

export function YourNumber({
  translator: { t },
  typed,
  error,
}: QuestionsProps & { readonly error: string | undefined }) {
  return (
    <fieldset>
      <legend>{t('night.you')}</legend>
      <Line
        name="phone"
        type="tel"
        label={t('night.phone')}
        hint={t('night.phone.hint')}
        value={typed.phone}
        maxLength={maxPhoneCharacters}
        autoComplete="tel"
        error={error}
        required
      />
      <Line
        name="name"
        label={t('night.name')}
        value={typed.name}
        maxLength={maxLineCharacters}
        autoComplete="name"
      />
      <Line name="site" label={t('night.site')} value={typed.site} maxLength={maxLineCharacters} />
      <Words
        name="words"
        label={t('night.words')}
        hint={t('night.words.hint')}
        value={typed.words}
        maxLength={maxWordsCharacters}
      />
    </fieldset>
  )
}
