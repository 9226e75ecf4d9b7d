// Invented records of the audit trails and interfaces of health systems, with a patient who must not appear, for tests.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac } from 'node:crypto'
import type { FormatSample } from './samples.ts'

/** What must not be found in any field of any event. */
export const canaries = ['Zyxwovsky', 'Quillamina', '19411203', 'CANARY-777123'] as const
const [family, given, birth, number] = canaries

export const patientKey = Buffer.from('a key that was invented for tests')
const keyed = createHmac('sha256', patientKey).update(number).digest('hex').slice(0, 32)

const auditEventR4 = {
  resourceType: 'AuditEvent',
  text: { div: `<div>${family}</div>` },
  type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
  subtype: [{ code: 'read', display: `read ${family}` }],
  action: 'R',
  recorded: '2026-11-27T11:00:00.000+01:00',
  outcome: '0',
  purposeOfEvent: [{ coding: [{ code: 'BTG' }], text: family }],
  agent: [
    {
      role: [{ coding: [{ code: 'nurse' }], text: given }],
      who: { reference: 'Practitioner/77', display: given },
      altId: 'staff77',
      name: given,
      requestor: true,
      network: { address: '192.0.2.1', type: '2' },
    },
  ],
  source: { site: 'site1', observer: { identifier: { value: 'ehr1' }, display: family } },
  entity: [
    {
      what: {
        reference: `https://ehr.invented.example/Patient/${number}/_history/2`,
        display: `${family}, ${given}`,
      },
      role: { code: '1' },
      name: `${family}^${given}`,
      description: birth,
    },
    {
      what: { reference: `Observation/${number}` },
      query: Buffer.from(`name=${family}`).toString('base64'),
      detail: [{ type: 'name', valueString: family }],
      name: family,
    },
  ],
}

const auditEventR5 = {
  resourceType: 'AuditEvent',
  category: [{ coding: [{ code: 'rest' }] }],
  code: { coding: [{ code: 'search' }], text: family },
  action: 'E',
  recorded: '2026-11-27T10:00:00Z',
  outcome: { code: { code: 'error' }, detail: [{ text: family }] },
  authorization: [{ coding: [{ code: 'TREAT' }] }],
  patient: { reference: `Patient/${number}`, display: family },
  agent: [
    {
      who: { identifier: { value: 'staff77' }, display: given },
      requestor: true,
      networkString: '192.0.2.1',
    },
  ],
  source: { observer: { reference: 'Device/ehr1' } },
  entity: [{ what: { reference: 'List/1', display: family }, query: 'bmFtZT0=' }],
}

const atna = `<AuditMessage><EventIdentification EventActionCode="R" EventDateTime="2026-11-27T10:00:00Z" EventOutcomeIndicator="0"><EventID csd-code="110103" codeSystemName="DCM" originalText="accessed ${family}"/></EventIdentification><ActiveParticipant UserID="staff77" AlternativeUserID="AETITLE=PACS" UserName="${given}" UserIsRequestor="true" NetworkAccessPointID="192.0.2.1" NetworkAccessPointTypeCode="2"><RoleIDCode csd-code="110150" originalText="x"/></ActiveParticipant><AuditSourceIdentification AuditSourceID="pacs1"/><ParticipantObjectIdentification ParticipantObjectID="1.2.3" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3"><ParticipantObjectIDTypeCode csd-code="110180"/><ParticipantObjectDescription><SOPClass UID="1.2" NumberOfInstances="40"/></ParticipantObjectDescription></ParticipantObjectIdentification><ParticipantObjectIdentification ParticipantObjectID="${number}^^^&amp;1.2.3&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2"/><ParticipantObjectName>${family}^${given}</ParticipantObjectName><ParticipantObjectQuery>${family}</ParticipantObjectQuery></ParticipantObjectIdentification></AuditMessage>`

interface Participant {
  readonly user: string
  readonly other?: string
  readonly requestor: boolean
  readonly role: string
  readonly address: string
}

/** As an archive tells of its own associations: who took part, and the patient, who must not appear. */
export function imagingMessage(
  code: string,
  participants: readonly Participant[],
  time = '2026-11-27T10:00:00Z',
) {
  const parts = participants.map(
    ({ user, other, requestor, role, address }) =>
      `<ActiveParticipant UserID="${user}"${other === undefined ? '' : ` AlternativeUserID="${other}"`} UserName="${family}" UserIsRequestor="${requestor}" NetworkAccessPointID="${address}" NetworkAccessPointTypeCode="2"><RoleIDCode csd-code="${role}" codeSystemName="DCM"/></ActiveParticipant>`,
  )
  return `<AuditMessage><EventIdentification EventActionCode="E" EventDateTime="${time}" EventOutcomeIndicator="0"><EventID csd-code="${code}" codeSystemName="DCM"/></EventIdentification>${parts.join('')}<AuditSourceIdentification AuditSourceID="pacs1"/><ParticipantObjectIdentification ParticipantObjectID="${number}" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2"/><ParticipantObjectName>${family}</ParticipantObjectName><ParticipantObjectQuery>${family}</ParticipantObjectQuery></ParticipantObjectIdentification></AuditMessage>`
}

const archive = { user: '3411', other: 'AETITLES=ARCHIVE', address: '192.0.2.9' } as const
const query = imagingMessage('110112', [
  { user: '77', other: 'AETITLES=WS_1;WS_2', requestor: true, role: '110153', address: '192.0.2.1' },
  { ...archive, requestor: false, role: '110152' },
])
const move = imagingMessage('110104', [
  { ...archive, requestor: false, role: '110153' },
  { user: '9', other: 'AETITLES=LAPTOP', requestor: false, role: '110152', address: '192.0.2.77' },
  { user: '77', other: 'AETITLES=WS_1', requestor: true, role: '110150', address: '192.0.2.1' },
])

const hl7Header = 'MSH|^~\\&|LAB|SITE|EHR|HOSP|20261127110000+0100||ADT^A40^ADT_A39|MSG1|P|2.5'
const hl7Rest = `PID|1||${number}^^^H||${family}^${given}||${birth}|F`

const ehrFields = { actor: 'staff77', client_ip: '192.0.2.1', patient_key: keyed, patient_count: 1 }
const context = { patientKey, timeZone: 'Europe/Berlin' }
const at = '2026-11-27T10:00:00.000Z'

export const auditSamples: readonly FormatSample[] = [
  {
    name: 'a Bundle of AuditEvents (R4)',
    text: JSON.stringify(
      {
        resourceType: 'Bundle',
        entry: [{ fullUrl: 'u', resource: auditEventR4 }, { resource: auditEventR5 }],
        x: family,
      },
      null,
      1,
    ),
    context,
    parser: 'json',
    events: 2,
    at,
    logSource: ['ehr', 'record_access', null],
    fields: {
      ...ehrFields,
      action: 'read',
      outcome: 'success',
      emergency: true,
      actor_role: 'nurse',
      app: 'ehr1',
      object_type: 'Observation',
      object_count: 1,
    },
    raw: null,
  },
  {
    name: 'AuditEvents in lines (R5)',
    text: `${JSON.stringify(auditEventR5)}\n${JSON.stringify(auditEventR4)}\n`,
    context,
    parser: 'json',
    events: 2,
    at,
    logSource: ['ehr', 'query', null],
    fields: { ...ehrFields, outcome: 'failure', purpose: 'TREAT', emergency: false, app: 'Device/ehr1' },
    raw: null,
  },
  {
    name: 'an AuditEvent without a key for patients',
    text: `${JSON.stringify(auditEventR4)}\n`,
    parser: 'json',
    at,
    logSource: ['ehr', 'record_access', null],
    fields: { actor: 'staff77', patient_key: undefined, patient_count: 1 },
    raw: null,
  },
  {
    name: 'an audit message of DICOM in syslog',
    text: `<85>1 2026-11-27T10:00:00Z pacs1 dcm 1 IHE+RFC-3881 - \uFEFF<?xml version="1.0" encoding="UTF-8"?>${atna}\n`,
    context,
    parser: 'syslog',
    at,
    logSource: ['pacs', 'record_access', 'dicom'],
    fields: {
      ...ehrFields,
      event_code: '110103',
      app: 'pacs1',
      object_count: 40,
      object_type: ['110180', '2'],
    },
    raw: null,
  },
  {
    name: 'audit messages of DICOM in a file',
    text: `<?xml version="1.0"?>\n<AuditMessages>${atna}\n${atna}</AuditMessages>`,
    context,
    parser: 'xml',
    events: 2,
    at,
    logSource: ['pacs', 'record_access', 'dicom'],
    fields: ehrFields,
    raw: null,
  },
  {
    name: 'a query in an audit message of DICOM',
    text: `<85>1 2026-11-27T10:00:00Z pacs1 dcm 1 IHE+RFC-3881 - ${query}\n`,
    context,
    parser: 'syslog',
    at,
    logSource: ['pacs', 'query', 'dicom'],
    fields: {
      calling_ae: ['WS_1', 'WS_2'],
      called_ae: 'ARCHIVE',
      destination_ae: undefined,
      dst_ip: undefined,
      client_ip: '192.0.2.1',
    },
    raw: null,
  },
  {
    name: 'a transfer to a third system in an audit message of DICOM',
    text: `<?xml version="1.0"?>\n<AuditMessages>${move}</AuditMessages>`,
    context,
    parser: 'xml',
    at,
    logSource: ['pacs', 'export', 'dicom'],
    fields: {
      calling_ae: 'WS_1',
      called_ae: 'ARCHIVE',
      destination_ae: 'LAPTOP',
      dst_ip: '192.0.2.77',
      client_ip: '192.0.2.1',
    },
    raw: null,
  },
  {
    name: 'HL7 messages in a gateway log',
    text: `2026-11-27 11:00:00,000 INFO received ${hl7Header}\\r${hl7Rest}\n2026-11-27 11:00:01,000 ERROR cannot store ${family}\n`,
    context,
    parser: 'hl7',
    events: 2,
    at,
    logSource: ['hl7', 'interface', null],
    fields: { sending_application: 'LAB', message_code: 'ADT', trigger_event: 'A40', version: '2.5' },
    raw: null,
  },
  {
    name: 'HL7 messages in segments, with an acknowledgement',
    text: `${hl7Header}\r${hl7Rest}\rNK1|1|${family}\rMSH|^~\\&|EHR|HOSP|LAB|SITE|20261127110000+0100||ACK^A40|MSG2|P|2.5\rMSA|AE|MSG1|${family}\r`,
    context,
    parser: 'hl7',
    events: 2,
    looksAt: 1,
    at,
    logSource: ['hl7', 'interface', null],
    fields: { message_code: 'ACK', acknowledgement_code: 'AE' },
    raw: null,
  },
  {
    name: 'an HL7 message in syslog',
    text: `<14>Nov 27 11:00:00 gw1 engine: in ${hl7Header} ${hl7Rest}\n`,
    context,
    parser: 'syslog',
    at,
    logSource: ['hl7', 'interface', null],
    fields: { sending_facility: 'SITE', hostname: 'gw1' },
    raw: null,
  },
  {
    name: 'the log of dcm4che',
    text: `2026-11-27 11:00:00,000 INFO  - CT-1->PACS(3) >> 1:C-FIND-RQ[pcid=1, prior=0 cuid=1.2.840.10008.5.1.4.1.2.2.1]\n2026-11-27 11:00:00,000 DEBUG - (0010,0010) PN [${family}^${given}] PatientName (0010,0020) ${number}\n2026-11-27 11:00:00,000 INFO  - PACS<-OUT(4): A-ASSOCIATE-RJ[result: 1, source: 1, reason: 7]\n`,
    context,
    parser: 'dicom-log',
    events: 3,
    at,
    logSource: ['pacs', 'query', 'dicom'],
    fields: {
      action: 'C-FIND-RQ',
      calling_ae: 'CT-1',
      called_ae: 'PACS',
      sop_class: '1.2.840.10008.5.1.4.1.2.2.1',
    },
    raw: null,
  },
  {
    name: 'the log of Orthanc',
    text: `W1127 11:00:00.000000 main.cpp:1] DICOM server listening with AET ORTHANC on port: 4242\nI1127 11:00:00.000000 CommandDispatcher.cpp:490] Association Received from AET CT1 on IP 192.0.2.1\nI1127 11:00:00.000000 x.cpp:1] ${family}\n`,
    context,
    parser: 'dicom-log',
    events: 3,
    looksAt: 1,
    at,
    logSource: ['pacs', 'interface', 'dicom'],
    fields: { action: 'A-ASSOCIATE-RQ', calling_ae: 'CT1', client_ip: '192.0.2.1' },
    raw: null,
  },
]
