// The fields that a class of a house and a campaign of the centre share, each with its fault beside it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  DateField,
  RadioField,
  SelectField,
  TextField,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import type { Course } from '../course.ts'
import { type ClassFault, type ClassFaults, type ClassField, maxLabel, type TypedClass } from '../typed.ts'
import type { Reader } from './reader.ts'

export interface ClassFieldsProps {
  readonly typed: TypedClass
  readonly faults: ClassFaults
  readonly courses: readonly Course[]
  readonly reader: Reader
}

export function ClassFields({ typed, faults, courses, reader }: ClassFieldsProps) {
  const { t, locale } = reader.translator
  const partLabels = { day: t('shell.field.day'), month: t('shell.field.month'), year: t('shell.field.year') }
  return (
    <>
      <RadioField
        name="course"
        label={t('training.form.course')}
        choices={courses.map(({ key, title, body }) => ({
          value: key,
          label: t(`training.role.${body.role}`),
          hint: textIn(title, locale),
        }))}
        value={typed.course || undefined}
        error={faultText(faults.course, reader)}
      />
      <TextField
        name="label"
        label={t('training.form.label')}
        hint={t('training.form.label.hint')}
        value={typed.label}
        maxLength={maxLabel}
        autoComplete="off"
        error={faultText(faults.label, reader)}
      />
      <DateField
        name="until"
        label={t('training.form.until')}
        partLabels={partLabels}
        value={{ day: typed['until-day'], month: typed['until-month'], year: typed['until-year'] }}
        error={faultText(faults.until, reader)}
      />
      <SelectField
        name="language"
        label={t('training.form.language')}
        options={locales.map((one) => ({ value: one, label: nameOfLocale(one) }))}
        value={typed.language}
        error={faultText(faults.language, reader)}
      />
    </>
  )
}

export interface ClassFormFrameProps {
  readonly action: string
  readonly button: string
  readonly formToken: string
  readonly reader: Reader
  readonly children: ComponentChildren
}

export function ClassFormFrame({ action, button, formToken, reader, children }: ClassFormFrameProps) {
  return (
    <form class="s-stack" method="post" action={action}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name="formToken" value={formToken} />
      {children}
      <Actions>
        <Button>{button}</Button>
      </Actions>
    </form>
  )
}

const fields: readonly ClassField[] = ['course', 'label', 'until', 'language']

export function classFaultList(faults: ClassFaults, reader: Reader) {
  return fields.flatMap((field) => {
    const text = faultText(faults[field], reader)
    return text ? [{ fieldId: field, text }] : []
  })
}

function faultText(fault: ClassFault | undefined, { translator: { t } }: Reader): string | undefined {
  if (!fault) return undefined
  return fault === 'long' ? t('training.fault.long', { max: maxLabel }) : t(`training.fault.${fault}`)
}
