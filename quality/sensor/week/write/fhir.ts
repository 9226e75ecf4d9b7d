// Writes an access as an AuditEvent of FHIR, R4 as the record system does, or R5 as the newer system of the pharmacy does.
// SPDX-License-Identifier: EUPL-1.2
import { localIso } from '../calendar.ts'
import type { Access, Deed } from '../work/access.ts'
import { recordNumber } from '../world/patients.ts'

interface Codes {
  /** Code of the type (R4) or category (R5), and of the subtype or code. */
  readonly type: string
  readonly subtype: string
  readonly action: string
}

/** 110114: user authentication; 110106: export, of which a print is one kind. */
const codes: Readonly<Record<Deed, Codes>> = {
  read: { type: 'rest', subtype: 'read', action: 'R' },
  update: { type: 'rest', subtype: 'update', action: 'U' },
  search: { type: 'rest', subtype: 'search', action: 'E' },
  login: { type: '110114', subtype: '110122', action: 'E' },
  print: { type: '110106', subtype: 'print', action: 'R' },
  export: { type: '110106', subtype: 'export', action: 'R' },
  'view-study': { type: 'rest', subtype: 'read', action: 'R' },
  'find-studies': { type: 'rest', subtype: 'search', action: 'E' },
  'move-studies': { type: '110106', subtype: 'export', action: 'R' },
}

const parts = [
  'Encounter',
  'Observation',
  'DocumentReference',
  'MedicationRequest',
  'DiagnosticReport',
  'Condition',
]

export function auditEventR4(access: Access, id: number): string {
  const { type, subtype, action } = codes[access.deed]
  const purpose = access.emergency ? 'BTG' : purposeOf(access.role)
  return `{"resourceType":"AuditEvent","id":"a${id}","type":{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"${type}"},"subtype":[{"code":"${subtype}"}],"action":"${action}","recorded":"${localIso(access.at)}","outcome":"0","purposeOfEvent":[{"coding":[{"code":"${purpose}"}]}],"agent":[{"role":[{"coding":[{"code":"${access.role}"}]}],"altId":"${access.user}","requestor":true,"network":{"address":"${access.address}","type":"2"}}],"source":{"site":"${access.site}","observer":{"identifier":{"value":"record-${access.site}"}}},"entity":[${entities(access, id, '"role":{"code":"1"}')}]}`
}

export function auditEventR5(access: Access, id: number): string {
  const { type, subtype, action } = codes[access.deed]
  return `{"resourceType":"AuditEvent","id":"b${id}","category":[{"coding":[{"code":"${type}"}]}],"code":{"coding":[{"code":"${subtype}"}]},"action":"${action}","recorded":"${localIso(access.at)}","outcome":{"code":{"code":"success"}},"authorization":[{"coding":[{"code":"${access.emergency ? 'BTG' : 'TREAT'}"}]}],"agent":[{"role":[{"coding":[{"code":"${access.role}"}]}],"who":{"identifier":{"value":"${access.user}"}},"requestor":true,"networkString":"${access.address}"}],"source":{"site":{"reference":"Location/${access.site}"},"observer":{"identifier":{"value":"pharmacy-1"}}},"entity":[${entities(access, id, '"role":{"coding":[{"code":"1"}]}')}]}`
}

function entities({ patient, objects }: Access, id: number, role: string): string {
  const list = patient === null ? [] : [`{"what":{"reference":"Patient/${recordNumber(patient)}"},${role}}`]
  for (let at = 0; at < objects; at++)
    list.push(`{"what":{"reference":"${parts[(id + at) % parts.length]}/${id * 3 + at}"}}`)
  return list.join(',')
}

function purposeOf(role: string): string {
  if (role === 'billing') return 'HPAYMT'
  return role === 'registry' ? 'PUBHLTH' : 'TREAT'
}
