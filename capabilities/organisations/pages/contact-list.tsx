// Whom to call: primary, deputy, management; a missing one is a row of its own.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { CsrfField, LinkButton, StateWord, Table } from '../../../web/kit/index.ts'
import { type Contact, contactDuties } from '../organisation.ts'
import { dutyNames, languageName } from './words.ts'

export interface ContactListProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly contacts: readonly Contact[]
  /** Address under which contacts are changed; null where they are only read. */
  readonly edit: string | null
}

export function ContactList({ translator, csrfToken, contacts, edit }: ContactListProps) {
  const { t } = translator
  const duties = dutyNames(translator)
  const rows = contactDuties.map((duty) => ({
    duty,
    contact: contacts.find((contact) => contact.duty === duty) ?? null,
  }))
  return (
    <Table
      caption={t('organisations.contacts.heading')}
      rows={rows}
      keyOf={({ duty }) => duty}
      stateOf={({ contact }) => (contact ? undefined : 'unknown')}
      columns={[
        { label: t('organisations.contacts.duty'), kind: 'head', cell: ({ duty }) => duties[duty] },
        {
          label: t('organisations.contacts.person'),
          cell: ({ contact }) =>
            contact ? (
              <>
                {contact.name}
                <span class="s-sub">
                  <a href={`mailto:${contact.email}`}>{contact.email}</a> ·{' '}
                  {languageName(translator, contact.language)}
                </span>
              </>
            ) : (
              <StateWord state="unknown">{t('organisations.contacts.nobody')}</StateWord>
            ),
        },
        {
          label: t('organisations.contacts.phone'),
          cell: ({ contact }) => <Phone number={contact?.phone ?? null} />,
        },
        {
          label: t('organisations.contacts.outOfHours'),
          cell: ({ contact }) => <Phone number={contact?.outOfHoursPhone ?? null} />,
        },
        ...(edit === null
          ? []
          : [
              {
                label: t('organisations.contacts.change'),
                hiddenLabel: true,
                phoneLabel: null,
                cell: ({ duty, contact }: (typeof rows)[number]) => (
                  <div class="s-stack">
                    <a href={`${edit}/contacts/${duty}`}>
                      {contact ? t('organisations.contacts.change') : t('organisations.contacts.nameOne')}{' '}
                      <span class="s-hide">{duties[duty]}</span>
                    </a>
                    {contact && (
                      <form method="post" action={`${edit}/contacts/${duty}/remove`}>
                        <CsrfField token={csrfToken} />
                        <LinkButton>
                          {t('organisations.remove')} <span class="s-hide">{duties[duty]}</span>
                        </LinkButton>
                      </form>
                    )}
                  </div>
                ),
              },
            ]),
      ]}
    />
  )
}

function Phone({ number }: { readonly number: string | null }) {
  return number === null ? <span>–</span> : <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>
}
