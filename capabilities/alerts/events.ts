// What the capability announces to others.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'
import type { Urgency } from './urgency.ts'

export interface AlertOpened {
  readonly organisationId: number
  readonly advisoryId: number
  readonly alertId: number
  readonly urgency: Urgency
}

/** Raised, or opened again: the hospital has to be told. */
export const alertOpened = defineEvent<AlertOpened>('alert.opened')
