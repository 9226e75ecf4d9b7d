// Reads the head of a CSAF document: who says it, what it is called, which revision it is.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, PublisherCategory, Tlp } from '../advisory/advisory.ts'
import { readReferences } from '../advisory/references.ts'
import {
  type JsonNode,
  objectAt,
  objectsAt,
  quoteForeign,
  readInstant,
  textAt,
  textsAt,
} from '../json/index.ts'

type Head = Omit<Advisory, 'format' | 'vulnerabilities' | 'statements' | 'remediations'>

/** Null with a fault if the document has no tracking id: nothing could refer to it. */
export function readHead(document: JsonNode, vulnerabilities: readonly JsonNode[]): Head | null {
  const tracking = objectAt(document, 'tracking')
  const trackingId = tracking === null ? null : textAt(tracking, 'id')
  if (tracking === null || trackingId === null) {
    reportMissing(document, '/tracking/id', 'so that nobody can refer to it')
    return null
  }
  const publisher = objectAt(document, 'publisher')
  const publisherName = publisher === null ? null : textAt(publisher, 'name')
  if (publisherName === null) reportMissing(document, '/publisher/name', 'so that nobody answers for it')
  const revisedAt = readInstantAt(tracking, 'current_release_date')
  return {
    publisher: publisherName ?? 'unknown',
    ...(publisher === null ? {} : readCategory(publisher)),
    trackingId,
    version: textAt(tracking, 'version') ?? revisedAt ?? '0',
    state: stateOf(document, tracking),
    title: (textAt(document, 'title') ?? trackingId).replace(/\s+/g, ' '),
    summary: summaryOf(document),
    language: textAt(document, 'lang'),
    tlp: readTlp(document),
    publishedAt: readInstantAt(tracking, 'initial_release_date'),
    revisedAt,
    references: readDocumentReferences([document, ...vulnerabilities]),
    aliases: textsAt(tracking, 'aliases'),
  }
}

const publisherCategories: readonly PublisherCategory[] = [
  'coordinator',
  'discoverer',
  'multiplier',
  'other',
  'translator',
  'user',
  'vendor',
]

/** An unknown word is no claim to any authority; the schema reports it. */
function readCategory(publisher: JsonNode): Pick<Head, 'publisherCategory'> {
  const word = textAt(publisher, 'category')
  const category = publisherCategories.find((known) => known === word)
  return category === undefined ? {} : { publisherCategory: category }
}

function reportMissing(document: JsonNode, path: string, consequence: string): void {
  document.faults.add(
    'incomplete',
    `${document.pointer}${path}`,
    `The document lacks ${document.pointer}${path}, ${consequence}.`,
    'Add it and send the document again.',
  )
}

function stateOf(document: JsonNode, tracking: JsonNode): Advisory['state'] {
  const category = textAt(document, 'category')
  // CSAF 2.1, 4.6 and 4.7: a superseded document no longer stands for itself either.
  if (category === 'csaf_withdrawn' || category === 'csaf_superseded') return 'withdrawn'
  return textAt(tracking, 'status') === 'draft' ? 'draft' : 'published'
}

function summaryOf(document: JsonNode): string | null {
  const notes = objectsAt(document, 'notes')
  for (const category of ['summary', 'description']) {
    const note = notes.find((candidate) => textAt(candidate, 'category') === category)
    if (note !== undefined) return textAt(note, 'text')
  }
  return null
}

/** TLP 1.0 of CSAF 2.0 says WHITE for what TLP 2.0 calls CLEAR. */
const tlpLabels: ReadonlyMap<string, Tlp> = new Map([
  ['WHITE', 'CLEAR'],
  ['CLEAR', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'AMBER+STRICT'],
  ['RED', 'RED'],
])

/** An unknown label counts as RED: too narrow can be widened, too wide can't be taken back. */
function readTlp(document: JsonNode): Tlp | null {
  const distribution = objectAt(document, 'distribution')
  const tlp = distribution === null ? null : objectAt(distribution, 'tlp')
  const label = tlp === null ? null : textAt(tlp, 'label')
  if (tlp === null || label === null) return null
  const known = tlpLabels.get(label.replace(/^TLP:/, ''))
  if (known !== undefined) return known
  tlp.faults.add(
    'tlp',
    `${tlp.pointer}/label`,
    `The TLP label ${quoteForeign(label)} is unknown; the document is treated as TLP:RED.`,
    'Use CLEAR, GREEN, AMBER, AMBER+STRICT or RED.',
  )
  return 'RED'
}

function readDocumentReferences(holders: readonly JsonNode[]): Advisory['references'] {
  return readReferences(
    holders.flatMap((holder) => objectsAt(holder, 'references')),
    (node) => textAt(node, 'summary'),
    (node) => textAt(node, 'category') === 'self',
  )
}

function readInstantAt(tracking: JsonNode, key: string): string | null {
  const text = textAt(tracking, key)
  const instant = text === null ? null : readInstant(text)
  if (text !== null && instant === null) {
    tracking.faults.add(
      'instant',
      `${tracking.pointer}/${key}`,
      `${quoteForeign(text)} is not a date and time; it was left out.`,
      'Write it as 2026-03-04T10:00:00Z.',
    )
  }
  return instant
}
