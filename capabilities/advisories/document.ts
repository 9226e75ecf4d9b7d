// Reads the bytes of one document that arrived: an advisory, the KEV catalogue, EPSS values, or none, with its faults.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { type Advisory, readAdvisory } from '@salus/standards/advisory'
import { type EpssRelease, isEpss, readEpss } from '@salus/standards/epss'
import type { Fault } from '@salus/standards/fault'
import { readJson } from '@salus/standards/json'
import type { KevCatalogue } from '@salus/standards/kev'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { unreadExtensionsOf } from './extensions.ts'
import { hasFix, remediationFingerprint } from './fingerprint.ts'
import type { AdvisoryContent, ReceivedDocument, Validity } from './recorded.ts'

interface DocumentCommon {
  readonly received: ReceivedDocument
  /** Hex. */
  readonly sha256: string
  readonly faults: readonly Fault[]
}

/** Without its statements: half a million of them would not fit beside those of other documents. */
export interface AdvisoryDocument extends DocumentCommon {
  readonly kind: 'advisory'
  readonly content: AdvisoryContent
  readonly catalogue: Catalogue
  readonly fingerprint: string
  readonly hasFix: boolean
  readonly validity: Validity
}

export interface KevDocument extends DocumentCommon {
  readonly kind: 'kev'
  readonly catalogue: KevCatalogue
}

/** Without its values, of which there are hundreds of thousands: they are read again when they are saved. */
export interface EpssDocument extends DocumentCommon {
  readonly kind: 'epss'
  readonly release: EpssRelease
}

export interface UnreadableDocument extends DocumentCommon {
  readonly kind: 'unreadable'
}

export type ReadDocument = AdvisoryDocument | KevDocument | EpssDocument | UnreadableDocument

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Never throws; work of the processor only, so it runs before the transaction. */
export async function readDocument(
  received: ReceivedDocument,
  sha256 = sha256Of(received.bytes),
): Promise<ReadDocument> {
  const document = { received, sha256 }
  if (isEpss(received.bytes)) return readEpssDocument(document)
  const json = readJson(received.bytes)
  if (json.outcome === 'refused') return { ...document, kind: 'unreadable', faults: json.faults }
  const reading = await readAdvisory(json.value)
  const faults = [...json.warnings, ...reading.faults]
  if (reading.kev !== null) return { ...document, kind: 'kev', catalogue: reading.kev, faults }
  if (reading.advisory === null) return { ...document, kind: 'unreadable', faults }
  const tooLong = findTooLong(reading.advisory)
  if (tooLong !== null) return { ...document, kind: 'unreadable', faults: [tooLong, ...faults] }
  const { statements: _, ...content } = reading.advisory
  return {
    ...document,
    kind: 'advisory',
    content,
    catalogue: catalogueOf(reading.advisory, json.value),
    fingerprint: remediationFingerprint(reading.advisory),
    hasFix: hasFix(reading.advisory),
    validity: reading.validity,
    faults: [...extensionFaults(json.value), ...faults],
  }
}

/** CSAF 2.1, section on extensions: who reads a document warns of what it does not understand of it. */
function extensionFaults(json: unknown): readonly Fault[] {
  const { essential, significant } = unreadExtensionsOf(json)
  if (essential + significant === 0) return []
  return [
    {
      code: 'advisory/unread-extension',
      place: '',
      detail: `The document has extensions that are not read here: ${essential} that its publisher calls essential, ${significant} significant.`,
      remedy: 'Open the document itself, or ask the publisher what the extensions say.',
    },
  ]
}

const maxEpssFaults = 100

/** Read once to its end before anything is written: a file that breaks off is not taken in by half. */
async function readEpssDocument(
  document: Pick<ReadDocument, 'received' | 'sha256'>,
): Promise<EpssDocument | UnreadableDocument> {
  const faults: Fault[] = []
  let release: EpssRelease = { modelVersion: null, scoreDate: null }
  for await (const part of readEpss(document.received.bytes)) {
    if (part.outcome === 'refused')
      return { ...document, kind: 'unreadable', faults: [part.fault, ...faults] }
    release = part.release
    faults.push(...part.faults.slice(0, maxEpssFaults - faults.length))
  }
  return { ...document, kind: 'epss', release, faults }
}

/** A document and what it says; null where it cannot be read any more. */
export async function readStoredDocument(
  bytes: Uint8Array,
): Promise<{ readonly json: unknown; readonly advisory: Advisory } | null> {
  const json = readJson(bytes)
  if (json.outcome !== 'read') return null
  // It was checked when it was stored.
  const { advisory } = await readAdvisory(json.value, { validate: false })
  return advisory === null ? null : { json: json.value, advisory }
}

export async function readStoredAdvisory(bytes: Uint8Array): Promise<Advisory | null> {
  return (await readStoredDocument(bytes))?.advisory ?? null
}

/** In bytes of UTF-8: an index of the database takes rows of some 2,700 bytes. */
const maxIdentityBytes = 1_000
const maxKeyBytes = 1_000

function findTooLong(advisory: Advisory): Fault | null {
  const identity = {
    publisher: advisory.publisher,
    trackingId: advisory.trackingId,
    version: advisory.version,
  }
  for (const [name, text] of Object.entries(identity))
    if (Buffer.byteLength(text) > maxIdentityBytes) return tooLongFault(name, Buffer.byteLength(text))
  const key = advisory.vulnerabilities.find((one) => Buffer.byteLength(one.key) > maxKeyBytes)?.key
  return key === undefined ? null : tooLongFault('the id of a vulnerability', Buffer.byteLength(key))
}

function tooLongFault(name: string, bytes: number): Fault {
  return {
    code: 'advisory/identifier-too-long',
    place: '',
    detail: `The document cannot be told from others: ${name} has ${bytes} bytes, at most ${maxIdentityBytes} are kept.`,
    remedy: 'Ask the publisher for a short, unique identifier.',
  }
}
