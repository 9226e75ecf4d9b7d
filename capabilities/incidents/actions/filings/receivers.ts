// Who receives a filing: an authority of the directory, the persons concerned, or somebody whom the directory does not know.
// SPDX-License-Identifier: EUPL-1.2
import { type Authority, authoritiesFor, directory, type Recipient } from '../../../authorities/index.ts'
import { type Contact, entityClassOf, type Organisation } from '../../../organisations/index.ts'
import type { OrganisationValues } from '../../filings/organisation-keys.ts'

export const personsConcerned = 'persons-concerned'
export const notKnown = 'not-known'

export interface Receiver {
  readonly key: string
  /** Null for persons concerned and for an authority that the directory does not know. */
  readonly recipient: Recipient | null
}

export interface Receivers {
  readonly receivers: readonly Receiver[]
  /** `one`: each is for a region or bearer only, and one of them is yours. */
  readonly choice: 'all' | 'one'
}

/** Never empty: whom we do not know is told too, by the hospital's own knowledge. */
export function receiversOf(country: string, duty: string, now: Date): Receivers {
  const found = authoritiesFor(country, duty, now)
  if (found.found)
    return {
      receivers: found.recipients.map((recipient) => ({ key: recipient.authority.key, recipient })),
      choice: found.choice,
    }
  const key = found.because === 'persons-concerned' ? personsConcerned : notKnown
  return { receivers: [{ key, recipient: null }], choice: 'all' }
}

/** Null where the key is none of those who receive the duty there. */
export function receiverOf(country: string, duty: string, key: string, now: Date): Receiver | null {
  return receiversOf(country, duty, now).receivers.find((one) => one.key === key) ?? null
}

/** Also of one that received once and no longer does. */
export function authorityByKey(key: string): Authority | null {
  for (const { authorities } of directory.values()) {
    const found = authorities.find((one) => one.key === key)
    if (found) return found
  }
  return null
}

/** What filings say of the hospital itself. A registration number stands in no profile yet and stays missing. */
export function organisationValues(
  organisation: Organisation,
  contacts: readonly Contact[],
  now: Date,
): OrganisationValues {
  const [contact] = contacts
  const { answer } = entityClassOf(organisation, now)
  const phone = contact?.outOfHoursPhone ?? contact?.phone
  return {
    name: organisation.name,
    country: organisation.country,
    entityClass: answer === 'not-in-scope' ? 'not_in_scope' : answer,
    ...(contact ? { contactName: contact.name, contactEmail: contact.email } : {}),
    ...(phone ? { contactPhone: phone } : {}),
  }
}
