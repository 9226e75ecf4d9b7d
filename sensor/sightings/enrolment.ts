// To which centre this sensor belongs, and the token by which the centre knows it; never printed, never logged.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { enrolAnswer, enrolRequest, sensorApi, sensorToken } from '@salus/standards/sightings'
import { z } from 'zod'
import { writeDurably } from '../state/durable.ts'
import { privateFolder, statePlaces } from '../state/places.ts'
import { asked, type Centre, centreAddress, centreAt } from './centre.ts'
import { SightingFault } from './fault.ts'
import { readOwn } from './files.ts'
import { maxAuthoritiesBytes } from './limits.ts'

const enrolmentShape = z.strictObject({
  version: z.literal(1),
  centre: z.url().max(2_000),
  sensorId: z.uuid(),
  token: sensorToken,
  /** PEM of the authorities that vouch for the centre; null: those of the system. */
  authorities: z.string().max(maxAuthoritiesBytes).nullable(),
  enrolledAt: z.int(),
})
export type Enrolment = z.infer<typeof enrolmentShape>

const maxEnrolmentBytes = maxAuthoritiesBytes + 64 * 1_024
const fileOf = (stateFolder: string) => join(statePlaces(stateFolder).sightings, 'centre.json')

/** Null where the sensor was never enrolled: then it never asks anybody anything. */
export function readEnrolment(stateFolder: string): Promise<Enrolment | null> {
  return readOwn(fileOf(stateFolder), enrolmentShape, maxEnrolmentBytes)
}

/** Throws SightingFault `sightings/not-enrolled`. */
export async function requireEnrolment(stateFolder: string): Promise<Enrolment> {
  const enrolment = await readEnrolment(stateFolder)
  if (enrolment === null)
    throw new SightingFault(
      'sightings/not-enrolled',
      'This sensor belongs to no centre.',
      'Ask the centre for a code, then run `sensor enrol --centre URL --code CODE --state DIR`.',
    )
  return enrolment
}

export function centreOf({ centre, authorities }: Enrolment): Centre {
  return centreAt(centreAddress(centre), authorities)
}

/** Where the centre keeps packs for its sensors; ends with a slash. */
export function packsAddress({ centre }: Pick<Enrolment, 'centre'>): string {
  return `${centreAddress(centre).href.replace(/\/+$/, '')}${sensorApi.packs.path}`
}

export interface EnrolOptions {
  readonly code: string
  readonly now: number
  /** PEM. */
  readonly authorities?: string | null
  /** Takes the place of an enrolment that is there. */
  readonly again?: boolean
}

/** Throws SightingFault; a code that was used once is refused by the centre. */
export async function enrol(
  stateFolder: string,
  centre: Centre,
  { code, now, authorities = null, again = false }: EnrolOptions,
): Promise<Enrolment> {
  const before = await readEnrolment(stateFolder)
  if (before !== null && !again)
    throw new SightingFault(
      'sightings/already-enrolled',
      `This sensor belongs to ${centreAddress(before.centre).host} already.`,
      'To enrol it anew, ask for a new code and say --again.',
    )
  const request = enrolRequest.safeParse({ code })
  if (!request.success)
    throw new SightingFault(
      'sightings/refused',
      'That is no code of a centre: 8 to 64 letters, digits and hyphens.',
      'Type it as the centre gave it.',
    )
  // Before the code is spent: what cannot be kept is not asked for.
  await privateFolder(statePlaces(stateFolder).sightings)
  const answer = await centre.ask(asked.enrol(JSON.stringify(request.data)), enrolAnswer)
  const enrolment = {
    version: 1,
    centre: centre.url.href,
    sensorId: answer.sensorId,
    token: answer.token,
    authorities,
    enrolledAt: now,
  } as const
  await writeDurably(fileOf(stateFolder), [`${JSON.stringify(enrolment)}\n`])
  return enrolment
}
