// The unguessable end of the address under which whoever opened a case sees what to do next.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface CaseNumbers {
  readonly organisationId: number
  readonly incidentId: number
}

/** 128 of the 256 bits of HMAC-SHA-256 (RFC 2104, 5): nobody guesses them, and the address stays short. */
const macBytes = 16
const keyShape = /^(\d{1,12})-(\d{1,16})-([A-Za-z0-9_-]{22})$/

/** `12-34-` and 22 characters; made from the installation's secret, so that no table of them is needed. */
export function caseKeyOf(secret: Buffer, numbers: CaseNumbers): string {
  const { organisationId, incidentId } = numbers
  return `${organisationId}-${incidentId}-${macOf(secret, numbers).toString('base64url')}`
}

/** Null where it was not made here. */
export function readCaseKey(secret: Buffer, key: string): CaseNumbers | null {
  const [, organisation, incident, mac] = keyShape.exec(key) ?? []
  if (organisation === undefined || incident === undefined || mac === undefined) return null
  const numbers = { organisationId: Number(organisation), incidentId: Number(incident) }
  return timingSafeEqual(macOf(secret, numbers), Buffer.from(mac, 'base64url')) ? numbers : null
}

function macOf(secret: Buffer, { organisationId, incidentId }: CaseNumbers): Buffer {
  const mac = createHmac('sha256', secret).update(`first contact ${organisationId}/${incidentId}`).digest()
  return mac.subarray(0, macBytes)
}
