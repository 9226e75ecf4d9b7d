// The fields of a warning: to whom, how it gets in, and the text in each language.
// SPDX-License-Identifier: EUPL-1.2
import { type Locale, locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  Plain,
  RadioField,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { warningLimits } from '../../alerts/index.ts'
import { providerKindNames, providerKinds } from '../../organisations/index.ts'
import type { TypedWarning } from '../contract/forms.ts'
import type { WarningFaults, WarningField } from '../typed-warning.ts'
import type { Reader } from './reader.ts'

export interface WarnFormProps {
  readonly action: string
  readonly typed: TypedWarning
  readonly faults: WarningFaults
  readonly countries: readonly string[]
  readonly reader: Reader
}

export function WarnForm({ action, typed, faults, countries, reader }: WarnFormProps) {
  const { t } = reader.translator
  const kindNames = providerKindNames(reader.translator)
  return (
    <form class="s-stack-l" method="post" action={action}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name="formToken" value={typed.formToken} />
      <input type="hidden" name="shownWarning" value={typed.shownWarning} />
      <Sheet id="audience" heading={t('sensors.warn.audience')}>
        <p>{t('sensors.warn.audience.say')}</p>
        <RadioField
          name="sensor"
          label={t('sensors.warn.sensor')}
          value={typed.sensor}
          choices={[
            { value: '', label: t('sensors.warn.sensor.all') },
            { value: 'with', label: t('sensors.warn.sensor.with') },
            { value: 'without', label: t('sensors.warn.sensor.without') },
          ]}
        />
        <CheckboxField
          name="countries"
          label={t('sensors.warn.countries')}
          hint={t('sensors.warn.empty')}
          values={typed.countries}
          choices={countries.map((code) => ({ value: code, label: countryName(code, reader) }))}
        />
        <CheckboxField
          name="kinds"
          label={t('sensors.warn.kinds')}
          hint={t('sensors.warn.empty')}
          values={typed.kinds}
          choices={providerKinds.map((value) => ({ value, label: kindNames[value] }))}
        />
        <RadioField
          name="exposure"
          label={t('sensors.warn.exposure')}
          hint={t('sensors.warn.exposure.hint')}
          value={typed.exposure}
          choices={[
            { value: 'open', label: t('sensors.warn.exposure.open') },
            { value: 'controlled', label: t('sensors.warn.exposure.controlled') },
            { value: '', label: t('sensors.warn.exposure.unknown') },
          ]}
        />
      </Sheet>
      {ownFirst(reader).map((locale) => (
        <LanguageFields key={locale} locale={locale} typed={typed} faults={faults} reader={reader} />
      ))}
      <Actions>
        <Button name="step" value="preview">
          {t('sensors.warn.preview')}
        </Button>
      </Actions>
    </form>
  )
}

/** The officer writes in the own language first. */
export function ownFirst({ translator }: Reader): readonly Locale[] {
  return [translator.locale, ...locales.filter((locale) => locale !== translator.locale)]
}

function LanguageFields({
  locale,
  typed,
  faults,
  reader,
}: Pick<WarnFormProps, 'typed' | 'faults' | 'reader'> & { readonly locale: Locale }) {
  const { t } = reader.translator
  const language = nameOfLocale(locale)
  const common = (part: 'title' | 'seen' | 'advice') => {
    const name: WarningField = `${part}-${locale}`
    return {
      name,
      label:
        part === 'title'
          ? t('sensors.warn.title.field', { language })
          : t(`sensors.warn.${part}`, { language }),
      value: typed[name],
      error: faultText(name, faults, reader),
    }
  }
  return (
    <Plain id={`text-${locale}`} heading={language}>
      <TextField {...common('title')} maxLength={warningLimits.title} />
      <TextArea {...common('seen')} rows={5} maxLength={warningLimits.seen} />
      <TextArea {...common('advice')} rows={12} maxLength={warningLimits.advice} />
    </Plain>
  )
}

function faultText(
  name: WarningField,
  faults: WarningFaults,
  { translator: { t } }: Reader,
): string | undefined {
  const fault = faults.get(name)
  if (!fault) return undefined
  const part = name.split('-')[0] as 'title' | 'seen' | 'advice'
  return fault === 'missing'
    ? t('sensors.warn.missing')
    : t('sensors.warn.long', { most: warningLimits[part] })
}

export function warnFaultList(faults: WarningFaults, reader: Reader) {
  return [...faults.keys()].map((name) => ({
    fieldId: name,
    text: `${nameOfLocale(name.slice(-2) as Locale)}: ${faultText(name, faults, reader) ?? ''}`,
  }))
}

export function countryName(code: string, { translator }: Reader): string {
  return new Intl.DisplayNames([translator.locale], { type: 'region' }).of(code) ?? code
}
