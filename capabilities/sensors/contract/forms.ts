// What addresses and forms about sensors carry, as typed; what a person can correct is checked by the page.
// SPDX-License-Identifier: EUPL-1.2

import { registeredId, sightingKinds } from '@salus/standards/sightings'
import { z } from 'zod'
import { memberPath } from '../../../platform/http/input.ts'
import { providerKinds } from '../../organisations/index.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTyped = 20_000

const typed = z.string().max(maxTyped).default('')
/** Boxes of one name: none, one or several ticked. */
function ticks<Tick extends z.ZodType<string>>(tick: Tick) {
  return z.union([tick.transform((one) => [one]), z.array(tick).max(100)]).default([])
}

export const sensorPath = memberPath.extend({ sensorId: z.uuid() })
export const enrolForm = z.object({ label: typed })
export const homeQuery = z.object({ withdrawn: z.literal('yes').optional() })

export const itemPath = z.object({ kind: z.enum(sightingKinds), itemId: registeredId })
export const warnForm = z.object({
  step: z.enum(['preview', 'edit', 'send']).default('preview'),
  formToken: z.string().min(8).max(100),
  shownWarning: z.coerce.number().int().min(0).default(0),
  exposure: z.enum(['', 'open', 'controlled']).default(''),
  sensor: z.enum(['', 'with', 'without']).default(''),
  countries: ticks(z.string().regex(/^[A-Z]{2}$/)),
  kinds: ticks(z.enum(providerKinds)),
  'title-en': typed,
  'title-de': typed,
  'title-fr': typed,
  'title-it': typed,
  'seen-en': typed,
  'seen-de': typed,
  'seen-fr': typed,
  'seen-it': typed,
  'advice-en': typed,
  'advice-de': typed,
  'advice-fr': typed,
  'advice-it': typed,
})
export type TypedWarning = z.output<typeof warnForm>

/** The names of targets are longer than what a named part of an address may be. */
export const packFile = z.object({ '*': z.string().min(1).max(200) })
