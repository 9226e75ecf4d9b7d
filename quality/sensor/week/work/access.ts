// One access to a record as it happens, and the short sessions in which people look at one patient after the other.
// SPDX-License-Identifier: EUPL-1.2
import type { Random } from '../random.ts'
import type { Staff } from '../world/staff.ts'
import type { Site } from '../world/units.ts'

/** What was done, in words of the hospital; `write/` says which codes a log has for it. */
export type Deed =
  | 'read'
  | 'update'
  | 'search'
  | 'login'
  | 'print'
  | 'export'
  | 'view-study'
  | 'find-studies'
  | 'move-studies'

export interface Access {
  readonly at: number
  /** The account, or the title of an application entity. */
  readonly user: string
  readonly role: string
  readonly site: Site
  readonly address: string
  readonly deed: Deed
  readonly patient: number | null
  /** Records, pages or instances that the event speaks of. */
  readonly objects: number
  readonly emergency: boolean
  /** Where studies are sent. */
  readonly destination: string | null
  /** Number of the planted case that it belongs to; null for all others. */
  readonly case: number | null
}

export interface Session {
  readonly staff: Staff
  readonly patient: number
  readonly at: number
  readonly address: string
  readonly site: Site
  readonly steps: number
  readonly emergency?: boolean
  /** Who has nothing to do with the patient writes nothing. */
  readonly readsOnly?: boolean
  /** The laboratory enters results: nearly every session ends with writing, however short it is. */
  readonly entersResults?: boolean
  readonly case?: number
}

/** Share of sessions of more than one step at whose end something is written. */
const writesAtEnd = 0.35
const resultsEntered = 0.8

/** A patient is opened, and one part of the record after the other is read; some sessions write at the end. */
export function look(session: Session, random: Random, out: Access[]): void {
  const { staff, patient, site, address, steps } = session
  let at = session.at
  for (let step = 0; step < steps; step++) {
    const mayWrite = step === steps - 1 && session.readsOnly !== true
    const share = session.entersResults === true ? resultsEntered : step > 0 ? writesAtEnd : 0
    const writes = mayWrite && random.chance(share)
    out.push({
      at,
      user: staff.user,
      role: staff.role,
      site,
      address,
      deed: writes ? 'update' : 'read',
      patient,
      objects: random.between(1, 3),
      emergency: session.emergency ?? false,
      destination: null,
      case: session.case ?? null,
    })
    at += random.between(3_000, 70_000)
  }
}

/** One deed that is no look at a record: a print, an export, a question to the archive. */
export function deed(
  staff: Staff,
  what: Deed,
  at: number,
  address: string,
  more: Partial<Pick<Access, 'patient' | 'objects' | 'case' | 'destination' | 'user' | 'emergency'>> = {},
): Access {
  return {
    at,
    user: staff.user,
    role: staff.role,
    site: staff.unit.site,
    address,
    deed: what,
    patient: null,
    objects: 1,
    emergency: false,
    destination: null,
    case: null,
    ...more,
  }
}
