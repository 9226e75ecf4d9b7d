// What the form of an extract sends, what is wrong with it, and how it goes on from page to page without being stored.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type ExtractChoice, formats } from '../../actions/after/extract.ts'
import { isWider } from '../../extract.ts'
import { type IncidentKind, type Tlp, tlps } from '../../incident.ts'
import { cleaned } from './words.ts'

/** Characters. */
export const maxDescription = 4_000
export const maxBecause = 2_000
/** More than anybody looks through; the page says how many are not offered. */
export const maxOffered = 500
/** Longer ago than this, what was seen is looked at again. */
const previewLastsMs = 24 * 3_600_000

const text = z.string().default('')
const several = z
  .union([z.string().transform((one) => [one]), z.array(z.string().max(100)).max(maxOffered * 2)])
  .default([])

export const extractForm = z.object({
  tlp: text,
  because: text,
  description: text,
  country: text,
  remarks: several,
  indicators: several,
  confirmed: several,
  step: z.enum(['edit', 'preview']).catch('preview'),
})
export type ExtractTyped = z.output<typeof extractForm>

export const fileForm = extractForm.extend({
  madeAt: text,
  seen: text,
  format: z.enum(formats),
})

export type ExtractFaults = Readonly<Record<string, string>>

export function readExtract(
  typed: ExtractTyped,
  own: { readonly tlp: Tlp },
  titleOf: (kind: IncidentKind) => string,
  madeAt: Date,
): { readonly choice: ExtractChoice } | { readonly faults: ExtractFaults } {
  const faults: Record<string, string> = {}
  const tlp = tlps.find((one) => one === typed.tlp)
  const description = cleaned(typed.description)
  const because = cleaned(typed.because)
  if (!tlp) faults.tlp = 'choose'
  else if (isWider(tlp, own.tlp) && because === '') faults.because = 'reason-missing'
  if (because.length > maxBecause) faults.because = 'too-long'
  if (description === '') faults.description = 'missing'
  if (description.length > maxDescription) faults.description = 'too-long'
  if (typed.country !== 'yes' && typed.country !== 'no') faults.country = 'choose'
  if (!tlp || Object.keys(faults).length > 0) return { faults }
  return {
    choice: {
      tlp,
      because: because || null,
      description,
      sayCountry: typed.country === 'yes',
      indicatorIds: typed.indicators.map(Number).filter(Number.isSafeInteger),
      withRemarks: typed.remarks.includes('yes'),
      confirmed: typed.confirmed,
      madeAt,
      titleOf,
    },
  }
}

/** As the preview sent it along; what is not a recent moment becomes now, and then the files are others. */
export function readMadeAt(typed: string, now: Date): Date {
  const at = new Date(typed.length === now.toISOString().length ? typed : '')
  const age = now.getTime() - at.getTime()
  return age >= 0 && age <= previewLastsMs ? at : now
}

/** Everything that was typed, as hidden fields of the next form. */
export function hiddenFields(typed: ExtractTyped): readonly (readonly [name: string, value: string])[] {
  return [
    ['tlp', typed.tlp],
    ['because', typed.because],
    ['description', typed.description],
    ['country', typed.country],
    ...typed.remarks.map((value) => ['remarks', value] as const),
    ...typed.indicators.map((value) => ['indicators', value] as const),
    ...typed.confirmed.map((value) => ['confirmed', value] as const),
  ]
}
