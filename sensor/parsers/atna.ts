// Reads audit messages of DICOM and IHE ATNA in XML: inside of syslog, or one after the other in a file.
// SPDX-License-Identifier: EUPL-1.2
import { readXml, type XmlElement } from '@salus/standards/xml'
import { accessPointOf, childrenOf, codesOf, nodesOf, titlesOf } from './atna-nodes.ts'
import { auditReading } from './audit.ts'
import { instantOfIso } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'

export function readAtnaText(text: string, context: ReadingContext): LineReading {
  const start = text.indexOf('<AuditMessage')
  if (start === -1) return null
  if (text.includes('<!DOCTYPE')) return 'its audit message holds a DOCTYPE and is not read'
  const reading = readXml(new TextEncoder().encode(text.slice(start)))
  if (reading.outcome === 'refused') return `its audit message cannot be read (${reading.faults[0].code})`
  return readAuditMessage(reading.value, context)
}

function readAuditMessage(root: XmlElement, context: ReadingContext): LineReading {
  const event = childrenOf(root, 'EventIdentification')[0]
  if (event === undefined) return 'its audit message has no EventIdentification'
  const participants = childrenOf(root, 'ActiveParticipant')
  const actor =
    participants.find((part) => part.attributes.get('UserIsRequestor') !== 'false') ?? participants[0]
  const objects = childrenOf(root, 'ParticipantObjectIdentification')
  const time = event.attributes.get('EventDateTime')
  const code = codesOf(event, 'EventID')[0] ?? null
  const client = accessPointOf(actor)
  return auditReading(
    {
      at: time === undefined ? null : instantOfIso(time, context.timeZone),
      product: isImaging(code, participants, objects) ? 'pacs' : 'ehr',
      code,
      types: codesOf(event, 'EventTypeCode'),
      action: event.attributes.get('EventActionCode') ?? null,
      outcome: event.attributes.get('EventOutcomeIndicator') ?? null,
      actor: actor?.attributes.get('UserID') ?? null,
      actorRoles: actor === undefined ? [] : codesOf(actor, 'RoleIDCode'),
      purposes: [event, ...participants].flatMap((part) => codesOf(part, 'PurposeOfUse')),
      clientIp: client.address,
      clientName: client.name,
      app: childrenOf(root, 'AuditSourceIdentification')[0]?.attributes.get('AuditSourceID') ?? null,
      site: childrenOf(root, 'AuditSourceIdentification')[0]?.attributes.get('AuditEnterpriseSiteID') ?? null,
      patients: objects.filter(isPatient).flatMap((part) => part.attributes.get('ParticipantObjectID') ?? []),
      objectTypes: [...new Set(objects.flatMap((part) => codesOf(part, 'ParticipantObjectIDTypeCode')))],
      objectCount: countOf(objects),
      nodes: nodesOf(code, participants),
    },
    context,
  )
}

const imagingEvents: ReadonlySet<string> = new Set(['110102', '110103', '110104', '110105'])

/** A study is an object of type 110180. */
function isImaging(
  code: string | null,
  participants: readonly XmlElement[],
  objects: readonly XmlElement[],
): boolean {
  if (code !== null && imagingEvents.has(code)) return true
  if (participants.some((part) => titlesOf(part).length > 0)) return true
  return objects.some((part) => codesOf(part, 'ParticipantObjectIDTypeCode').includes('110180'))
}

/** Type 1 is a person, role 1 the patient. */
function isPatient({ attributes }: XmlElement): boolean {
  return (
    attributes.get('ParticipantObjectTypeCodeRole') === '1' ||
    (attributes.get('ParticipantObjectTypeCode') === '1' &&
      attributes.get('ParticipantObjectTypeCodeRole') === undefined)
  )
}

/** Instances where a study says how many, else objects that are no patients. */
function countOf(objects: readonly XmlElement[]): number {
  const others = objects.filter((part) => !isPatient(part))
  const instances = others
    .flatMap((part) => childrenOf(part, 'ParticipantObjectDescription'))
    .flatMap((part) => childrenOf(part, 'SOPClass'))
    .map((part) => Number(part.attributes.get('NumberOfInstances') ?? 0))
    .filter((count) => Number.isSafeInteger(count) && count > 0)
  return Math.max(
    others.length,
    instances.reduce((sum, count) => sum + count, 0),
  )
}
