// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { type ProblemValues, Refusal } from '../../../platform/http/problem.ts'

export type SupportCode =
  | 'support/unknown'
  | 'support/moved-on'
  | 'support/not-your-turn'
  | 'support/dossier-changed'
  | 'support/dossier-lacks'
  | 'support/link-closed'
  | 'support/exercise-stays'
  | 'support/no-longer-there'

function refusal(
  code: SupportCode,
  status: 404 | 409 | 410 | 422,
  [title, detail, remedy]: readonly [title: string, detail: string, remedy: string],
  values: ProblemValues = {},
): Refusal {
  return new Refusal({ code, status, title, detail, remedy, values })
}

export const unknownHere = () =>
  refusal('support/unknown', 404, [
    'This is not here',
    'There is no call, dossier, offer or need of this number that you may see.',
    'Open it from the page “Help”.',
  ])

export const movedOn = () =>
  refusal('support/moved-on', 409, [
    'This has moved on',
    'Somebody took a step since you opened the page, and this one is no longer possible. Nothing was changed.',
    'Load the page again to see who did what.',
  ])

export const notYourTurn = () =>
  refusal('support/not-your-turn', 409, [
    'It is not the turn of this step',
    'The dossier goes from hospital to CSIRT to single point of contact to the reserve, and no step can be left out. Nothing was changed.',
    'Look at the dossier to see whose turn it is.',
  ])

export const dossierChanged = () =>
  refusal('support/dossier-changed', 409, [
    'The dossier has changed',
    'Somebody changed it since you opened the page, so you would decide on something you have not read. Nothing was changed.',
    'Read it again, then decide.',
  ])

export const dossierLacks = (count: number) =>
  refusal(
    'support/dossier-lacks',
    422,
    [
      'Something is missing that nobody can judge without',
      `${count} of the items that are needed are not written for this case. Nothing was handed over.`,
      'Write them in plain words; “not known yet” with what you do know is enough.',
    ],
    { count },
  )

export const linkClosed = () =>
  refusal('support/link-closed', 410, [
    'This link is closed',
    'It is not known here, was used, was taken back, or its time is over.',
    'Ring the centre and ask for a new one.',
  ])

export const exerciseStays = () =>
  refusal('support/exercise-stays', 409, [
    'An exercise does not leave the house',
    'There are no links to authorities and no messages to other members for an exercise. Nothing was sent.',
    'Let somebody play the authority, and record what they say.',
  ])

export const noLongerThere = () =>
  refusal('support/no-longer-there', 409, [
    'This is no longer offered or needed',
    'It was withdrawn, its time is over, or you have answered it already. Nothing was changed.',
    'Look at the list again.',
  ])
