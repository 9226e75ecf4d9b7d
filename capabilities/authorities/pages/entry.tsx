// One authority: what it receives, its channels with hours and who answers now, the rule for the night, and where that was read.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChild } from 'preact'
import type { Translator } from '../../../platform/i18n/index.ts'
import { type Fact, Facts, Plain, StateWord } from '../../../web/kit/index.ts'
import type { Authority, Channel, Source } from '../authority.ts'
import { openAt } from '../hours.ts'
import { authorityName } from '../names.ts'
import { dutyNames, hoursText, nightText, openText, placeText, roleNames, sourceText } from './words.ts'

export interface AuthorityEntryProps {
  readonly translator: Translator
  readonly authority: Authority
  readonly sources: Readonly<Record<string, Source>>
  readonly now: Date
}

export function AuthorityEntry(props: AuthorityEntryProps) {
  const { translator, authority } = props
  const { t } = translator
  const { shown, official } = authorityName(authority, translator.locale)
  return (
    <Plain
      id={authority.key}
      heading={<span lang={shown.language}>{shown.text}</span>}
      aside={
        <StateWord state={authority.verifiedBy ? 'done' : 'unknown'}>
          {authority.verifiedBy
            ? t('authorities.verified', authority.verifiedBy)
            : t('authorities.notVerified')}
        </StateWord>
      }
    >
      <Facts facts={factsOf(props, official)} />
    </Plain>
  )
}

function factsOf(
  { translator, authority, sources, now }: AuthorityEntryProps,
  official: { readonly text: string; readonly language: string } | null,
): readonly Fact[] {
  const { t } = translator
  const sourceOf = (id: string | null) => sourceText(id === null ? null : (sources[id] ?? null), translator)
  const place = placeText(authority, translator)
  return [
    ...(official
      ? [
          {
            term: t('authorities.officialName'),
            value: <span lang={official.language}>{official.text}</span>,
          },
        ]
      : []),
    { term: t('authorities.what'), value: roleNames(authority.roles, translator) },
    ...(place ? [{ term: t('authorities.onlyFor'), value: place }] : []),
    ...authority.receives.map((receipt) => ({
      term: t(`authorities.basis.${receipt.basis}`),
      value: dutyNames(receipt.duties, translator),
      source: [receipt.caution ? t('authorities.caution') : '', sourceOf(receipt.source)]
        .filter(Boolean)
        .join(' '),
    })),
    ...authority.channels.map((channel) => ({
      term: t(`authorities.channel.${channel.kind}`),
      value: channelValue(channel, translator, now),
      source: channel.address === null ? undefined : sourceOf(channel.source),
    })),
    {
      term: t('authorities.night'),
      value: nightText(authority, translator),
      source: sourceOf(authority.outOfHours.source),
    },
  ]
}

function channelValue(channel: Channel, translator: Translator, now: Date) {
  const { t } = translator
  return (
    <>
      {channel.address === null ? (
        <StateWord state="unknown">{t(`authorities.unknown.${channel.unknown ?? 'not-found'}`)}</StateWord>
      ) : (
        addressLink(channel.kind, channel.address)
      )}
      <span class="s-sub">
        {[
          t(`authorities.purpose.${channel.purpose}`),
          hoursText(channel.hours, translator),
          openText(openAt(channel.hours, now), translator),
          t(`authorities.filing.${channel.filing}`),
          channel.encryption === null ? '' : t(`authorities.encryption.${channel.encryption}`),
        ]
          .filter(Boolean)
          .join(' ')}
      </span>
    </>
  )
}

function addressLink(kind: Channel['kind'], address: string): ComponentChild {
  if (kind === 'mail') return <a href={`mailto:${address}`}>{address}</a>
  if (kind === 'telephone') return <a href={`tel:${address.replace(/[^+0-9]/g, '')}`}>{address}</a>
  return (
    <a href={address} rel="noreferrer">
      {address.replace(/^https?:\/\//, '').split('?')[0]}
    </a>
  )
}
