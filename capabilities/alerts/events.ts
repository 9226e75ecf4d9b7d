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

/** Raised, or opened again, one by one: the hospital has to be told. */
export const alertOpened = defineEvent<AlertOpened>('alert.opened')

export interface AlertsRaised {
  readonly advisoryIds: readonly number[]
  /** ISO 8601; together with the advisory it tells which alerts. */
  readonly openedAt: string
}

/** Raised at all members that these advisories concern: clocks start, and those who must act now have to be told. */
export const alertsRaised = defineEvent<AlertsRaised>('alerts.raised')
