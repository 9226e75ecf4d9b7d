// The states of a filing and the one table of how it moves between them; what was sent never moves back.
// SPDX-License-Identifier: EUPL-1.2

export const filingStates = [
  'draft',
  'contradiction-open',
  'ready',
  'sending',
  'sent',
  'sent-by-telephone',
  'sent-on-paper',
  'receipted',
  'refused',
  'corrected',
] as const
export type FilingState = (typeof filingStates)[number]

export const filingEvents = [
  'facts-changed',
  'contradiction-found',
  'contradiction-settled',
  'checked',
  'sending-started',
  /** Only where it is certain that nothing arrived; while that is unknown, the filing stays in sending. */
  'sending-failed',
  'sent',
  'told-by-telephone',
  'handed-over-on-paper',
  'receipt-entered',
  'refused',
  'correction-sent',
] as const
export type FilingEvent = (typeof filingEvents)[number]

type Row = Readonly<Partial<Record<FilingEvent, FilingState>>>

// A call or a paper that happened is recorded whatever the draft looked like: the law cares for what was said.
const happened: Row = { 'told-by-telephone': 'sent-by-telephone', 'handed-over-on-paper': 'sent-on-paper' }
const delivered: Row = { 'receipt-entered': 'receipted', refused: 'refused', 'correction-sent': 'corrected' }

export const transitions: Readonly<Record<FilingState, Row>> = {
  draft: {
    'facts-changed': 'draft',
    'contradiction-found': 'contradiction-open',
    checked: 'ready',
    ...happened,
  },
  'contradiction-open': {
    'facts-changed': 'draft',
    'contradiction-found': 'contradiction-open',
    'contradiction-settled': 'draft',
    ...happened,
  },
  ready: {
    'facts-changed': 'draft',
    'contradiction-found': 'contradiction-open',
    'sending-started': 'sending',
    ...happened,
  },
  sending: { sent: 'sent', 'sending-failed': 'ready' },
  sent: delivered,
  'sent-by-telephone': delivered,
  'sent-on-paper': delivered,
  receipted: { 'receipt-entered': 'receipted', refused: 'refused', 'correction-sent': 'corrected' },
  refused: { 'receipt-entered': 'receipted', 'correction-sent': 'corrected' },
  // The receipt of a filing may arrive after its correction.
  corrected: { 'receipt-entered': 'corrected' },
}

export type Transition =
  | { readonly allowed: true; readonly state: FilingState }
  | {
      readonly allowed: false
      readonly because: 'frozen' | 'contradiction-open' | 'not-checked' | 'not-from-here'
    }

export function nextState(state: FilingState, event: FilingEvent): Transition {
  const next = transitions[state][event]
  if (next) return { allowed: true, state: next }
  return { allowed: false, because: reasonFor(state, event) }
}

function reasonFor(state: FilingState, event: FilingEvent) {
  if (isFrozen(state)) return 'frozen'
  if (event === 'sending-started' || event === 'sent')
    return state === 'contradiction-open' ? 'contradiction-open' : 'not-checked'
  return 'not-from-here'
}

/** From the moment the first byte may have left: the content is fixed, and what is wrong becomes a new filing. */
export function isFrozen(state: FilingState): boolean {
  return !(state === 'draft' || state === 'contradiction-open' || state === 'ready')
}

/** Something reached the authority, or is on its way to it. */
export function wasTold(state: FilingState): boolean {
  return isFrozen(state) && state !== 'sending'
}
