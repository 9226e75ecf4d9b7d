// Whom a duty is owed to in the own country: names and ways, or that we do not know any.
// SPDX-License-Identifier: EUPL-1.2
import { Facts as FactList } from '../../../web/kit/index.ts'
import {
  type Authority,
  type AuthorityRole,
  authoritiesWithRole,
  authorityName,
  directory,
} from '../../authorities/index.ts'
import { type Facts, knownValue } from '../../facts/index.ts'
import type { Duty } from '../duty-standing.ts'
import type { Reader } from './reader.ts'

/** More than these are one for each region or bearer; the page of authorities tells which is yours. */
const mostShown = 3

export interface AuthoritiesProps {
  readonly duty: Duty
  readonly facts: Facts
  readonly reader: Reader
}

export function Authorities({ duty, facts, reader }: AuthoritiesProps) {
  const { t } = reader.translator
  const country = knownValue(facts, 'org.country')
  if (duty.body.authorities.length === 0) return <p>{t('regulation.whom.nobody')}</p>
  const found = typeof country === 'string' ? authoritiesOf(duty, country.toUpperCase()) : []
  const more = <a href={`/o/${reader.organisationId}/authorities`}>{t('regulation.whom.all')}</a>
  if (found.length === 0)
    return (
      <p>
        {t('regulation.whom.not-found')} {more}
      </p>
    )
  if (found.length > mostShown)
    return (
      <p>
        {t('regulation.whom.one-of', { count: found.length })} {more}
      </p>
    )
  return (
    <>
      <FactList facts={found.map((authority) => entry(authority, reader))} />
      <p>{more}</p>
    </>
  )
}

function authoritiesOf({ body }: Duty, country: string): readonly Authority[] {
  const roles = body.authorities as readonly AuthorityRole[] // A test compares them with those of the directory.
  const files = [country, 'EU'].filter((one) => directory.has(one))
  return [...new Set(files.flatMap((one) => roles.flatMap((role) => authoritiesWithRole(one, role))))]
}

function entry(authority: Authority, { translator }: Reader) {
  const { t, locale } = translator
  const { shown, official } = authorityName(authority, locale)
  const ways = authority.channels.filter(({ address }) => address !== null)
  return {
    term: (
      <>
        <span lang={shown.language}>{shown.text}</span>
        {official && (
          <span class="s-sub" lang={official.language}>
            {official.text}
          </span>
        )}
      </>
    ),
    value:
      ways.length === 0
        ? t('regulation.whom.no-way')
        : ways.map(({ id, kind, address }) => (
            <span class="s-way" key={id}>
              {t(`authorities.channel.${kind}`)}: <Way kind={kind} address={address ?? ''} />
            </span>
          )),
    source: authority.verifiedBy ? undefined : t('authorities.notVerified'),
  }
}

function Way({ kind, address }: { readonly kind: string; readonly address: string }) {
  if (kind === 'mail') return <a href={`mailto:${address}`}>{address}</a>
  if (kind === 'telephone') return <a href={`tel:${address.replace(/[^+0-9]/g, '')}`}>{address}</a>
  return (
    <a href={address} rel="noreferrer">
      {address}
    </a>
  )
}
