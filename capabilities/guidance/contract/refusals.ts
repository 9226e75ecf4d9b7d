// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../platform/http/problem.ts'

export type GuidanceCode =
  | 'guidance/unknown'
  | 'guidance/moved-on'
  | 'guidance/link-closed'
  | 'guidance/too-often'
  | 'guidance/too-many'

function refusal(
  code: GuidanceCode,
  status: 404 | 409 | 410 | 429,
  [title, detail, remedy]: readonly [title: string, detail: string, remedy: string],
): Refusal {
  return new Refusal({ code, status, title, detail, remedy })
}

export const unknownHere = () =>
  refusal('guidance/unknown', 404, [
    'This is not here',
    'There is no measure, purchase, sheet or file of this name that you may see.',
    'Open it from the page “Measures” or “Purchases”.',
  ])

export const movedOn = () =>
  refusal('guidance/moved-on', 409, [
    'This has moved on',
    'The sheet was handed in or opened again since you opened the page. Nothing was changed.',
    'Load the page again to see where it stands.',
  ])

export const linkClosed = () =>
  refusal('guidance/link-closed', 410, [
    'This link is closed',
    'It is not known here, was taken back, or its time is over. What you saved is kept.',
    'Ask the hospital that sent it to you for a new one.',
  ])

export const tooOften = () =>
  refusal('guidance/too-often', 429, [
    'That was often within a short time',
    'To protect the sheet, only so many savings, files and links are taken within an hour. Nothing of this one was stored.',
    'Wait an hour, then go on. What was saved before is kept.',
  ])

export const tooMany = () =>
  refusal('guidance/too-many', 409, [
    'There are no more to be made here',
    'A purchase has a limited number of sheets, and a sheet a limited number of links and savings. Nothing was stored.',
    'Go on with one of those that are there, or make a new purchase.',
  ])
