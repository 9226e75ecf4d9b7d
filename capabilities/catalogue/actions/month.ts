// Everything that the page of the month shows of one house, read in one transaction.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { Context } from '../../../platform/context.ts'
import { dayOf, instantOf } from '../../../platform/time/zone.ts'
import { type FactBook, type Facts, type Form, questionsOf, readForms } from '../../facts/index.ts'
import type { Choices, ItemChoice } from '../choice.ts'
import type { ListedItem } from '../own-item.ts'
import type { ItemRequest } from '../request.ts'
import { selectChoices, selectDone } from '../store/choices.ts'
import { selectRequests } from '../store/requests.ts'
import { listedItems } from './items.ts'

const requestsShown = 50

export interface HouseView {
  readonly facts: Facts
  readonly listed: readonly ListedItem[]
  readonly choices: Choices
  /** As the clocks of the house show it. */
  readonly yearBeganAt: Date
  /** Said to be done since then. */
  readonly done: readonly ItemChoice[]
  readonly requests: readonly ItemRequest[]
}

export function viewHouse(
  context: Pick<Context, 'database'>,
  book: FactBook,
  { organisationId, timeZone }: { readonly organisationId: number; readonly timeZone: string },
  now: Date,
): Promise<HouseView> {
  const yearBeganAt = instantOf(`${dayOf(now, timeZone).slice(0, 4)}-01-01`, 0, timeZone)
  return context.database.asMember(organisationId, async (scope) => ({
    facts: await book.about(scope, organisationId, now),
    listed: await listedItems(scope),
    choices: await selectChoices(scope, organisationId),
    yearBeganAt,
    done: await selectDone(scope, organisationId, yearBeganAt),
    requests: await selectRequests(scope, { organisationId, limit: requestsShown }),
  }))
}

let read: Form | null | undefined

/** Null where the platform asks none. */
export function firstQuestions(): Form | null {
  read ??=
    readForms(join(import.meta.dirname, '..', 'forms')).find(({ key }) => key === 'first-questions') ?? null
  return read
}

/** How many of the first questions have an answer; an old one, and "I don't know", are answers. */
export function firstAnswers(facts: Facts): { readonly done: number; readonly total: number } {
  const form = firstQuestions()
  if (!form) return { done: 0, total: 0 }
  const asked = questionsOf(form, facts).filter(({ standing }) => standing !== 'not-asked')
  return { done: asked.filter(({ standing }) => standing !== 'open').length, total: asked.length }
}
