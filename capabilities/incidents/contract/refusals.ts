// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { type FieldFault, type ProblemValues, Refusal } from '../../../platform/http/problem.ts'

export type IncidentsCode =
  | 'incidents/unknown'
  | 'incidents/closed'
  | 'incidents/not-closed'
  | 'incidents/read-only'
  | 'incidents/facts-unreadable'
  | 'incidents/reason-missing'
  | 'incidents/task-ended'
  | 'incidents/already-taken'
  | 'incidents/door-closed'
  | 'incidents/evidence-missing'
  | 'incidents/evidence-too-large'
  | 'incidents/clock-unowned'
  | 'incidents/no-shift'
  | 'incidents/asset-unknown'
  | 'incidents/filing-unknown'
  | 'incidents/filing-blocked'
  | 'incidents/filing-incomplete'

function refusal(
  code: IncidentsCode,
  status: 403 | 404 | 409 | 410 | 413 | 422,
  [title, detail, remedy]: readonly [title: string, detail: string, remedy: string],
  values: ProblemValues = {},
  faults: readonly FieldFault[] = [],
): Refusal {
  return new Refusal({ code, status, title, detail, remedy, values, faults })
}

export const incidentUnknown = (id: number) =>
  refusal(
    'incidents/unknown',
    404,
    [
      'There is no such case',
      `There is no case with the number ${id} here.`,
      'Open it from the list of cases.',
    ],
    { id },
  )

export const incidentClosed = (word: string) =>
  refusal(
    'incidents/closed',
    409,
    [
      'This case is closed',
      `The case ${word} was closed. Nothing was changed.`,
      'Open it again, then send it once more.',
    ],
    { word },
  )

export const incidentNotClosed = (word: string) =>
  refusal(
    'incidents/not-closed',
    409,
    ['This case is open', `The case ${word} is open already.`, 'Go on with it.'],
    { word },
  )

export const readOnly = () =>
  refusal('incidents/read-only', 403, [
    'You may read here, not write',
    'You were let into this room to read. Nothing was changed.',
    'Ask whoever invited you to let you write.',
  ])

export const factsUnreadable = (faults: readonly FieldFault[]) =>
  refusal(
    'incidents/facts-unreadable',
    422,
    [
      'Something here cannot be read',
      faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join(' '),
      'Correct what is named here and send it again.',
    ],
    { count: faults.length },
    faults,
  )

export const reasonMissing = () =>
  refusal('incidents/reason-missing', 422, [
    'The reason is missing',
    'A correction says why, and so does a decision. Nothing was stored.',
    'Write one sentence and send it again.',
  ])

export const taskEnded = () =>
  refusal('incidents/task-ended', 409, [
    'This is no longer open',
    'Somebody ended it before you. Nothing was changed.',
    'Load the case again to see who did.',
  ])

export const alreadyTaken = (name: string) =>
  refusal(
    'incidents/already-taken',
    409,
    ['Somebody has taken this case', `${name} took it before you.`, 'Open the case; you can help there.'],
    { name },
  )

export const doorClosed = () =>
  refusal('incidents/door-closed', 410, [
    'This way in is closed',
    'The card or the invitation is not known here, was withdrawn, or its time is over.',
    'Ring the hospital or the centre and ask for a new one.',
  ])

export const evidenceMissing = () =>
  refusal('incidents/evidence-missing', 422, [
    'There is no file',
    'No file came with the form, or it is empty.',
    'Choose a file and send it again.',
  ])

export const evidenceTooLarge = (megabytes: number) =>
  refusal(
    'incidents/evidence-too-large',
    413,
    [
      'This file is too large for the room',
      `Files up to ${megabytes} MB are kept here. Nothing was stored.`,
      'Keep it on a write-protected medium, and record its SHA-256 and place as a note.',
    ],
    { megabytes },
  )

export const clockUnowned = (count: number) =>
  refusal(
    'incidents/clock-unowned',
    409,
    [
      'A clock has no owner',
      `${count} running legal clocks of open cases are owned by nobody. The shift was not closed.`,
      'Say who takes each of them, then close the shift.',
    ],
    { count },
  )

export const noShift = () =>
  refusal('incidents/no-shift', 409, [
    'You have no running shift',
    'Your shift was handed over already, or you never began one.',
    'Begin a shift, or look at the last hand-over.',
  ])

export const assetUnknown = (id: number) =>
  refusal(
    'incidents/asset-unknown',
    404,
    [
      'There is no such asset',
      `Your organisation has no asset with the number ${id}.`,
      'Look for it in the list of assets.',
    ],
    { id },
  )

export const filingUnknown = (id: number) =>
  refusal(
    'incidents/filing-unknown',
    404,
    [
      'There is no such filing',
      `This case has no filing with the number ${id}, or its duty is none that is filed from here.`,
      'Open it from the list of filings of the case.',
    ],
    { id },
  )

/** `because` is a word that the page of the filing says in full. */
export const filingBlocked = (because: string) =>
  refusal(
    'incidents/filing-blocked',
    409,
    [
      'This is not possible with this filing now',
      `The filing stands where this cannot be done (${because}). Nothing was sent or changed.`,
      'Open the filing: it says where it stands and what is possible.',
    ],
    { because },
  )

export const filingIncomplete = (faults: readonly FieldFault[]) =>
  refusal(
    'incidents/filing-incomplete',
    422,
    [
      'Something is missing',
      faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join(' '),
      'Fill in what is named here and send it again. Nothing was sent.',
    ],
    { count: faults.length },
    faults,
  )
