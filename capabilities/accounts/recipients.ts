// Whom the centre writes to about what concerns an organisation: the contacts that an organisation named, else the people in charge there.
// SPDX-License-Identifier: EUPL-1.2
import type { Contact } from '../organisations/index.ts'
import type { Colleague } from './person.ts'

/** `lead` and `administrator` stand in where nobody was named. */
export type RecipientDuty = 'primary' | 'deputy' | 'management' | 'lead' | 'duty-officer' | 'administrator'

export interface Recipient {
  readonly duty: RecipientDuty
  readonly email: string
  readonly language: string
}

/** The first who is there: a message must not stay unread because one line of the contacts is empty. */
export function ownerOf(contacts: readonly Contact[], colleagues: readonly Colleague[]): Recipient | null {
  const inOrder = (['primary', 'deputy', 'management'] as const).map((duty) => contactFor(duty, contacts))
  return inOrder.find((recipient) => recipient !== null) ?? withRole('lead', colleagues)[0] ?? null
}

/** Only a deputy who is somebody else than the one who has not answered. */
export function deputyOf(contacts: readonly Contact[]): Recipient | null {
  const deputy = contactFor('deputy', contacts)
  const primary = contactFor('primary', contacts)
  return deputy && primary && deputy.email !== primary.email ? deputy : null
}

/** People on duty at the centre; where there are none, those who run it. */
export function officersOf(colleagues: readonly Colleague[]): readonly Recipient[] {
  const officers = withRole('duty-officer', colleagues)
  return officers.length > 0 ? officers : withRole('administrator', colleagues)
}

function contactFor(duty: Contact['duty'], contacts: readonly Contact[]): Recipient | null {
  const contact = contacts.find((one) => one.duty === duty)
  return contact ? { duty, email: contact.email, language: contact.language } : null
}

function withRole(
  role: 'lead' | 'duty-officer' | 'administrator',
  colleagues: readonly Colleague[],
): readonly Recipient[] {
  return colleagues
    .filter((colleague) => colleague.role === role)
    .map(({ email, language }) => ({ duty: role, email, language }))
}
