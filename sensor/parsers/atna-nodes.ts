// Reads from an audit message of DICOM which imaging systems took part: who asked, who was asked, where pictures went.
// SPDX-License-Identifier: EUPL-1.2
import type { XmlElement } from '@salus/standards/xml'
import { type ImagingNodes, isCode } from './audit.ts'

/** DICOM PS3.16, CID 402 and 405. */
const sourceRole = '110153'
const destinationRole = '110152'
const stationTitle = '110119'
const queryEvent = '110112'

/** Null where no participant has a title or a part in the transfer. */
export function nodesOf(code: string | null, participants: readonly XmlElement[]): ImagingNodes | null {
  const inRole = (role: string) => participants.filter((part) => codesOf(part, 'RoleIDCode').includes(role))
  const source = allTitles(inRole(sourceRole))
  const destinations = inRole(destinationRole)
  const destination = allTitles(destinations)
  const requestor = allTitles(
    participants.filter((part) => part.attributes.get('UserIsRequestor') === 'true'),
  )
  // A person may have asked, who has no title: then the system that acts for them stands first.
  const calling = requestor.length > 0 ? requestor : source
  if (code === queryEvent)
    return calling.length + destination.length === 0
      ? null
      : { ...nowhere, calling, called: destination.filter((title) => !calling.includes(title)) }
  const point = accessPointOf(destinations[0])
  if (calling.length + destination.length === 0 && point.address === null && point.name === null) return null
  return {
    calling,
    called: source.filter((title) => !calling.includes(title)),
    destination,
    destinationIp: point.address,
    destinationName: point.name,
  }
}

const nowhere = { destination: [], destinationIp: null, destinationName: null } as const

function allTitles(participants: readonly XmlElement[]): readonly string[] {
  return [...new Set(participants.flatMap(titlesOf))]
}

/** PS3.15 A.5.2: `AETITLES=CT1;CT2` as another name of the user. Some say in the type of the user's id that it is one. */
export function titlesOf(participant: XmlElement): readonly string[] {
  const { attributes } = participant
  const listed = /^\s*AETITLES?=(.*)$/i.exec(attributes.get('AlternativeUserID') ?? '')?.[1]
  const isTitle = codesOf(participant, 'UserIDTypeCode').includes(stationTitle)
  const written = listed ?? (isTitle ? attributes.get('UserID') : undefined) ?? ''
  return written
    .split(';', maxTitles)
    .map((title) => title.trim())
    .filter((title) => titleForm.test(title))
}

const maxTitles = 16
/** What is longer or has other signs is no title, and may be a person. */
const titleForm = /^[A-Za-z0-9][\w .-]{0,15}$/

/** NetworkAccessPointTypeCode 2 is an address, 1 a name. */
export function accessPointOf(participant: XmlElement | undefined): {
  readonly address: string | null
  readonly name: string | null
} {
  const point = participant?.attributes.get('NetworkAccessPointID') ?? null
  const isAddress = participant?.attributes.get('NetworkAccessPointTypeCode') === '2'
  return isAddress ? { address: point, name: null } : { address: null, name: point }
}

export function childrenOf(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((child) => child.name === name)
}

/** DICOM writes the attribute csd-code; RFC 3881 wrote code. */
export function codesOf(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name)
    .flatMap(({ attributes }) => attributes.get('csd-code') ?? attributes.get('code') ?? [])
    .filter(isCode)
}
