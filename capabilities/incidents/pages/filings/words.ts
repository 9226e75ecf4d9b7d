// The words for filings: where one stands, whom it goes to, by which way.
// SPDX-License-Identifier: EUPL-1.2
import type { DeliveryStanding } from '../../../../platform/delivery/standing.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import type { State } from '../../../../web/kit/index.ts'
import { authorityName } from '../../../authorities/index.ts'
import { authorityByKey, notKnown, personsConcerned } from '../../actions/filings/receivers.ts'
import { readContent, type SendingWay } from '../../filings/frozen.ts'
import type { Filing } from '../../store/filings.ts'

export interface Named {
  readonly text: string
  /** BCP 47. */
  readonly language: string
}

export function receiverName(
  { authority, content }: Pick<Filing, 'authority' | 'content'>,
  { locale, t }: Translator,
): Named {
  const known = authorityByKey(authority)
  if (known) return authorityName(known, locale).shown
  const told = content === null ? null : readContent(content).sending?.authority.name
  if (told && told !== authority) return { text: told, language: locale }
  return { text: keyName(authority, t), language: locale }
}

function keyName(key: string, t: Translator['t']): string {
  if (key === personsConcerned || key === notKnown) return t(`filing-pages.authority.${key}`)
  return key
}

/** Shape and word of where a filing stands. `hasOpen`: a contradiction waits, whatever was stored last. */
export function standingOfFiling(
  filing: Pick<Filing, 'state' | 'voidAt'>,
  { t }: Translator,
  live: { readonly hasOpen?: boolean; readonly delivery?: DeliveryStanding | null } = {},
): { readonly look: State; readonly word: string } {
  if (filing.voidAt) return { look: 'late', word: t('filing-pages.void.word') }
  const state = live.hasOpen ? 'contradiction-open' : filing.state
  const word = t(`filings.state.${state}`)
  if (state === 'contradiction-open' || state === 'refused') return { look: 'late', word }
  if (state === 'sending') return { look: live.delivery?.state === 'failed' ? 'late' : 'half', word }
  if (state === 'draft' || state === 'ready') return { look: 'half', word }
  return { look: state === 'corrected' ? 'new' : 'done', word }
}

export function wayName(way: SendingWay, { t }: Translator): string {
  return t(`filing-pages.send.way.${way === 'connector' ? 'portal' : way}`)
}
