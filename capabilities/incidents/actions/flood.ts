// Keeps strangers and stolen cards from flooding the officers: counts in this process's memory, per quarter of an hour or hour.
// SPDX-License-Identifier: EUPL-1.2
import type { FloodLimit } from '../../../platform/http/flood.ts'

const minuteMs = 60_000

export const floodLimits = {
  /** New cases of one card; a real night has one, and a nervous one has two or three. */
  casesOfCard: { max: 10, withinMs: 60 * minuteMs },
  /** Tries to come back to a case by its word: there are some 50,000 words. */
  wordsOfCard: { max: 20, withinMs: 15 * minuteMs },
  /** Messages without a card; people of one hospital often share one address to the outside. */
  unplacedFromRemote: { max: 5, withinMs: 15 * minuteMs },
  /** Messages without a card, all together. */
  unplaced: { max: 60, withinMs: 15 * minuteMs },
} as const satisfies Record<string, FloodLimit>
