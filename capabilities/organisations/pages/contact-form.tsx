// What the form to name a contact looks like.
// SPDX-License-Identifier: EUPL-1.2
import { locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Actions, Button, CsrfField, PageHead, SelectField, TextField } from '../../../web/kit/index.ts'
import type { ContactDuty } from '../organisation.ts'
import type { ContactField, FieldFaults } from '../typed.ts'
import { Faults, type FormProps } from './facts-form.tsx'
import { dutyNames, dutyReasons } from './words.ts'

export type TypedContact = Readonly<Record<ContactField, string>>

export function ContactForm(
  props: FormProps & {
    readonly duty: ContactDuty
    readonly typed: TypedContact
    readonly faults: FieldFaults<ContactField>
  },
) {
  const { translator, csrfToken, back, duty, typed, faults } = props
  const { t } = translator
  const texts = {
    name: t('organisations.name.wrong'),
    email: t('organisations.email.wrong'),
    phone: t('organisations.phone.wrong'),
    outOfHoursPhone:
      duty === 'management' ? t('organisations.outOfHours.needed') : t('organisations.phone.wrong'),
    language: t('organisations.language.wrong'),
  }
  const error = (field: ContactField): string | undefined => (faults[field] ? texts[field] : undefined)
  return (
    <>
      <Faults translator={translator} faults={faults} texts={texts} />
      <PageHead
        title={dutyNames(translator)[duty]}
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('organisations.menu'), href: back }] }}
        lead={dutyReasons(translator)[duty]}
      />
      <form class="s-sheet" method="post" action={`${back}/contacts/${duty}`}>
        <div class="s-sheet__body">
          <CsrfField token={csrfToken} />
          <TextField name="name" label={t('organisations.name')} value={typed.name} error={error('name')} />
          <TextField
            name="email"
            type="email"
            label={t('organisations.email')}
            value={typed.email}
            error={error('email')}
          />
          <TextField
            name="phone"
            type="tel"
            label={t('organisations.contacts.phone')}
            value={typed.phone}
            error={error('phone')}
          />
          <TextField
            name="outOfHoursPhone"
            type="tel"
            label={t('organisations.contacts.outOfHours')}
            hint={t('organisations.outOfHours.hint')}
            value={typed.outOfHoursPhone}
            error={error('outOfHoursPhone')}
          />
          <SelectField
            name="language"
            label={t('organisations.contacts.language')}
            options={locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
            value={typed.language}
            error={error('language')}
          />
          <Actions>
            <Button>{t('organisations.save')}</Button>
            <a href={back}>{t('organisations.back')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
}
