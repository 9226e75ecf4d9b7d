// What the form of facts looks like; its fields also stand in the registration.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale, type Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  ErrorSummary,
  PageHead,
  SelectField,
  TextField,
} from '../../../web/kit/index.ts'
import { timeZones } from '../places.ts'
import type { FactField, FieldFaults, TypedFacts } from '../typed.ts'

export interface FormProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly back: string
}

export function Faults<Field extends string>(props: {
  readonly translator: Translator
  readonly faults: FieldFaults<Field>
  readonly texts: Readonly<Record<Field, string>>
}) {
  const { translator, faults, texts } = props
  // Faults are keyed by the fields of this form and nothing else.
  const fields = Object.keys(faults) as Field[]
  return (
    <ErrorSummary
      title={translator.t('shell.errors.title', { count: fields.length })}
      faults={fields.map((field) => ({ fieldId: field, text: texts[field] }))}
    />
  )
}

export function FactsForm(
  props: FormProps & { readonly typed: TypedFacts; readonly faults: FieldFaults<FactField> },
) {
  const { translator, csrfToken, back, typed, faults } = props
  const { t } = translator
  const texts = factFaultTexts(translator)
  return (
    <>
      <Faults translator={translator} faults={faults} texts={texts} />
      <PageHead
        title={t('organisations.facts.change')}
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('organisations.menu'), href: back }] }}
        lead={t('organisations.facts.lead')}
      />
      <form class="s-sheet" method="post" action={`${back}/facts`}>
        <div class="s-sheet__body">
          <CsrfField token={csrfToken} />
          <FactFields translator={translator} typed={typed} faults={faults} />
          <Actions>
            <Button>{t('organisations.save')}</Button>
            <a href={back}>{t('organisations.back')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
}

/** Shared by a member's own form and the centre's registration. */
export function FactFields(props: {
  readonly translator: Translator
  readonly typed: TypedFacts
  readonly faults: FieldFaults<FactField>
}) {
  const { translator, typed, faults } = props
  const { t } = translator
  const texts = factFaultTexts(translator)
  const error = (field: FactField): string | undefined => (faults[field] ? texts[field] : undefined)
  const languageOptions = locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))
  return (
    <>
      <TextField
        name="employees"
        label={t('organisations.employees')}
        hint={t('organisations.employees.hint')}
        inputMode="numeric"
        value={typed.employees}
        error={error('employees')}
      />
      <TextField
        name="turnoverEuro"
        label={t('organisations.turnover')}
        hint={t('organisations.money.hint')}
        inputMode="numeric"
        value={typed.turnoverEuro}
        error={error('turnoverEuro')}
      />
      <TextField
        name="balanceSheetEuro"
        label={t('organisations.balanceSheet')}
        hint={t('organisations.money.hint')}
        inputMode="numeric"
        value={typed.balanceSheetEuro}
        error={error('balanceSheetEuro')}
      />
      <SelectField
        name="language"
        label={t('organisations.language')}
        options={languageOptions}
        value={typed.language}
        error={error('language')}
      />
      <CheckboxField
        name="languages"
        label={t('organisations.languages.others')}
        choices={languageOptions}
        values={typed.languages}
      />
      <SelectField
        name="timeZone"
        label={t('organisations.timeZone')}
        options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        value={typed.timeZone}
        error={error('timeZone')}
      />
    </>
  )
}

export function factFaultTexts({ t }: Translator): Readonly<Record<FactField, string>> {
  return {
    language: t('organisations.language.wrong'),
    timeZone: t('organisations.timeZone.wrong'),
    employees: t('organisations.employees.wrong'),
    turnoverEuro: t('organisations.money.wrong'),
    balanceSheetEuro: t('organisations.money.wrong'),
  }
}
