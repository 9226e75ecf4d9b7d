// What can be done for one phone: fetch its file, say that it was opened, make a PDF, give it a new code.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, Details, SelectField, TextField } from '../../../web/kit/index.ts'
import type { Phone, Slot } from '../store/phones.ts'
import { type Reader, sayInstant } from './reader.ts'

export interface PhoneFormsProps {
  readonly slot: Slot
  readonly phone: Phone | null
  readonly fault: {
    readonly field: 'holder' | 'code' | 'word'
    readonly text: string
    readonly typed: string
  } | null
  readonly reader: Reader
}

export function PhoneForms({ slot, phone, fault, reader }: PhoneFormsProps) {
  const { translator, csrfToken, href, mayManage } = reader
  const { t } = translator
  const action = `${href}/envelope/phones/${slot}`
  const error = (field: 'holder' | 'code' | 'word') => (fault?.field === field ? fault.text : undefined)
  return (
    <>
      {phone && (
        <>
          <p>
            {t('readiness.phone.of', { holder: phone.holder, moment: sayInstant(phone.enrolledAt, reader) })}
          </p>
          <form method="post" action={`${action}/file`}>
            <CsrfField token={csrfToken} />
            <Button kind="secondary">{t('readiness.phone.fetch', { slot })}</Button>
          </form>
          <p class="s-dense s-quiet">{t('readiness.phone.fetch.hint')}</p>
          <form class="s-stack" method="post" action={`${action}/opened`}>
            <CsrfField token={csrfToken} />
            <TextField
              name="word"
              id={`word-${slot}`}
              label={t('readiness.phone.word', { slot })}
              hint={t('readiness.phone.word.hint')}
              value={fault?.field === 'word' ? fault.typed : ''}
              error={error('word')}
            />
            <div>
              <Button kind="secondary">{t('readiness.phone.word.button', { slot })}</Button>
            </div>
          </form>
          <Details summary={t('readiness.pdf.heading', { slot })} open={fault?.field === 'code'}>
            <form class="s-stack" method="post" action={`${action}/pdf`}>
              <CsrfField token={csrfToken} />
              <TextField
                name="code"
                id={`code-${slot}`}
                label={t('readiness.pdf.code', { slot })}
                hint={t('readiness.pdf.code.hint')}
                autoComplete="off"
                error={error('code')}
              />
              <div>
                <Button kind="secondary">{t('readiness.pdf.button', { slot })}</Button>
              </div>
            </form>
          </Details>
        </>
      )}
      {!phone && !mayManage && <p>{t('readiness.phone.askLead')}</p>}
      {mayManage && (
        <Details
          summary={phone ? t('readiness.phone.newCode', { slot }) : t('readiness.phone.firstCode', { slot })}
          open={!phone || fault?.field === 'holder'}
        >
          {phone && <p>{t('readiness.phone.newCode.effect')}</p>}
          <form class="s-stack" method="post" action={`${action}/code`}>
            <CsrfField token={csrfToken} />
            <TextField
              name="holder"
              id={`holder-${slot}`}
              label={t('readiness.phone.holder', { slot })}
              hint={t('readiness.phone.holder.hint')}
              value={fault?.field === 'holder' ? fault.typed : (phone?.holder ?? '')}
              error={error('holder')}
            />
            <SelectField
              name="language"
              id={`language-${slot}`}
              label={t('readiness.phone.language', { slot })}
              options={locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
              value={phone?.language ?? translator.locale}
            />
            <div>
              <Button kind={phone ? 'secondary' : 'primary'}>
                {t('readiness.phone.code.button', { slot })}
              </Button>
            </div>
          </form>
        </Details>
      )}
    </>
  )
}
