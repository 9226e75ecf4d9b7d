// How big a hospital and how long a time: the whole week, and a small one for the tests.
// SPDX-License-Identifier: EUPL-1.2

export interface WeekSize {
  readonly staff: number
  readonly patients: number
  readonly days: number
  readonly wards: number
  readonly clinics: number
  /** Appointments of one clinic on a working day. */
  readonly appointments: number
  /** Visits to each of the two emergency departments in a day. */
  readonly emergencies: number
  /** Patients with the mark of a person of public interest. */
  readonly vips: number
  /** Multiplies the numbers of planted cases, at least one of each kind. */
  readonly cases: number
}

export const wholeWeek: WeekSize = {
  staff: 6_000,
  patients: 400_000,
  days: 7,
  wards: 60,
  clinics: 40,
  appointments: 65,
  emergencies: 140,
  vips: 120,
  cases: 1,
}

export const smallWeek: WeekSize = {
  staff: 320,
  patients: 12_000,
  days: 2,
  wards: 4,
  clinics: 3,
  appointments: 30,
  emergencies: 20,
  vips: 10,
  cases: 0.34,
}

/** Days before and after the week of which the extracts know encounters. */
export const daysBefore = 28
export const daysAfter = 28

export const bedsOfWard = 30
