// The fields of an own offer, in three parts: its words, its purpose, and for whom it is.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import {
  CheckboxField,
  Details,
  Plain,
  RadioField,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { pillars } from '../item.ts'
import { houseSizes } from '../kinds/measure.ts'
import { costKinds, houseKinds, ownKinds } from '../own-item.ts'
import { wordFields } from '../typed-own-item.ts'
import type { OwnFormState } from './own-form.tsx'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

type PartProps = OwnFormState & { readonly reader: Reader }

export function fieldLabels({ translator: { t } }: Reader): Readonly<Record<string, string>> {
  const words = locales.flatMap((locale) =>
    wordFields.map((field) => [
      `${field}-${locale}`,
      t(`catalogue.own.form.${field}`, { language: nameOfLocale(locale) }),
    ]),
  )
  return {
    ...Object.fromEntries(words),
    kind: t('catalogue.own.form.kind'),
    pillars: t('catalogue.own.form.pillars'),
    cost: t('catalogue.own.form.cost'),
    countries: t('catalogue.own.form.countries'),
    answerWithinHours: t('catalogue.own.form.hours'),
  }
}

/** The reader's own language stands open; another one opens where something stands in it. */
export function WordFields({ typed, faults, reader }: PartProps) {
  const { t, locale: own } = reader.translator
  const order = [own, ...locales.filter((locale) => locale !== own)]
  return (
    <Sheet id="words" heading={t('catalogue.offer.what')}>
      <p>{t('catalogue.own.form.words.lead')}</p>
      {order.map((locale) => {
        const isUsed = wordFields.some(
          (field) => typed[`${field}-${locale}`] !== '' || faults[`${field}-${locale}`],
        )
        const fields = <LanguageFields locale={locale} {...{ typed, faults, reader }} />
        return locale === own ? (
          <div class="s-stack" key={locale}>
            {fields}
          </div>
        ) : (
          <Details key={locale} summary={nameOfLocale(locale)} open={isUsed}>
            {fields}
          </Details>
        )
      })}
    </Sheet>
  )
}

function LanguageFields({
  locale,
  typed,
  faults,
  reader,
}: Pick<PartProps, 'typed' | 'faults' | 'reader'> & { readonly locale: (typeof locales)[number] }) {
  const { translator } = reader
  const labels = fieldLabels(reader)
  return (
    <>
      {wordFields.map((field) => {
        const name = `${field}-${locale}` as const
        const props = {
          name,
          label: labels[name] ?? name,
          value: typed[name],
          error: faultText(faults[name], translator),
        }
        return field === 'title' ? (
          <TextField key={name} {...props} />
        ) : (
          <TextArea key={name} rows={field === 'summary' ? 2 : 5} {...props} />
        )
      })}
    </>
  )
}

export function PurposeFields({
  typed,
  faults,
  reader,
  measures,
}: PartProps & { readonly measures: readonly { readonly value: string; readonly label: string }[] }) {
  const { translator } = reader
  const { t } = translator
  return (
    <Plain id="purpose" heading={t('catalogue.own.form.pillars')}>
      <RadioField
        name="kind"
        label={t('catalogue.own.form.kind')}
        choices={ownKinds.map((value) => ({ value, label: t(`catalogue.kind.${value}`) }))}
        value={typed.kind || undefined}
        error={faultText(faults.kind, translator)}
      />
      <CheckboxField
        name="pillars"
        label={t('catalogue.own.form.pillars')}
        choices={pillars.map((value) => ({ value, label: t(`catalogue.pillar.${value}`) }))}
        values={typed.pillars}
        error={faultText(faults.pillars, translator)}
      />
      <RadioField
        name="cost"
        label={t('catalogue.own.form.cost')}
        choices={costKinds.map((value) => ({ value, label: t(`catalogue.cost.${value}`) }))}
        value={typed.cost || undefined}
        error={faultText(faults.cost, translator)}
      />
      <TextField
        name="answerWithinHours"
        inputMode="numeric"
        label={t('catalogue.own.form.hours')}
        hint={t('catalogue.own.form.hours.hint')}
        value={typed.answerWithinHours}
        error={faultText(faults.answerWithinHours, translator)}
      />
      {measures.length > 0 && (
        <Details summary={t('catalogue.own.form.helps')} open={typed.helpsWith.length > 0}>
          <CheckboxField
            name="helpsWith"
            label={t('catalogue.own.form.helps')}
            hideLabel
            choices={measures}
            values={typed.helpsWith}
          />
        </Details>
      )}
    </Plain>
  )
}

export function AudienceFields({ typed, faults, reader }: PartProps) {
  const { translator } = reader
  const { t } = translator
  return (
    <Plain id="audience" heading={t('catalogue.own.form.audience')}>
      <p>{t('catalogue.own.form.audience.lead')}</p>
      <CheckboxField
        name="sizes"
        label={t('catalogue.own.form.sizes')}
        choices={houseSizes.map((value) => ({ value, label: t(`catalogue.size.${value}`) }))}
        values={typed.sizes}
      />
      <CheckboxField
        name="kinds"
        label={t('catalogue.own.form.kinds')}
        choices={houseKinds.map((value) => ({ value, label: t(`catalogue.house.${value}`) }))}
        values={typed.kinds}
      />
      <TextField
        name="countries"
        label={t('catalogue.own.form.countries')}
        hint={t('catalogue.own.form.countries.hint')}
        value={typed.countries}
        error={faultText(faults.countries, translator)}
      />
    </Plain>
  )
}
