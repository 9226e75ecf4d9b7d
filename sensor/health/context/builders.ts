// An invented hospital's extracts, and accesses to its records, for tests.
// SPDX-License-Identifier: EUPL-1.2
import { event } from '../../engine/builders.ts'
import type { FieldValue, LogEvent } from '../../event/event.ts'
import { patientKeyOf } from '../../parsers/patient.ts'
import type { HealthContext } from './context.ts'
import { readContextFiles } from './read.ts'

export const patientKey = Buffer.from('a key that was invented for tests')
export const keyOf = (patient: string) => patientKeyOf(patient, { source: '', now: 0, patientKey }) ?? ''
/** What must be in no event and no finding. */
export const canaries = [
  'Zyxwovsky',
  'Quillamina',
  'Larkspur Way',
  '777001',
  '777002',
  '777003',
  '777004',
  '777005',
]

export const files: Readonly<Record<string, string>> = {
  'staff.csv': `user;role;unit;surname;address;patient;on_leave;exit_date
HOUSE\\Mia.K;nurse;W01;Zyxwovsky;Larkspur Way 3;777001;2026-03-10/2026-03-12;
tom;physician;W02|W03;Quillamina;Elsewhere 1;777002;;2026-03-05
ann;clerk;;"Zyxwovsky ";"Larkspur  Way, 4";;;`,
  'roster.csv': `user,from,to,kind,unit
mia.k,2026-03-02T06:00,2026-03-02T14:00,,
mia.k,2026-03-03T06:00,2026-03-03T14:00,shift,W09
tom,2026-03-02T18:00,2026-03-03T06:00,on_call,W05
tom,2026-03-02T07:00,2026-03-02T16:00,shift,`,
  'encounters.csv': `patient,unit,from,to
777003,W01,2026-03-01T08:00,2026-03-04T10:00
777004,W05,2026-03-01,2026-03-20
777005,W09,2026-03-01,`,
  'appointments.csv': 'patient,unit,user,from,to\n777001,,tom,2026-03-02T09:00,2026-03-02T09:30',
  'orders.csv': 'patient,unit,user,from,to\n777005,W02,,2026-03-02T09:00,2026-03-02T12:00',
  'care-teams.csv': 'patient,unit,user,from,to\n777003,,tom,2026-03-02,2026-03-03',
  'patients.csv': `patient,flags,surname,address
777003,vip|sensitive,Quillamina,Elsewhere 1
777004,,Zyxwovsky,Far Away 9
777005,,Other,Larkspur Way 3`,
  'places.csv':
    'network,site,device\n10.1.0.0/16,Tannau,\n10.1.5.0/24,Tannau,infusion\n10.2.0.0/16,Seeblick,',
  'lists.csv': 'list,value\nservice_accounts,svc-night\nknown_ae,CT_1',
}

export function contextOf(
  given: Readonly<Record<string, string | Uint8Array>> = files,
): Promise<HealthContext> {
  const streams = Object.entries(given).map(([name, content]) => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(content)
    }
    return [name, chunks()] as const
  })
  return readContextFiles(new Map(streams), { patientKey, timeZone: 'UTC' })
}

export function access(
  actor: string,
  patient: string | readonly string[],
  at: string,
  more: Record<string, FieldValue> = {},
): LogEvent {
  const keys = typeof patient === 'string' ? keyOf(patient) : patient.map(keyOf)
  return event(
    { actor, patient_key: keys, ...more },
    { at: Date.parse(`${at}Z`), logSource: { product: 'ehr', category: 'record_access', service: null } },
  )
}

export const noon = '2026-03-02T12:00:00'
