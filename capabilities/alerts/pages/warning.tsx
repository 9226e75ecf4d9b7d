// An alert that the centre raised by warning: what to do, and why this hospital was told, in place of assets and versions.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatList, type Translator } from '../../../platform/i18n/index.ts'
import { Facts, Plain, ReasonLine, Sheet, Steps } from '../../../web/kit/index.ts'
import { providerKindNames } from '../../organisations/index.ts'
import { type StoredWarning, type WarningAudience, warningText } from '../warning.ts'
import type { Reader } from './words.ts'

interface Props {
  readonly warning: StoredWarning
  readonly reader: Reader
}

export function WarnedToDo({ warning, reader }: Props) {
  const { t, locale } = reader.translator
  return (
    <Sheet
      id="do"
      heading={t('alerts.alert.do')}
      aside={<span class="s-noprint">{t('alerts.alert.do.print')}</span>}
    >
      <Steps
        steps={[
          { heading: t('alerts.warning.sensor.title'), detail: t('alerts.warning.sensor') },
          {
            heading: t('alerts.warning.hand.title'),
            detail: <span class="s-lines">{warningText(warning.texts, locale).advice}</span>,
          },
          { heading: t('alerts.warning.answer.title'), detail: t('alerts.warning.answer') },
        ]}
      />
    </Sheet>
  )
}

export function WhyWarned({ warning, reader }: Props) {
  const { translator, timeZone } = reader
  const { t, tr } = translator
  return (
    <Plain id="why" heading={t('alerts.why.title')}>
      <ReasonLine>{tr('alerts.warning.because')}</ReasonLine>
      <Facts
        facts={[
          {
            term: t('alerts.warning.hospitals'),
            value: t('alerts.warning.hospitals.value', { hospitals: warning.hospitals }),
            source: t('alerts.warning.hospitals.source'),
          },
          { term: t('alerts.warning.audience'), value: audienceText(warning.audience, translator) },
          {
            term: t('alerts.warning.by'),
            value: formatInstant(warning.warnedAt, { translator, timeZone, style: 'day-year' }),
          },
        ]}
      />
    </Plain>
  )
}

/** Which facts about the member decided that it is told. */
export function audienceText(audience: WarningAudience, translator: Translator): string {
  const { t } = translator
  const { countries, kinds, sensor } = audience
  const names = new Intl.DisplayNames([translator.locale], { type: 'region' })
  const kindNames = providerKindNames(translator)
  const parts = [
    ...(countries.length > 0
      ? [
          t('alerts.warning.audience.countries', {
            countries: formatList(
              countries.map((code) => names.of(code) ?? code),
              translator,
            ),
          }),
        ]
      : []),
    ...(kinds.length > 0
      ? [
          t('alerts.warning.audience.kinds', {
            kinds: formatList(
              kinds.map((kind) => kindNames[kind]),
              translator,
            ),
          }),
        ]
      : []),
    ...(sensor ? [t('alerts.warning.audience.sensor', { sensor: sensor === 'with' ? 'yes' : 'other' })] : []),
  ]
  return parts.length === 0 ? t('alerts.warning.audience.all') : parts.join(' ')
}
