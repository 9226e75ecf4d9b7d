// A warning before it is sent: each language as it will be read, and how many members will read it.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Actions, BlockedButton, Button, CsrfField, Facts, Plain, Sheet } from '../../../web/kit/index.ts'
import { audienceText, urgencyOfWarning } from '../../alerts/index.ts'
import type { TypedWarning } from '../contract/forms.ts'
import { type WarningWish, warningParts } from '../typed-warning.ts'
import type { Reader } from './reader.ts'
import { ownFirst } from './warn-form.tsx'

export interface WarnPreviewProps {
  readonly action: string
  readonly typed: TypedWarning
  readonly wish: WarningWish
  readonly members: number
  readonly membersText: string
  readonly reader: Reader
}

export function WarnPreview({ action, typed, wish, members, membersText, reader }: WarnPreviewProps) {
  const { t, tr } = reader.translator
  const urgency = urgencyOfWarning(wish.exposure)
  return (
    <form class="s-stack-l" method="post" action={action}>
      <CsrfField token={reader.csrfToken} />
      {hiddenOf(typed).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Sheet id="send" heading={t('sensors.preview.send.heading')}>
        <Facts
          facts={[
            {
              term: t('sensors.preview.whom'),
              value: audienceText(wish.audience, reader.translator),
              source: `${t('sensors.preview.members')}: ${membersText}`,
            },
            {
              term: t('sensors.preview.urgency'),
              value: t(`alerts.urgency.${urgency}`),
              source: t('sensors.preview.mailed', { urgency: urgency === 'act-now' ? 'now' : 'other' }),
            },
            {
              term: t('sensors.warn.exposure'),
              value: t(`sensors.warn.exposure.${wish.exposure ?? 'unknown'}`),
            },
          ]}
        />
        <p>{t('sensors.preview.say')}</p>
        {members === 0 ? (
          <BlockedButton id="nobody" because={tr('sensors.preview.nobody')}>
            {t('sensors.preview.send', { members })}
          </BlockedButton>
        ) : null}
        <Actions>
          {members > 0 && (
            <Button name="step" value="send">
              {t('sensors.preview.send', { members })}
            </Button>
          )}
          <Button kind="secondary" name="step" value="edit">
            {t('sensors.preview.edit')}
          </Button>
        </Actions>
      </Sheet>
      {ownFirst(reader).map((locale) => (
        <Plain key={locale} id={`text-${locale}`} heading={nameOfLocale(locale)}>
          <div class="s-stack s-measure" lang={locale}>
            <h3>{wish.texts[locale].title}</h3>
            <p class="s-lines">{wish.texts[locale].seen}</p>
            <p class="s-lines">{wish.texts[locale].advice}</p>
          </div>
        </Plain>
      ))}
    </form>
  )
}

/** All that was typed, so that what is sent is what was looked at. */
function hiddenOf(typed: TypedWarning): readonly (readonly [string, string])[] {
  return [
    ['formToken', typed.formToken],
    ['shownWarning', String(typed.shownWarning)],
    ['exposure', typed.exposure],
    ['sensor', typed.sensor],
    ...typed.countries.map((code) => ['countries', code] as const),
    ...typed.kinds.map((kind) => ['kinds', kind] as const),
    ...locales.flatMap((locale) =>
      warningParts.map((part) => [`${part}-${locale}`, typed[`${part}-${locale}`]] as const),
    ),
  ]
}
