// How each line of each extract is taken: what it must have, and why it cannot be taken.
// SPDX-License-Identifier: EUPL-1.2
import type { Draft } from './context.ts'
import type { Row, RowReader } from './csv.ts'
import type { Hashing } from './hashing.ts'
import { contextLimits } from './limits.ts'
import { accountOf, personOf, turnOf } from './people.ts'
import type { ReasonKind } from './reasons.ts'
import { beginningOf, endOf } from './spans.ts'

export interface Reading {
  readonly draft: Draft
  readonly hashing: Hashing
  readonly timeZone: string
}

const patientColumns = ['patient', 'patient_key']
const reasonColumns = [...patientColumns, 'unit', 'user', 'from', 'to']
const hashedColumns = ['surname', 'surname_hash', 'address', 'address_hash']

/** By the names of README.md, in the order in which they are read. */
export const contextReaders: ReadonlyMap<string, (reading: Reading) => RowReader> = new Map([
  ['staff.csv', staffReader],
  ['roster.csv', rosterReader],
  ['patients.csv', patientReader],
  ['encounters.csv', (reading: Reading) => reasonReader('ward', reading)],
  ['appointments.csv', (reading: Reading) => reasonReader('appointment', reading)],
  ['orders.csv', (reading: Reading) => reasonReader('order', reading)],
  ['care-teams.csv', (reading: Reading) => reasonReader('care-team', reading)],
  ['places.csv', placeReader],
  ['lists.csv', listReader],
])

function staffReader({ draft, hashing, timeZone }: Reading): RowReader {
  return {
    columns: ['user', 'role', 'unit', 'on_leave', 'exit_date', ...hashedColumns, ...patientColumns],
    needed: [['user']],
    take(row) {
      const account = accountIn(row, draft)
      if (typeof account === 'string') return account
      if (draft.people.has(account)) return 'its user stands there already, and the first line counts'
      const person = personOf(row, hashing, draft.units, timeZone)
      if (typeof person === 'string') return person
      draft.people.set(account, person)
      return null
    },
  }
}

function accountIn(row: Row, { accounts }: Draft): number | string {
  const user = accountOf(row.get('user'))
  if (user === '') return 'it names no user'
  return (
    accounts.numberOf(user) ?? `its user is too long, or there are more than ${contextLimits.maxStaff} users`
  )
}

function rosterReader({ draft, timeZone }: Reading): RowReader {
  return {
    columns: ['user', 'from', 'to', 'kind', 'unit'],
    needed: [['user'], ['from'], ['to']],
    take(row) {
      const account = accountIn(row, draft)
      if (typeof account === 'string') return account
      if (draft.turnCount >= contextLimits.maxTurns)
        return `there are more than ${contextLimits.maxTurns} turns`
      const turn = turnOf(row, draft.units, timeZone)
      if (typeof turn === 'string') return turn
      const known = draft.turns.get(account)
      if (known) known.push(turn)
      else draft.turns.set(account, [turn])
      draft.turnCount++
      return null
    },
  }
}

function patientIn(row: Row, { draft, hashing }: Reading): number | string {
  const number = hashing.patient(row)
  if (typeof number === 'string') return number
  if (draft.patients.size() >= contextLimits.maxPatients && draft.patients.find(number) === -1)
    return `there are more than ${contextLimits.maxPatients} patients`
  return draft.patients.place(number)
}

function patientReader(reading: Reading): RowReader {
  const { draft, hashing } = reading
  return {
    columns: ['flags', ...patientColumns, ...hashedColumns],
    needed: [patientColumns],
    take(row) {
      const patient = patientIn(row, reading)
      if (typeof patient === 'string') return patient
      const flags = row
        .get('flags')
        .toLowerCase()
        .split('|')
        .map((flag) => flag.trim())
      if (!flags.every((flag) => /^[a-z0-9_-]{0,32}$/.test(flag))) return 'its flags are no plain words'
      draft.patients.describe(patient, {
        flags: flags.filter((flag) => flag !== ''),
        surname: hashing.surname(row),
        address: hashing.address(row),
      })
      return null
    },
  }
}

function reasonReader(kind: ReasonKind, reading: Reading): RowReader {
  const { draft, timeZone } = reading
  return {
    columns: reasonColumns,
    needed: [patientColumns, ['unit', 'user'], ['from']],
    take(row) {
      if (draft.reasons.size() >= contextLimits.maxReasons)
        return `there are more than ${contextLimits.maxReasons} reasons`
      const patient = patientIn(row, reading)
      if (typeof patient === 'string') return patient
      const from = beginningOf(row.get('from'), timeZone)
      const to = endOf(row.get('to'), timeZone)
      if (from === null || to === null || to < from) return 'its from and to are no span'
      const name = row.get('unit').toLowerCase()
      const unit = name === '' ? 0 : draft.units.numberOf(name)
      const account = row.get('user') === '' ? 0 : accountIn(row, draft)
      if (typeof account === 'string') return account
      if (unit === null) return 'its unit is too long, or there are too many units'
      if (unit === 0 && account === 0) return 'it names neither a unit nor a user'
      draft.reasons.add({ kind, patient, unit, account, from, to })
      return null
    },
  }
}

function placeReader({ draft }: Reading): RowReader {
  return {
    columns: ['network', 'site', 'device'],
    needed: [['network']],
    take(row) {
      if (draft.places.size() >= contextLimits.maxPlaces)
        return `there are more than ${contextLimits.maxPlaces} places`
      const words = { site: row.get('site').toLowerCase(), device: row.get('device').toLowerCase() }
      if (Object.values(words).some((word) => word.length > contextLimits.maxWordUnits))
        return 'its words are too long'
      return draft.places.add(row.get('network'), words)
        ? null
        : 'its network is neither an address nor a CIDR'
    },
  }
}

function listReader({ draft }: Reading): RowReader {
  let values = 0
  return {
    columns: ['list', 'value'],
    needed: [['list'], ['value']],
    take(row) {
      const [list, value] = [row.get('list').toLowerCase(), row.get('value')]
      if (!/^[a-z][a-z0-9_]{0,63}$/.test(list)) return 'its list is no plain word'
      if (value === '' || value.length > contextLimits.maxWordUnits) return 'its value is empty or too long'
      if (++values > contextLimits.maxListValues)
        return `there are more than ${contextLimits.maxListValues} values`
      const known = draft.lists.get(list)
      if (known) known.push(value)
      else draft.lists.set(list, [value])
      return null
    },
  }
}
