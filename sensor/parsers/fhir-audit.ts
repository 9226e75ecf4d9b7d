// Reads AuditEvents of FHIR, R4 and R5: who did what to how many records; names and queries are never read.
// SPDX-License-Identifier: EUPL-1.2
import { auditReading, isCode } from './audit.ts'
import { at, isObject, type JsonObject, objectsAt, textAt } from './json-values.ts'
import { instantOfIso } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'

/** The text of one AuditEvent, as it travels in a syslog message. */
export function readFhirText(text: string, context: ReadingContext): LineReading {
  if (!text.includes('"resourceType"')) return null
  const start = text.indexOf('{')
  let value: unknown
  try {
    value = JSON.parse(text.slice(start))
  } catch {
    return 'its resource of FHIR is no JSON'
  }
  const reading = isObject(value) ? readAuditEvent(value, context) : null
  return reading ?? 'its resource of FHIR is no AuditEvent'
}

export function readAuditEvent(record: JsonObject, context: ReadingContext): LineReading {
  if (textAt(record, 'resourceType') !== 'AuditEvent') return null
  const agents = objectsAt(record, 'agent')
  const actor = agents.find((agent) => at(agent, 'requestor') === true) ?? agents[0]
  const entities = objectsAt(record, 'entity')
  const recorded = textAt(record, 'recorded')
  const subjects = patientsOf(record, agents, entities)
  const objects = entities.filter((entity) => !isPatient(entity))
  return auditReading(
    {
      at: recorded === null ? null : instantOfIso(recorded, context.timeZone),
      product: 'ehr',
      ...eventOf(record),
      action: textAt(record, 'action'),
      outcome: outcomeOf(record),
      actor: actorOf(actor),
      actorRoles: objectsAt(actor, 'role').concat(objectsAt(actor, 'type')).flatMap(codesOf),
      purposes: [record, ...agents].flatMap(purposesOf),
      ...clientOf(actor),
      ...sourceOf(at(record, 'source')),
      patients: subjects,
      objectTypes: [...new Set(objects.flatMap(typeOfObject))],
      objectCount: objects.length,
      nodes: null,
    },
    context,
  )
}

/** R4: type is a Coding, subtype a list of them; R5: category and code are concepts. */
function eventOf(record: JsonObject): { code: string | null; types: string[] } {
  const first = [...objectsAt(record, 'type'), ...objectsAt(record, 'category')].flatMap(codesOf)
  const more = [...objectsAt(record, 'subtype'), ...objectsAt(record, 'code')].flatMap(codesOf)
  return { code: first[0] ?? null, types: [...new Set([...more, ...first.slice(1)])] }
}

/** The codes of a Coding or of a CodeableConcept; displays and texts are left, and what has blanks is no code. */
function codesOf(concept: unknown): string[] {
  return rawCodesOf(concept).filter(isCode)
}

function rawCodesOf(concept: unknown): string[] {
  const own = textAt(concept, 'code')
  const codings = objectsAt(concept, 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])
  return own === null ? codings : [own, ...codings]
}

function purposesOf(part: JsonObject): string[] {
  const names = ['purposeOfEvent', 'purposeOfUse', 'authorization']
  return names.flatMap((name) => objectsAt(part, name).flatMap(codesOf))
}

function outcomeOf(record: JsonObject): string | null {
  const outcome = at(record, 'outcome')
  return isObject(outcome) ? (codesOf(at(outcome, 'code'))[0] ?? null) : textAt(record, 'outcome')
}

/** The identifier of a person or system of the hospital. Of a patient who looks at own records only that it is one. */
function actorOf(agent: JsonObject | undefined): string | null {
  const who = at(agent, 'who')
  if (isPatientReference(who)) return 'patient'
  const identifier = textAt(at(who, 'identifier'), 'value')
  return textAt(agent, 'altId') ?? identifier ?? referenceOf(who)
}

function referenceOf(part: unknown): string | null {
  return textAt(part, 'reference')
}

/** R4: network.address with a type, 2 being an address; R5: networkString or networkUri. */
function clientOf(agent: JsonObject | undefined): { clientIp: string | null; clientName: string | null } {
  const network = at(agent, 'network')
  const address = textAt(network, 'address') ?? textAt(agent, 'networkString') ?? textAt(agent, 'networkUri')
  if (address === null) return { clientIp: null, clientName: null }
  const isIp = /^[\d.]{7,15}$|^[\da-fA-F:.]*:[\da-fA-F:.]*$/.test(address)
  return isIp ? { clientIp: address, clientName: null } : { clientIp: null, clientName: address }
}

function sourceOf(source: unknown): { app: string | null; site: string | null } {
  const observer = at(source, 'observer')
  const isPerson = isPatientReference(observer)
  const app = textAt(at(observer, 'identifier'), 'value') ?? referenceOf(observer)
  const site = at(source, 'site')
  return { app: isPerson ? null : app, site: isObject(site) ? referenceOf(site) : textAt(source, 'site') }
}

function patientsOf(
  record: JsonObject,
  agents: readonly JsonObject[],
  entities: readonly JsonObject[],
): string[] {
  const parts = [at(record, 'patient'), ...entities.filter(isPatient).map((entity) => at(entity, 'what'))]
  const own = agents.map((agent) => at(agent, 'who')).filter(isPatientReference)
  return [...parts, ...own].flatMap(
    (part) => textAt(at(part, 'identifier'), 'value') ?? referenceOf(part) ?? [],
  )
}

/** Object role 1 is the patient (DICOM PS3.15 A.5, FHIR object-role). */
function isPatient(entity: JsonObject): boolean {
  return isPatientReference(at(entity, 'what')) || objectsAt(entity, 'role').flatMap(codesOf).includes('1')
}

function isPatientReference(part: unknown): boolean {
  return textAt(part, 'type') === 'Patient' || /(?:^|\/)Patient\//.test(referenceOf(part) ?? '')
}

/** Observation of `Observation/7`: the type only, as the number may be that of a patient. */
function typeOfObject(entity: JsonObject): string[] {
  const type = /(?:^|\/)([A-Z][A-Za-z]{2,40})\/[^/]/.exec(referenceOf(at(entity, 'what')) ?? '')?.[1]
  return type === undefined ? [] : [type]
}
