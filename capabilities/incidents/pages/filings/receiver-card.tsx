// Whom a filing goes to: how to reach it now and at night, what is not known of it, and that nobody verified it.
// SPDX-License-Identifier: EUPL-1.2
import { type Fact, Facts, Plain, StateWord } from '../../../../web/kit/index.ts'
import { type Authority, authorityName, type Way } from '../../../authorities/index.ts'
import { personsConcerned } from '../../actions/filings/receivers.ts'
import type { FilingProps } from './place.ts'
import { receiverName } from './words.ts'

export function ReceiverCard({ view, reader }: FilingProps) {
  const { translator } = reader
  const { t } = translator
  const { recipient, key } = view.receiver
  const name = receiverName(view.filing, translator)
  return (
    <Plain id="receiver" heading={t('filing-pages.receiver.heading')}>
      <p>
        <strong lang={name.language}>{name.text}</strong>
      </p>
      {view.incident.realm === 'exercise' ? (
        <p>{t('filing-pages.receiver.exercise')}</p>
      ) : recipient ? (
        <>
          <Facts facts={factsOf(recipient.authority, recipient.ways, translator)} />
          {!recipient.isVerified && (
            <p class="s-dense">
              <StateWord state="unknown">{t('authorities.notVerified')}</StateWord>{' '}
              {t('filing-pages.receiver.unverified')}
            </p>
          )}
        </>
      ) : (
        <p>{t(`filing-pages.receiver.${key === personsConcerned ? 'persons-concerned' : 'not-known'}`)}</p>
      )}
    </Plain>
  )
}

function factsOf(
  authority: Authority,
  ways: readonly Way[],
  translator: FilingProps['reader']['translator'],
): readonly Fact[] {
  const { t } = translator
  const { official } = authorityName(authority, translator.locale)
  return [
    ...(official
      ? [
          {
            term: t('filing-pages.receiver.official'),
            value: <span lang={official.language}>{official.text}</span>,
          },
        ]
      : []),
    ...ways.map(({ channel, open }) => ({
      term: t(`authorities.channel.${channel.kind}`),
      value:
        channel.address === null ? (
          <StateWord state="unknown">{t(`authorities.unknown.${channel.unknown ?? 'not-found'}`)}</StateWord>
        ) : (
          <Address kind={channel.kind} address={channel.address} />
        ),
      source: [
        t(`authorities.purpose.${channel.purpose}`),
        open === 'unknown' ? t('authorities.hours.unknown') : t(`authorities.open.${open}`),
        t(`authorities.filing.${channel.filing}`),
      ].join(' '),
    })),
    {
      term: t('filing-pages.receiver.night'),
      value: t(`authorities.night.${authority.outOfHours.code}`, { address: nightAddress(authority) }),
    },
  ]
}

function nightAddress({ channels, outOfHours }: Authority): string {
  const address = channels.find(({ id }) => id === outOfHours.channel)?.address ?? ''
  return address.replace(/^https?:\/\//, '').split('?')[0] ?? ''
}

export function Address({ kind, address }: { readonly kind: string; readonly address: string }) {
  if (kind === 'telephone') return <a href={`tel:${address.replaceAll(/[^+0-9]/g, '')}`}>{address}</a>
  // A mail goes from here or not at all: what is sent by hand from elsewhere has no hash and no record.
  if (kind === 'mail') return <span translate={false}>{address}</span>
  return (
    <a href={address} rel="noreferrer">
      {address.replace(/^https?:\/\//, '').split('?')[0]}
    </a>
  )
}

export function telephonesOf(ways: readonly Way[]): readonly string[] {
  return ways.flatMap(({ channel }) =>
    channel.kind === 'telephone' && channel.address !== null ? [channel.address] : [],
  )
}
