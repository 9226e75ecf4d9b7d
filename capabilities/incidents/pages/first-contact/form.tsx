// The page with the four questions: from a card for its hospital, without one also for the hospital's name.
// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '../../../../platform/http/endpoint.ts'

import { CsrfField } from '../../../../web/kit/index.ts'
import { type FirstContact, maxLineCharacters } from '../../contract/first-contact.ts'
import { Line } from './fields.tsx'
import { type NightFrame, nightPage } from './frame.tsx'
import { FourQuestions, WhichHospital, YourNumber } from './questions.tsx'

export interface FormPage extends NightFrame {
  /** Where the form is sent. */
  readonly path: string
  readonly csrfToken: string | null
  /** Null where there is no card, or none that we know: no hospital is named then. */
  readonly card: {
    readonly organisationName: string
    readonly place: string
    readonly isExercise: boolean
  } | null
  /** A code was given and is none of ours, or was withdrawn: both read alike. */
  readonly isUnknownCode: boolean
  readonly typed: FirstContact
  readonly faults: readonly FormFault[]
  readonly wordFault: boolean
}

export interface FormFault {
  readonly field: 'phone' | 'main'
  readonly text: string
}

export function formPage(page: FormPage): PageReply {
  const { translator, card, faults } = page
  const { t, tr } = translator
  const isSent = faults.length > 0
  return nightPage({
    ...page,
    title: isSent ? t('night.fault.title') : t('night.title'),
    isExercise: card?.isExercise ?? false,
    path: isSent ? null : page.path,
    status: isSent ? 422 : 200,
    content: (
      <>
        {card && (
          <p class="small">{t('night.card', { organisation: card.organisationName, place: card.place })}</p>
        )}
        <h1>{t('night.heading')}</h1>
        <Faults {...page} />
        <p>{tr('night.lead')}</p>
        {page.isUnknownCode && <p class="strip">{t('night.unknownCode')}</p>}
        <Answers {...page} />
        <WayBack {...page} />
      </>
    ),
  })
}

function Faults({ translator: { t }, faults }: FormPage) {
  if (faults.length === 0) return null
  return (
    <div class="faults" role="alert">
      <h2>{t('night.fault.title')}</h2>
      <ul>
        {faults.map(({ field, text }) => (
          <li key={text}>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
      <p>{t('night.fault.kept')}</p>
    </div>
  )
}

function Answers(page: FormPage) {
  const { translator, typed, phone, card } = page
  const { t } = translator
  return (
    <form method="post" action={page.path}>
      <CsrfField token={page.csrfToken} />
      <input type="hidden" name="formToken" value={typed.formToken} />
      <input type="hidden" name="language" value={translator.locale} />
      {!card && <WhichHospital translator={translator} typed={typed} />}
      <FourQuestions translator={translator} typed={typed} />
      <YourNumber
        translator={translator}
        typed={typed}
        error={page.faults.find(({ field }) => field === 'phone')?.text}
      />
      <button type="submit">{t('night.send')}</button>
      <p class="small">{t('night.gaps')}</p>
      {phone && <p class="small">{t('night.noLine', { phone })}</p>}
    </form>
  )
}

/** Back to a case by its word; without a card, to a card by its code. */
function WayBack({ translator, path, card, faults, wordFault }: FormPage) {
  if (faults.length > 0) return null
  const { t } = translator
  const name = card ? 'word' : 'code'
  return (
    <details open={wordFault}>
      <summary>{t(card ? 'night.back.word' : 'night.back.code')}</summary>
      <form method="get" action={card ? path : '/now'}>
        <input type="hidden" name="language" value={translator.locale} />
        <Line
          name={name}
          label={t(card ? 'night.back.word.label' : 'night.back.code.label')}
          hint={t(card ? 'night.back.word.hint' : 'night.back.code.hint')}
          value=""
          maxLength={maxLineCharacters}
          error={wordFault ? t('night.back.word.unknown') : undefined}
        />
        <button class="second" type="submit">
          {t('night.back.go')}
        </button>
      </form>
    </details>
  )
}

/** Of a person's own answers, for a form that nobody has filled yet. */
export function emptyContact(formToken: string, site: string): FirstContact {
  return {
    formToken,
    language: null,
    danger: null,
    spreading: null,
    sights: [],
    works: [],
    decider: '',
    deciderPhone: '',
    phone: '',
    name: '',
    site,
    words: '',
    hospital: '',
    town: '',
  }
}
