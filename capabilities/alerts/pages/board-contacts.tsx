// Whom the centre can call at a member, and what was tried with it by mail.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { Contact } from '../../organisations/index.ts'
import type { Tried } from '../store/tried.ts'
import type { Reader } from './words.ts'

export function Contacts({
  contacts,
  reader,
}: {
  readonly contacts: readonly Contact[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  if (contacts.length === 0) return <span class="s-unknown">{t('board.contacts.none')}</span>
  return (
    <>
      {contacts.map((contact) => (
        <div key={contact.id}>
          <strong>{contact.name}</strong>, {t(`board.duty.${contact.duty}`)}
          <span class="s-sub">
            {contact.phone ? <PhoneNumber phone={contact.phone} /> : t('board.contacts.noPhone')}
            {contact.outOfHoursPhone && (
              <>
                {' · '}
                {t('board.contacts.outOfHours')} <PhoneNumber phone={contact.outOfHoursPhone} />
              </>
            )}
          </span>
        </div>
      ))}
    </>
  )
}

/** The number that is most likely answered now: out of hours where there is one, else by day. */
export function FirstNumber({
  contacts,
  reader,
}: {
  readonly contacts: readonly Contact[]
  readonly reader: Reader
}) {
  const withNumber = contacts.find((contact) => contact.phone ?? contact.outOfHoursPhone)
  const phone = withNumber?.phone ?? withNumber?.outOfHoursPhone
  if (!withNumber || !phone)
    return <span class="s-unknown">{reader.translator.t('board.contacts.noPhone')}</span>
  return (
    <>
      <PhoneNumber phone={phone} />
      <span class="s-sub">{withNumber.name}</span>
    </>
  )
}

const shortestNumber = 3

function PhoneNumber({ phone }: { readonly phone: string }) {
  const dialled = phone.replace(/[^\d+]/g, '')
  return dialled.length < shortestNumber ? <span>{phone}</span> : <a href={`tel:${dialled}`}>{phone}</a>
}

/** Such as: mail 2×, deputy 1×, last Tue 17 Nov, 08:00. */
export function triedInWords(tried: readonly Tried[], reader: Reader): string {
  const { t } = reader.translator
  const [last] = tried.toSorted((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
  if (!last) return t('board.tried.none')
  const times = new Map<TriedWord, number>()
  for (const one of tried) times.set(wordOf(one), (times.get(wordOf(one)) ?? 0) + one.times)
  const words = [...times].map(([word, count]) => t(`board.tried.${word}`, { count }))
  return [...words, t('board.tried.last', { at: formatInstant(last.lastAt, reader) })].join(', ')
}

type TriedWord = 'mail' | 'reminder' | 'deputy' | 'failed' | 'waiting'

function wordOf({ kind, state }: Tried): TriedWord {
  if (state === 'failed') return 'failed'
  if (state !== 'sent') return 'waiting'
  if (kind === 'alert.reminder') return 'reminder'
  return kind === 'alert.deputy' ? 'deputy' : 'mail'
}
