// The form of an extract: how far it may go, what it says, which indicators; and each word that would tell who it was.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  Note,
  RadioField,
  Sheet,
  TextArea,
} from '../../../../web/kit/index.ts'
import { isWider, smallestGroup } from '../../extract.ts'
import { tlps } from '../../incident.ts'
import { defanged } from '../../indicator-text.ts'
import type { Indicator } from '../../store/room.ts'
import type { Hit } from '../../telling.ts'
import type { Entered } from '../room/place.ts'
import { type ExtractTyped, maxBecause, maxDescription, maxOffered } from './extract-typed.ts'

export interface ExtractFormProps extends Entered {
  readonly typed: ExtractTyped
  readonly errorOf: (field: string) => string | undefined
  readonly hits: readonly Hit[]
  readonly group: number
}

export function ExtractForm(props: ExtractFormProps) {
  const { view, reader, place, typed, errorOf } = props
  const { t } = reader.translator
  return (
    <Sheet id="form" heading={t('after.extract.form')}>
      <form class="s-stack" method="post" action={`${place.base}/after/extract`} novalidate>
        <CsrfField token={place.csrfToken} />
        <RadioField
          name="tlp"
          label={t('after.extract.tlp')}
          hint={t('after.extract.tlp.hint', { tlp: view.incident.tlp.toUpperCase() })}
          value={typed.tlp || undefined}
          error={errorOf('tlp')}
          choices={tlps.map((value) => ({
            value,
            label: `TLP:${value.toUpperCase()}`,
            hint: (
              <>
                {t(`after.tlp.${value}`)} {isWider(value, view.incident.tlp) && t('after.extract.tlp.wider')}
              </>
            ),
          }))}
        />
        <TextArea
          name="because"
          label={t('after.extract.because')}
          hint={t('after.extract.because.hint')}
          value={typed.because}
          error={errorOf('because')}
          rows={2}
          maxLength={maxBecause}
        />
        <TextArea
          name="description"
          label={t('after.extract.description')}
          hint={t('after.extract.description.hint')}
          value={typed.description}
          error={errorOf('description')}
          rows={8}
          maxLength={maxDescription}
        />
        <Country {...props} />
        <Indicators {...props} />
        <Hits {...props} />
        <Actions>
          <Button name="step" value="preview">
            {t('after.extract.preview')}
          </Button>
          <a href={`${place.base}/after`}>{t('after.extract.cancel')}</a>
        </Actions>
      </form>
    </Sheet>
  )
}

function Country({ view, reader, typed, errorOf, group }: ExtractFormProps) {
  const { t, locale } = reader.translator
  const { country } = view.organisation
  const name = new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
  return (
    <>
      <RadioField
        name="country"
        label={t('after.extract.country', { country: name })}
        hint={t('after.extract.country.hint', { count: group })}
        value={typed.country || undefined}
        error={errorOf('country')}
        choices={[
          { value: 'yes', label: t('after.extract.country.yes') },
          { value: 'no', label: t('after.extract.country.no') },
        ]}
      />
      {group < smallestGroup && (
        <Note tone="soon">{t('after.extract.country.small', { least: smallestGroup })}</Note>
      )}
    </>
  )
}

function Indicators({ view, reader, typed }: ExtractFormProps) {
  const { t } = reader.translator
  const offered = view.indicators.slice(0, maxOffered)
  if (offered.length === 0) return <p class="s-quiet">{t('after.extract.indicators.none')}</p>
  return (
    <>
      <CheckboxField
        name="indicators"
        label={t('after.extract.indicators')}
        hint={t('after.extract.indicators.hint')}
        values={typed.indicators}
        choices={offered.map((indicator) => ({
          value: String(indicator.id),
          label: labelOf(indicator, reader.translator),
          ...(indicator.note ? { hint: t('after.extract.indicator.remark', { note: indicator.note }) } : {}),
        }))}
      />
      {view.indicators.length > offered.length && (
        <Note tone="unknown">
          {t('after.extract.indicators.more', { count: view.indicators.length - offered.length })}
        </Note>
      )}
      <CheckboxField
        name="remarks"
        label={t('after.extract.remarks')}
        hideLabel
        values={typed.remarks}
        choices={[{ value: 'yes', label: t('after.extract.remarks'), hint: t('after.extract.remarks.hint') }]}
      />
    </>
  )
}

export function labelOf(indicator: Pick<Indicator, 'type' | 'value'>, { t }: Translator): string {
  return t('after.extract.indicator', {
    type: t(`after.indicator.${indicator.type}`),
    value: defanged(indicator),
  })
}

/** Each is taken out above, or confirmed here, one by one. */
function Hits({ hits, reader, typed, errorOf }: ExtractFormProps) {
  const { t } = reader.translator
  if (hits.length === 0) return null
  return (
    <CheckboxField
      name="confirmed"
      label={t('after.extract.hits', { count: hits.length })}
      hint={t('after.extract.hits.hint')}
      error={errorOf('confirmed')}
      values={typed.confirmed}
      choices={hits.map(({ key, where, found, text }) => ({
        value: key,
        label: t('after.extract.hit', { found }),
        hint:
          where === 'description'
            ? t('after.extract.hit.description')
            : t('after.extract.hit.indicator', { text }),
      }))}
    />
  )
}
