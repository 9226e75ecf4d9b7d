// Shows exactly what leaves with an extract, in words and as the two files, names what stays, and hands the files over.
// SPDX-License-Identifier: EUPL-1.2
import { formatDay, formatInstant } from '../../../../platform/i18n/index.ts'
import { Actions, Button, CsrfField, Details, Facts, Note, Plain, Sheet } from '../../../../web/kit/index.ts'
import type { Prepared } from '../../actions/after/extract.ts'
import { smallestGroup } from '../../extract.ts'
import type { Indicator } from '../../store/room.ts'
import type { Entered } from '../room/place.ts'
import { labelOf } from './extract-form.tsx'
import { type ExtractTyped, hiddenFields } from './extract-typed.ts'

export interface PreviewProps extends Entered {
  readonly typed: ExtractTyped
  readonly prepared: Prepared
}

export function ExtractPreview(props: PreviewProps) {
  const { reader, prepared } = props
  const { t } = reader.translator
  return (
    <div class="s-stack-l">
      {prepared.extract.isExercise && <Note tone="now">{t('after.preview.exercise')}</Note>}
      <Leaves {...props} />
      <Stays {...props} />
      <Plain id="files" heading={t('after.preview.files')}>
        <p>{t('after.preview.files.what')}</p>
        <Details summary={t('after.preview.json.stix')}>
          <pre class="s-raw" id="stix">
            {prepared.files.stix}
          </pre>
        </Details>
        <Details summary={t('after.preview.json.misp')}>
          <pre class="s-raw" id="misp">
            {prepared.files.misp}
          </pre>
        </Details>
        <HandOver {...props} />
      </Plain>
    </div>
  )
}

function Leaves({ reader, prepared }: PreviewProps) {
  const { translator } = reader
  const { t } = translator
  const { extract } = prepared
  return (
    <Sheet id="leaves" heading={t('after.preview.leaves')}>
      <Facts
        facts={[
          { term: t('after.preview.tlp'), value: `TLP:${extract.tlp.toUpperCase()}` },
          { term: t('after.preview.producer'), value: extract.producer },
          { term: t('after.preview.name'), value: extract.title },
          { term: t('after.extract.description'), value: <span class="s-raw">{extract.description}</span> },
          { term: t('after.preview.victim'), value: t('after.preview.victim.text') },
          { term: t('after.preview.country'), value: countryText(extract.country, reader) },
          { term: t('after.preview.day'), value: formatDay(extract.day, { translator, style: 'day-year' }) },
          {
            term: t('after.preview.made'),
            value: t('after.preview.made.text', {
              at: formatInstant(extract.madeAt, { translator, timeZone: 'UTC', style: 'instant-year' }),
            }),
          },
          {
            term: t('after.preview.indicators'),
            value:
              extract.indicators.length === 0 ? (
                t('after.preview.indicators.none')
              ) : (
                <ul>
                  {extract.indicators.map((indicator) => (
                    <li key={`${indicator.type} ${indicator.value}`}>
                      {/* It came out of the case's own list, whose types these are. */}
                      {labelOf(indicator as Pick<Indicator, 'type' | 'value'>, translator)}
                      {indicator.note && <span class="s-sub">{indicator.note}</span>}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </Sheet>
  )
}

function countryText(country: string | null, { translator: { t, locale } }: Entered['reader']): string {
  if (country === null) return t('after.preview.country.none')
  return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country
}

/** Nothing is dropped in silence: what was not chosen and what a format cannot hold is named. */
function Stays({ reader, prepared, typed }: PreviewProps) {
  const { translator } = reader
  const { t } = translator
  const { extract, indicators, withoutPattern, group, hits } = prepared
  const kept = indicators.length - extract.indicators.length
  return (
    <Plain id="stays" heading={t('after.preview.stays')}>
      <ul>
        <li>{t('after.preview.stays.always')}</li>
        {typed.country === 'yes' && group < smallestGroup && (
          <li>{t('after.preview.stays.country', { count: group, least: smallestGroup })}</li>
        )}
        {kept > 0 && <li>{t('after.preview.stays.indicators', { count: kept })}</li>}
        {!typed.remarks.includes('yes') && <li>{t('after.preview.stays.remarks')}</li>}
        {withoutPattern.map(({ value }) => (
          <li key={value}>{t('after.preview.stays.pattern', { value })}</li>
        ))}
      </ul>
      {hits.length > 0 && (
        <>
          <p>{t('after.preview.confirmed', { count: hits.length })}</p>
          <ul>
            {hits.map(({ key, found }) => (
              <li key={key}>{found}</li>
            ))}
          </ul>
        </>
      )}
    </Plain>
  )
}

function HandOver({ reader, place, typed, prepared }: PreviewProps) {
  const { t } = reader.translator
  const action = `${place.base}/after/extract`
  const carried = hiddenFields(typed).map(([name, value], index) => (
    <input key={index} type="hidden" name={name} value={value} />
  ))
  return (
    <>
      <p>{t('after.preview.nothingSent')}</p>
      <form method="post" action={`${action}/file`}>
        <CsrfField token={place.csrfToken} />
        {carried}
        <input type="hidden" name="madeAt" value={prepared.extract.madeAt.toISOString()} />
        <input type="hidden" name="seen" value={prepared.seen} />
        <Actions>
          <Button name="format" value="stix">
            {t('after.preview.stix')}
          </Button>
          <Button kind="secondary" name="format" value="misp">
            {t('after.preview.misp')}
          </Button>
        </Actions>
      </form>
      <form method="post" action={action}>
        <CsrfField token={place.csrfToken} />
        {carried}
        <Actions>
          <Button kind="secondary" name="step" value="edit">
            {t('after.preview.edit')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
