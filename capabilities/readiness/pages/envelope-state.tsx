// What each phone carries, how old it is and whether anybody has opened it, with what to do.
// SPDX-License-Identifier: EUPL-1.2

import type { State } from '../../../web/kit/index.ts'
import { Facts, StateWord } from '../../../web/kit/index.ts'
import { type PhoneFacts, type PhoneState, phoneStateOf } from '../envelope/state.ts'
import { type Reader, sayInstant } from './reader.ts'

const looks: Readonly<Record<PhoneState, State>> = {
  'not-fetched': 'late',
  old: 'late',
  changed: 'half',
  'not-tried': 'half',
  ready: 'done',
}

export function EnvelopeState(props: { readonly phones: readonly PhoneFacts[]; readonly reader: Reader }) {
  const { phones, reader } = props
  const { t } = reader.translator
  const rows = ([1, 2] as const).map((slot) => {
    const phone = phones.find((one) => one.slot === slot)
    const term = t('readiness.phone', { slot })
    if (!phone) return { term, value: <StateWord state="unknown">{t('readiness.phone.none')}</StateWord> }
    const state = phoneStateOf(phone, reader.now)
    return {
      term,
      value: <StateWord state={looks[state]}>{t(`readiness.phone.${state}`)}</StateWord>,
      source: ages(phone, reader),
    }
  })
  return <Facts facts={rows} />
}

function ages({ carriedAt, openedAt }: PhoneFacts, reader: Reader): string {
  const { t } = reader.translator
  const carried = carriedAt
    ? t('readiness.phone.carries', { moment: sayInstant(carriedAt, reader) })
    : t('readiness.phone.carriesNothing')
  const opened = openedAt
    ? t('readiness.phone.opened', { moment: sayInstant(openedAt, reader) })
    : t('readiness.phone.neverOpened')
  return `${carried} ${opened}`
}
