// The law read once more, in plain branches, with a calendar of its own that asks Intl what clocks show.
// SPDX-License-Identifier: EUPL-1.2
import type { Truth } from './histories.ts'

const minuteMs = 60_000

export function expectedOf(
  truth: Truth,
  country: string,
  timeZone: string,
): readonly (readonly [string, string])[] {
  const { entityClass, criticalEntity, significant, personalData, riskToPersons } = truth
  const inScope =
    entityClass === 'essential' || entityClass === 'important' || criticalEntity === 'yes'
      ? 'yes'
      : entityClass === 'not_in_scope'
        ? 'no'
        : 'unknown'
  const nis2 = both(inScope, significant)
  const gdpr =
    personalData === 'none' || riskToPersons === 'unlikely'
      ? 'no'
      : personalData === 'breach'
        ? 'yes'
        : 'unknown'
  const cer = both(criticalEntity, significant)
  const knowledge = [truth.awareAt, ...(country === 'DE' || country === 'IT' ? [truth.firstKnownAt] : [])]
    .filter((one) => one !== null)
    .sort((a, b) => a - b)
    .at(0)
  const known = knowledge ?? null
  const finalDay = month(truth.notifiedAt, timeZone)
  const final =
    finalDay !== null && truth.handledAt !== null && truth.handledAt > finalDay
      ? month(truth.handledAt, timeZone)
      : finalDay
  return [
    ['NIS2-EW', say(nis2, plus(known, 24))],
    ['NIS2-IN', say(nis2, plus(known, 72))],
    ['NIS2-FR', say(nis2, final)],
    ['GDPR-33', say(gdpr, plus(truth.personalDataAwareAt ?? truth.awareAt, 72))],
    ['CER-1', say(cer, plus(truth.awareAt, 24))],
    ['CER-2', say(cer, month(truth.cerInitialAt, timeZone))],
  ]
}

function both(a: string, b: string): string {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown'
}

function say(owed: string, due: number | null): string {
  if (owed === 'no') return 'not_applicable -'
  return `${owed === 'yes' ? 'applies' : 'unknown'} ${minuteOf(due === null ? null : new Date(due * minuteMs))}`
}

function plus(minutes: number | null, hours: number): number | null {
  return minutes === null ? null : minutes + hours * 60
}

const months = new Map<string, number>()

/** Minutes since 1970, found by trying which of the possible moments the clocks there show as the wanted time. */
function month(minutes: number | null, timeZone: string): number | null {
  if (minutes === null) return null
  const state = `${minutes} ${timeZone}`
  const remembered = months.get(state)
  if (remembered !== undefined) return remembered
  const [date = '', time = ''] = shown(minutes, timeZone).split(' ')
  let [year = 0, monthOfYear = 0, day = 0] = date.split('-').map(Number)
  monthOfYear = monthOfYear === 12 ? 1 : monthOfYear + 1
  if (monthOfYear === 1) year++
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  day = Math.min(day, lengths[monthOfYear - 1] ?? 0)
  const wanted = `${year}-${pad(monthOfYear)}-${pad(day)}`
  const found = momentShowing(wanted, time, timeZone)
  months.set(state, found)
  return found
}

/** Two hours each way cover the five zones. Never shown: an hour of change later, as the documentation says. */
function momentShowing(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`) / minuteMs
  for (const leap of [0, 60])
    for (const ahead of [120, 60, 0, -60, -120])
      if (shown(asUtc - ahead + leap, timeZone) === shown(asUtc + leap, 'UTC')) return asUtc - ahead + leap
  throw new Error(`no moment shows ${date} ${time} in ${timeZone}`)
}

const pad = (number: number) => String(number).padStart(2, '0')
const printers = new Map<string, Intl.DateTimeFormat>()

function shown(minutes: number, timeZone: string): string {
  const printer =
    printers.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  printers.set(timeZone, printer)
  return printer.format(minutes * minuteMs)
}

/** `2026-11-28T02:10`, or a dash. */
export function minuteOf(at: Date | null): string {
  return at ? at.toISOString().slice(0, 16) : '-'
}
