// Collects planted cases: their accesses by hour, the lines that extracts must have or lack for them, and their truth.
// SPDX-License-Identifier: EUPL-1.2
import { hour, localIso, weekStart } from '../calendar.ts'
import { type Random, randomOf } from '../random.ts'
import { type Access, look, type Session } from '../work/access.ts'
import { recordNumber } from '../world/patients.ts'
import type { Request } from '../world/requests.ts'
import type { Staff } from '../world/staff.ts'
import type { World } from '../world/world.ts'
import { type BenignKind, type MisuseKind, misuseKinds, type PlantedCase } from './case.ts'

export interface Planting {
  readonly random: Random
  look(session: Omit<Session, 'case'>): void
  add(access: Access): void
}

export interface Plan {
  readonly world: World
  /** How many cases of a kind: of the whole week's number the share of this size, at least one. */
  count(whole: number): number
  plant(kind: MisuseKind | BenignKind, what: string, build: (planting: Planting) => void): void
  /** A person who takes part in no other case; accounts of planted cases must not lie over each other. */
  take(wanted: (staff: Staff) => boolean, random: Random): Staff
  /** Lines for the extracts beside those of the world. */
  readonly requests: Request[]
  readonly byHour: ReadonlyMap<number, readonly Access[]>
  readonly cases: readonly PlantedCase[]
}

/** A prime, so that every person comes in turn. */
const stride = 7_919

export function planOf(world: World): Plan {
  const byHour = new Map<number, Access[]>()
  const cases: PlantedCase[] = []
  const taken = new Set<Staff>()
  return {
    world,
    requests: [],
    byHour,
    cases,
    count: (whole) => Math.max(1, Math.round(whole * world.size.cases)),
    take(wanted, random) {
      const { staff } = world
      // From a person chosen by chance in strides through all: nearly every place is as likely, and few are asked.
      const start = random.below(staff.length)
      for (let step = 0; step < staff.length; step++) {
        const one = staff[(start + step * stride) % staff.length]
        if (!one || taken.has(one) || !wanted(one)) continue
        taken.add(one)
        return one
      }
      throw new Error('Nobody of the staff fits a planted case; the hospital is too small.')
    },
    plant(kind, what, build) {
      const number = cases.length
      const accesses: Access[] = []
      // The curious write nothing; colleagues who share an account do their work with it.
      const readsOnly = misuseKinds.some((one) => one === kind) && kind !== 'shared-account'
      const random = randomOf(world.seed, `case ${number} ${kind}`)
      build({
        random,
        look: (session) => look({ ...session, readsOnly, case: number }, random, accesses),
        add: (access) => accesses.push({ ...access, case: number }),
      })
      const within = accesses.filter(
        ({ at }) => at >= weekStart && at < weekStart + world.size.days * 24 * hour,
      )
      if (within.length === 0)
        throw new Error(`The planted case ${number} (${kind}) lies outside of the week.`)
      for (const access of within) {
        const at = Math.floor((access.at - weekStart) / hour)
        const list = byHour.get(at)
        if (list) list.push(access)
        else byHour.set(at, [access])
      }
      cases.push(truthOf(number, kind, what, within))
    },
  }
}

const recordsTold = 20

function truthOf(
  number: number,
  kind: MisuseKind | BenignKind,
  what: string,
  accesses: readonly Access[],
): PlantedCase {
  const times = accesses.map(({ at }) => at)
  const records = new Set(
    accesses.flatMap(({ patient }) => (patient === null ? [] : [recordNumber(patient)])),
  )
  return {
    number,
    kind,
    isMisuse: misuseKinds.some((one) => one === kind),
    what,
    users: [...new Set(accesses.map(({ user }) => user))],
    records: [...records].slice(0, recordsTold),
    from: localIso(times.reduce((one, two) => Math.min(one, two))),
    to: localIso(times.reduce((one, two) => Math.max(one, two))),
    accesses: accesses.length,
  }
}
