// Whom the hospital or the centre let into the room, until when, and what they may do there.
// SPDX-License-Identifier: EUPL-1.2
import { CsrfField, LinkButton, Plain, StateWord, Table } from '../../../../web/kit/index.ts'
import { guestStanding } from '../../access.ts'
import type { Guest } from '../../store/doors.ts'
import { isAtHome, mayWrite, type PartProps, say } from './place.ts'

/** Guests need not know of one another. */
export function Guests(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  if (!isAtHome(props)) return null
  return (
    <Plain
      id="guests"
      heading={t('room.guests.heading')}
      flush
      aside={place && mayWrite(props) && <a href={`${place.base}/guests`}>{t('room.guests.add')}</a>}
    >
      {view.guests.length === 0 ? (
        <p class="s-dense s-quiet">{t('room.guests.none')}</p>
      ) : (
        <Table<Guest>
          caption={t('room.guests.heading')}
          rows={view.guests}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('room.guests.name'),
              kind: 'head',
              phoneLabel: null,
              cell: ({ name, ofWhom }) => (
                <>
                  {name} <span class="s-sub">{ofWhom}</span>
                </>
              ),
            },
            { label: t('room.guests.may'), cell: ({ may }) => t(`room.guests.may.${may}`) },
            { label: t('room.guests.until'), cell: (guest) => <Until guest={guest} {...props} /> },
          ]}
        />
      )}
    </Plain>
  )
}

function Until({ guest, view, reader, place }: PartProps & { readonly guest: Guest }) {
  const { t } = reader.translator
  const standing = guestStanding(guest, reader.now)
  return (
    <>
      {say(guest.until, reader)}{' '}
      {standing === 'revoked' && <StateWord state="done">{t('room.guests.revoked')}</StateWord>}
      {standing === 'over' && <StateWord state="done">{t('room.guests.over')}</StateWord>}
      {standing === 'welcome' && place && view.access.may === 'write' && (
        <form class="s-noprint" method="post" action={`${place.base}/guests/${guest.id}/out`}>
          <CsrfField token={place.csrfToken} />
          <LinkButton>
            {t('room.guests.out')} <span class="s-hide">{guest.name}</span>
          </LinkButton>
        </form>
      )}
    </>
  )
}
