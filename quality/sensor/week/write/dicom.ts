// Writes what happens in the picture archive: audit messages of DICOM in syslog, and lines of the archive's own log.
// SPDX-License-Identifier: EUPL-1.2
import { localIso } from '../calendar.ts'
import type { Access, Deed } from '../work/access.ts'
import { recordNumber } from '../world/patients.ts'

/** DICOM PS3.16 CID 400: studies accessed, query, instances transferred. */
const events: Partial<Readonly<Record<Deed, readonly [code: string, action: string]>>> = {
  'view-study': ['110103', 'R'],
  'find-studies': ['110112', 'E'],
  'move-studies': ['110104', 'R'],
}

/** The audit message of the archive for what a person did; null for stations, of which only the own log tells. */
export function auditMessage(access: Access, id: number): string | null {
  const found = events[access.deed]
  if (!found || access.role === 'station') return null
  const [code, action] = found
  const time = localIso(access.at)
  return `<85>1 ${time} pacs-${access.site} audit ${id % 30_000} IHE+RFC-3881 - <?xml version="1.0" encoding="UTF-8"?><AuditMessage><EventIdentification EventActionCode="${action}" EventDateTime="${time}" EventOutcomeIndicator="0"><EventID csd-code="${code}" codeSystemName="DCM" originalText="event"/></EventIdentification><ActiveParticipant UserID="${access.user}" UserIsRequestor="true" NetworkAccessPointID="${access.address}" NetworkAccessPointTypeCode="2"><RoleIDCode csd-code="${access.role}" codeSystemName="house" originalText="role"/></ActiveParticipant><AuditSourceIdentification AuditSourceID="pacs-${access.site}" AuditEnterpriseSiteID="${access.site}"/><ParticipantObjectIdentification ParticipantObjectID="1.2.826.0.1.${id}" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3"><ParticipantObjectIDTypeCode csd-code="110180" codeSystemName="DCM" originalText="study"/><ParticipantObjectDescription><SOPClass UID="1.2.840.10008.5.1.4.1.1.2" NumberOfInstances="${access.objects}"/></ParticipantObjectDescription></ParticipantObjectIdentification>${patientOf(access)}</AuditMessage>`
}

function patientOf({ patient }: Access): string {
  if (patient === null) return ''
  return `<ParticipantObjectIdentification ParticipantObjectID="${recordNumber(patient)}^^^&amp;1.2.826.0.1&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="patient"/></ParticipantObjectIdentification>`
}

/** Titles of the stations that the hospital knows. */
export function stationTitle(site: string, address: string): string {
  return `WS_${site.toUpperCase()}_${1 + (Number(address.slice(address.lastIndexOf('.') + 1)) % 8)}`
}

/** dcm4che style; null for what is no request of the network. */
export function archiveLine(access: Access, id: number): string | null {
  const { deed, role, user, site, address } = access
  const time = localIso(access.at).slice(0, 23).replace('T', ' ').replace('.', ',')
  const station = role === 'station' ? user : stationTitle(site, address)
  const start = `${time} INFO  - ${station}->PACS(${id % 1_000}) >> ${id % 30_000}:`
  if (deed === 'find-studies') return `${start}C-FIND-RQ[pcid=1, prior=0 cuid=1.2.840.10008.5.1.4.1.2.2.1]`
  if (deed === 'move-studies')
    return `${start}C-MOVE-RQ[pcid=3, prior=0, dest=${access.destination ?? station} cuid=1.2.840.10008.5.1.4.1.2.2.2]`
  return null
}
