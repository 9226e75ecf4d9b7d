// The words for what advisories, documents and feeds are, and how a page knows its reader.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import { formatInstant, type InstantStyle, type Translator } from '../../../platform/i18n/index.ts'
import type { State } from '../../../web/kit/index.ts'
import type { FeedKind } from '../feeds/feed.ts'
import type { Outcome, Validity } from '../recorded.ts'
import type { ListedAdvisory } from '../store/listing.ts'

export interface Reader {
  readonly translator: Translator
  readonly timeZone: string
  readonly csrfToken: string | null
  readonly isAdministrator: boolean
  /** 0 where nobody is signed in. */
  readonly personId: number
}

export function readerOf(context: Context, request: AnyRequest): Reader {
  return {
    translator: context.translator(request.locale),
    timeZone: request.membership?.timeZone ?? 'UTC',
    csrfToken: request.caller?.csrfToken ?? null,
    personId: request.caller?.person.id ?? 0,
    isAdministrator: request.membership?.role === 'administrator',
  }
}

export function instant(
  at: Date,
  { translator, timeZone }: Reader,
  style: InstantStyle = 'instant-year',
): string {
  return formatInstant(at, { translator, timeZone, style })
}

export function stateWord(state: ListedAdvisory['state'], { translator: { t } }: Reader): string {
  return {
    published: t('advisories.state.published'),
    draft: t('advisories.state.draft'),
    withdrawn: t('advisories.state.withdrawn'),
    rejected: t('advisories.state.rejected'),
  }[state]
}

export function validityWord(validity: Validity, { translator: { t } }: Reader): string {
  return validity === 'valid' ? t('advisories.validity.valid') : t('advisories.validity.invalid')
}

export function outcomeWord(outcome: Outcome, { translator: { t } }: Reader): string {
  return {
    new: t('advisories.outcome.new'),
    revised: t('advisories.outcome.revised'),
    known: t('advisories.outcome.known'),
    quarantined: t('advisories.outcome.quarantined'),
    kev: t('advisories.outcome.kev'),
    epss: t('advisories.outcome.epss'),
  }[outcome]
}

export const outcomeLook: Readonly<Record<Outcome, State>> = {
  new: 'new',
  revised: 'half',
  known: 'done',
  quarantined: 'late',
  kev: 'done',
  epss: 'done',
}

/** Names of standards, the same in every language. */
export const formatNames: Readonly<Record<ListedAdvisory['format'], string>> = {
  'csaf-2.0': 'CSAF 2.0',
  'csaf-2.1': 'CSAF 2.1',
  'cve-5': 'CVE',
  osv: 'OSV',
  openvex: 'OpenVEX',
  'cyclonedx-vex': 'CycloneDX VEX',
}

export function kindName(kind: FeedKind, { translator: { t } }: Reader): string {
  return {
    'csaf-provider': t('advisories.feeds.kind.csaf'),
    kev: t('advisories.feeds.kind.kev'),
    epss: t('advisories.feeds.kind.epss'),
  }[kind]
}

const maxCellCharacters = 300

/** Foreign text of any length in a cell of bounded size. */
export function clip(text: string, characters = maxCellCharacters): string {
  return text.length > characters ? `${text.slice(0, characters)}…` : text
}
