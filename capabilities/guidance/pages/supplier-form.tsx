// The form of a supplier: for each question one of four answers and words, whom to reach, save or hand in; and what was handed in.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  Details,
  Sheet as Paper,
  RadioField,
  StateWord,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Guest } from '../actions/supplier.ts'
import type { TypedAnswers } from '../contract/forms.ts'
import { type Clause, phases } from '../purchase.ts'
import {
  answers as allAnswers,
  answersOf,
  type Filled,
  isReadable,
  most,
  type Sheet,
  type SheetAnswer,
} from '../sheet.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import type { Reader } from './reader.ts'
import { askedClauses } from './sheet.tsx'
import { answerWord, faultText } from './words.ts'

const maxContactLength = 200
const shownField = 'shown'

const answerField = (key: string) => `a-${key}`
const wordsField = (key: string) => `w-${key}`

function typedText(typed: TypedAnswers, field: string): string {
  const value = typed[field]
  return typeof value === 'string' ? value : ''
}

/** Saved partly it may lack anything; handed in it says whom to reach. */
export function readAnswers(
  typed: TypedAnswers,
  questions: readonly string[],
  step: 'save' | 'hand-in' | 'sbom',
): Read<Filled, string> {
  const reading = new Reading<string>()
  const answers: Record<string, SheetAnswer> = {}
  for (const key of questions) {
    const answer = allAnswers.find((one) => one === typedText(typed, answerField(key))) ?? null
    const words = reading.optional(wordsField(key), typedText(typed, wordsField(key)), most.words)
    if (answer !== null || words !== null) answers[key] = { answer, words }
  }
  const contact = (field: string) =>
    step === 'hand-in'
      ? reading.text(field, typedText(typed, field), maxContactLength)
      : reading.optional(field, typedText(typed, field), maxContactLength)
  return reading.result({
    answers,
    contact: { name: contact('contactName'), reach: contact('contactReach') },
  })
}

/** Which saving the page showed; see `mergeFilled`. */
export function shownBy(typed: TypedAnswers): number | null {
  const text = typedText(typed, shownField)
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}

export function typedOfSheet(sheet: Sheet): TypedAnswers {
  const typed: Record<string, string> = {
    [shownField]: String(sheet.latest?.id ?? 0),
    contactName: sheet.latest?.contact.name ?? '',
    contactReach: sheet.latest?.contact.reach ?? '',
  }
  for (const [key, { answer, words }] of Object.entries(answersOf(sheet))) {
    typed[answerField(key)] = answer ?? ''
    typed[wordsField(key)] = words ?? ''
  }
  return typed
}

export function faultsOf(faults: Faults, translator: Translator) {
  const { t, locale } = translator
  return Object.entries(faults).map(([field, fault]) => {
    const [clause] = askedClauses([field.replace(/^w-/, '')])
    const label = clause
      ? textIn(clause.title, locale)
      : t(field === 'contactName' ? 'guidance.contact.name' : 'guidance.contact.reach')
    return { fieldId: field, text: `${label}: ${faultText(fault, translator)}` }
  })
}

export interface AnswerFormProps {
  readonly guest: Guest
  readonly reader: Reader
  readonly action: string
  readonly typed: TypedAnswers
  readonly faults: Faults
}

export function AnswerForm({ guest, reader, action, typed, faults }: AnswerFormProps) {
  const { translator } = reader
  const { t } = translator
  const clauses = askedClauses(guest.sheet.questions)
  const shared = { typed, faults, reader, guest }
  return (
    <form method="post" action={action}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name={shownField} value={typedText(typed, shownField)} />
      {phases.map((phase) => {
        const ofPhase = clauses.filter(({ body }) => body.phase === phase)
        return (
          ofPhase.length > 0 && (
            <Paper key={phase} id={`phase-${phase}`} heading={t(`guidance.phase.${phase}`)}>
              <div>
                {ofPhase.map((clause) => (
                  <Question key={clause.key} clause={clause} {...shared} />
                ))}
              </div>
            </Paper>
          )
        )
      })}
      <Paper id="contact" heading={t('guidance.contact.heading')}>
        {(['contactName', 'contactReach'] as const).map((field) => (
          <TextField
            key={field}
            name={field}
            label={t(field === 'contactName' ? 'guidance.contact.name' : 'guidance.contact.reach')}
            hint={field === 'contactReach' ? t('guidance.contact.reach.hint') : undefined}
            value={typedText(typed, field)}
            autoComplete={field === 'contactName' ? 'name' : 'email'}
            error={faultText(faults[field], translator)}
          />
        ))}
        <p>{t('guidance.guest.handIn.hint')}</p>
        <Actions>
          <Button name="step" value="hand-in">
            {t('guidance.guest.handIn')}
          </Button>
          <Button kind="secondary" name="step" value="save">
            {t('guidance.guest.save')}
          </Button>
        </Actions>
      </Paper>
    </form>
  )
}

function Question({
  clause,
  typed,
  faults,
  reader,
  guest,
}: Omit<AnswerFormProps, 'action'> & { readonly clause: Clause }) {
  const { translator } = reader
  const { t, locale } = translator
  const { key, title, body } = clause
  const files = guest.files.filter(isReadable)
  return (
    <article class="s-asked" aria-labelledby={key}>
      <h3 id={key}>{textIn(title, locale)}</h3>
      <p>{textIn(body.wording, locale)}</p>
      <p class="s-small s-quiet">
        {t(`guidance.guest.level.${body.must ? 'must' : 'should'}`)}
        {body.proof !== 'none' && ` ${t(`guidance.guest.proof.${body.proof}`)}`}
      </p>
      {body.proof === 'sbom' && (
        <>
          <p>
            <StateWord state={files.length > 0 ? 'done' : 'new'}>
              {t('guidance.guest.sbom.count', { count: files.length })}
            </StateWord>
          </p>
          <Button kind="secondary" name="step" value="sbom">
            {t('guidance.guest.sbom')}
          </Button>
        </>
      )}
      <RadioField
        name={answerField(key)}
        label={t('guidance.guest.answer', { question: textIn(title, locale) })}
        hideLabel
        choices={allAnswers.map((answer) => ({ value: answer, label: t(`guidance.answer.${answer}`) }))}
        value={typedText(typed, answerField(key)) || undefined}
      />
      <TextArea
        name={wordsField(key)}
        label={t('guidance.guest.words', { question: textIn(title, locale) })}
        rows={3}
        value={typedText(typed, wordsField(key))}
        error={faultText(faults[wordsField(key)], translator)}
      />
      <Details summary={t('guidance.guest.why')}>
        <p>{textIn(body.why, locale)}</p>
        {body.goodAnswer && (
          <p>
            <b>{t('guidance.asked.good')}</b> {textIn(body.goodAnswer, locale)}
          </p>
        )}
      </Details>
    </article>
  )
}

/** Frozen: the supplier reads what it said, and changes nothing. */
export function HandedIn({ guest, reader }: { readonly guest: Guest; readonly reader: Reader }) {
  const { translator } = reader
  const { t, locale } = translator
  const given = answersOf(guest.sheet)
  return (
    <Paper id="answers" heading={t('guidance.guest.answers')}>
      <div>
        {askedClauses(guest.sheet.questions).map(({ key, title }) => {
          const { look, word } = answerWord(given[key], translator)
          return (
            <div class="s-asked" key={key}>
              <h3>{textIn(title, locale)}</h3>
              <p>
                <StateWord state={look}>{word}</StateWord>
              </p>
              {given[key]?.words && <p class="s-said">{given[key].words}</p>}
            </div>
          )
        })}
      </div>
    </Paper>
  )
}
