// The refusals of this capability: what happened in this case, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../platform/http/problem.ts'

export type CatalogueCode =
  | 'catalogue/unknown'
  | 'catalogue/moved-on'
  | 'catalogue/not-requestable'
  | 'catalogue/changed-meanwhile'

function refusal(
  code: CatalogueCode,
  status: 404 | 409,
  [title, detail, remedy]: readonly [title: string, detail: string, remedy: string],
): Refusal {
  return new Refusal({ code, status, title, detail, remedy, values: {} })
}

export const unknownItem = () =>
  refusal('catalogue/unknown', 404, [
    'This is not in the catalogue',
    'There is no offer, measure or request of this name that you may see.',
    'Open it from the page “All offers”.',
  ])

export const movedOn = () =>
  refusal('catalogue/moved-on', 409, [
    'This has moved on',
    'Somebody took a step since you opened the page, and this one is no longer possible. Nothing was changed.',
    'Load the page again to see who did what.',
  ])

export const notRequestable = () =>
  refusal('catalogue/not-requestable', 409, [
    'This can’t be requested',
    'It starts at once, is no longer offered, or is only an example. Nothing was sent.',
    'Open its page to see how it is used.',
  ])

export const changedMeanwhile = () =>
  refusal('catalogue/changed-meanwhile', 409, [
    'Somebody changed this meanwhile',
    'A newer version was written since you opened the page. Yours was not saved.',
    'Load the page again and look at what has changed.',
  ])
