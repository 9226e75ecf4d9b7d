// Patients as columns of numbers: surname, household and marks; 400,000 of them in a few megabytes.
// SPDX-License-Identifier: EUPL-1.2
import { type Random, randomOf, zipf } from '../random.ts'
import type { WeekSize } from '../size.ts'

export interface Patients {
  readonly count: number
  readonly surname: Uint16Array
  readonly household: Uint32Array
  /** Patients of public interest, whose records bear a mark. */
  readonly vips: readonly number[]
  /** Patients whose records bear the mark of a sensitive matter. */
  readonly sensitive: readonly number[]
}

const surnames = 12_000
const drawSurname = zipf(surnames, 25)

export function patientsOf(size: WeekSize, seed: number): Patients {
  const random = randomOf(seed, 'patients')
  const surname = new Uint16Array(size.patients)
  const household = new Uint32Array(size.patients)
  let home = 0
  for (let at = 0; at < size.patients; ) {
    const members = Math.min(random.run(0.55, 6), size.patients - at)
    const name = drawSurname(random)
    for (let member = 0; member < members; member++, at++) {
      household[at] = home
      surname[at] = member === 0 || random.chance(0.78) ? name : drawSurname(random)
    }
    home++
  }
  makeHomes(household, random)
  return {
    count: size.patients,
    surname,
    household,
    vips: distinct(random, size.patients, size.vips),
    sensitive: distinct(random, size.patients, size.vips * 2),
  }
}

/** Some addresses are houses of many: homes for the old, towers. Their people are no families. */
function makeHomes(household: Uint32Array, random: Random): void {
  const houses = Math.max(2, Math.floor(household.length / 4_000))
  for (let house = 0; house < houses; house++) {
    const address = household[random.below(household.length)] ?? 0
    const people = random.between(20, 90)
    for (let person = 0; person < people; person++) household[random.below(household.length)] = address
  }
}

export function distinct(random: Random, limit: number, count: number): readonly number[] {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, limit)) chosen.add(random.below(limit))
  return [...chosen]
}

const onsets = [
  'B',
  'D',
  'F',
  'G',
  'H',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'T',
  'V',
  'W',
  'Z',
  'Br',
  'St',
  'Kl',
  'Gr',
]
const middles = ['a', 'e', 'i', 'o', 'u', 'au', 'ei', 'ie', 'ur', 'or']
const ends = ['bel', 'dner', 'fan', 'ger', 'holt', 'kes', 'lau', 'mir', 'nov', 'pert', 'rink', 'stam']
const tails = ['', 'er', 'i', 'an', 'ow']

/** Invented surnames: 20 · 10 · 12 · 5 sounds make 12,000. */
export function surnameText(index: number): string {
  const onset = onsets[index % 20]
  const middle = middles[Math.floor(index / 20) % 10]
  const end = ends[Math.floor(index / 200) % 12]
  return `${onset}${middle}${end}${tails[Math.floor(index / 2_400) % 5]}`
}

export function addressText(household: number): string {
  return `Way ${household % 997} no. ${household}`
}

/** The number of a record, as the audit trails write it. */
export function recordNumber(patient: number): string {
  return String(4_000_000 + patient)
}
