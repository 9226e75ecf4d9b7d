// What audit trails of health systems tell, in the field names of our rules, whatever format they came in.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type FieldValue, setField } from '../event/event.ts'
import type { ReadingContext } from './parser.ts'
import { patientKeyOf } from './patient.ts'
import type { RecordReading } from './record.ts'

/** Codes and identifiers of systems and staff only: names and what was asked for are never read. */
export interface AuditFacts {
  readonly at: number | null
  readonly product: 'ehr' | 'pacs'
  /** Code of the event, e.g. 110112 or rest. */
  readonly code: string | null
  readonly types: readonly string[]
  /** C, R, U, D or E. */
  readonly action: string | null
  /** Code of the outcome as it stands in the record. */
  readonly outcome: string | null
  readonly actor: string | null
  readonly actorRoles: readonly string[]
  readonly purposes: readonly string[]
  readonly clientIp: string | null
  readonly clientName: string | null
  readonly app: string | null
  readonly site: string | null
  /** Identifiers of patients; they leave this structure as keys only. */
  readonly patients: readonly string[]
  readonly objectTypes: readonly string[]
  readonly objectCount: number
  /** Titles and addresses of the imaging systems that took part; null where the record names none. */
  readonly nodes: ImagingNodes | null
}

/** Application entities of DICOM, by the titles that logs of DICOM servers write. */
export interface ImagingNodes {
  /** Who asked. */
  readonly calling: readonly string[]
  /** Who was asked. */
  readonly called: readonly string[]
  /** Where pictures went. */
  readonly destination: readonly string[]
  readonly destinationIp: string | null
  readonly destinationName: string | null
}

export function auditReading(facts: AuditFacts, context: ReadingContext): RecordReading {
  const fields = emptyFields()
  const keys = [...new Set(facts.patients.flatMap((patient) => patientKeyOf(patient, context) ?? []))]
  set(fields, 'event_code', facts.code)
  setList(fields, 'event_type', facts.types)
  set(fields, 'action', actionOf(facts))
  set(fields, 'outcome', outcomeOf(facts.outcome))
  set(fields, 'outcome_code', facts.outcome)
  set(fields, 'actor', facts.actor)
  setList(fields, 'actor_role', facts.actorRoles)
  setList(fields, 'purpose', facts.purposes)
  setField(fields, 'emergency', isEmergency(facts))
  set(fields, 'client_ip', facts.clientIp)
  set(fields, 'client_name', facts.clientName)
  set(fields, 'app', facts.app)
  set(fields, 'site', facts.site)
  setList(fields, 'patient_key', keys)
  setField(fields, 'patient_count', new Set(facts.patients).size)
  setList(fields, 'object_type', facts.objectTypes)
  setField(fields, 'object_count', facts.objectCount)
  const { nodes } = facts
  if (nodes !== null) setNodes(fields, nodes)
  const service = nodes !== null && facts.product === 'pacs' ? 'dicom' : null
  const logSource = { product: facts.product, category: categoryOf(facts), service }
  return { at: facts.at, logSource, fields, raw: null }
}

/** Under the names of dicom-log.ts, so that the same rules hold for both. */
function setNodes(fields: Fields, nodes: ImagingNodes): void {
  setList(fields, 'calling_ae', nodes.calling)
  setList(fields, 'called_ae', nodes.called)
  setList(fields, 'destination_ae', nodes.destination)
  set(fields, 'dst_ip', nodes.destinationIp)
  set(fields, 'dst_host', nodes.destinationName)
}

/** A word of a code system. Senders that write a name where a code belongs are not followed. */
export function isCode(text: string): boolean {
  return /^[A-Za-z0-9][\w.:/#-]{0,63}$/.test(text)
}

function set(fields: Fields, name: string, value: FieldValue): void {
  if (value !== null) setField(fields, name, value)
}

function setList(fields: Fields, name: string, values: readonly string[]): void {
  const [first] = values
  if (first !== undefined) setField(fields, name, values.length === 1 ? first : values)
}

/** Purposes of use of HL7 v3 for an emergency, and the event and type of DICOM for an override. */
const emergencyCodes: ReadonlySet<string> = new Set(['BTG', 'ETREAT', '110127', '110131'])

function isEmergency({ purposes, code, types }: AuditFacts): boolean {
  return [...purposes, ...types, code ?? ''].some((word) => emergencyCodes.has(word))
}

const actions: Readonly<Record<string, string>> = {
  C: 'create',
  R: 'read',
  U: 'update',
  D: 'delete',
  E: 'execute',
}

function actionOf({ action }: AuditFacts): string | null {
  return action === null ? null : (actions[action] ?? null)
}

/** DICOM PS3.15 A.5: 0 is success, 4 to 12 are failures; R5 says it in words too. */
function outcomeOf(code: string | null): string | null {
  if (code === null) return null
  return ['0', 'success', 'information'].includes(code) ? 'success' : 'failure'
}

/** Events of DICOM PS3.16 CID 400, and those of FHIR. */
const categories: ReadonlyMap<string, string> = new Map([
  ['110102', 'export'],
  ['110103', 'record_access'],
  ['110104', 'export'],
  ['110105', 'record_access'],
  ['110106', 'export'],
  ['110107', 'record_access'],
  ['110109', 'record_access'],
  ['110110', 'record_access'],
  ['110111', 'record_access'],
  ['110112', 'query'],
  ['110114', 'login'],
  ['110122', 'login'],
  ['110123', 'login'],
  ['110100', 'audit'],
  ['110101', 'audit'],
  ['110113', 'security'],
  ['110127', 'security'],
  ['search', 'query'],
  ['search-type', 'query'],
  ['search-system', 'query'],
  ['history-system', 'query'],
  ['export', 'export'],
])

function categoryOf({ code, types, patients, action }: AuditFacts): string | null {
  for (const word of [...types, code ?? '']) {
    const category = categories.get(word)
    if (category !== undefined) return category
  }
  const isRest = code === 'rest' || code === 'object' || code === 'RESTful Operation'
  return isRest || patients.length > 0 || action === 'R' ? 'record_access' : null
}
