// Reads an OSCAL catalogue or profile, or says everything that keeps it from being one.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import {
  collectFaults,
  type FaultCollector,
  type JsonNode,
  objectAt,
  objectsAt,
  readJson,
  rootOf,
  textAt,
} from '../json/index.ts'
import { controlsOfCatalog } from './controls.ts'
import type { OscalControl, OscalDocument } from './document.ts'
import { maxControls, maxEntries, oscalJsonLimits } from './limits.ts'
import { controlsOfProfile } from './profile.ts'

export function readOscal(bytes: Uint8Array): Reading<OscalDocument> {
  const json = readJson(bytes, oscalJsonLimits)
  if (json.outcome === 'refused') return json
  return readOscalJson(json.value)
}

/** Refused as soon as one control cannot be told from another: half a catalogue would call a house better than it is. */
export function readOscalJson(json: unknown): Reading<OscalDocument> {
  const faults = collectFaults('oscal')
  const warnings = collectFaults('oscal')
  const root = rootOf(json, faults)
  const catalog = root && objectAt(root, 'catalog')
  const profile = root && !catalog ? objectAt(root, 'profile') : null
  const node = catalog ?? profile
  if (!node) return refused([notOscal, ...faults.list()])
  const controls = catalog ? controlsOfCatalog(catalog, faults, warnings) : controlsOfProfile(node, warnings)
  checkControls(controls, node, faults)
  const head = headOf(node, faults)
  const [first, ...more] = faults.list()
  if (first || !head) return refused([...(first ? [first] : []), ...more, ...warnings.list()])
  return {
    outcome: 'read',
    value: { kind: catalog ? 'catalog' : 'profile', ...head, controls },
    warnings: warnings.list(),
  }
}

const notOscal: Fault = {
  code: 'oscal/not-oscal',
  place: '',
  detail: 'The document holds neither a catalog nor a profile.',
  remedy:
    'Send an OSCAL catalogue or profile as JSON; of a profile, its resolved catalogue holds the texts too.',
}

function refused(faults: readonly Fault[]): Reading<OscalDocument> {
  const [first = notOscal, ...rest] = faults
  return { outcome: 'refused', faults: [first, ...rest] }
}

function headOf(node: JsonNode, faults: FaultCollector): Omit<OscalDocument, 'kind' | 'controls'> | null {
  const metadata = objectAt(node, 'metadata')
  const uuid = textAt(node, 'uuid')
  const title = metadata && textAt(metadata, 'title')
  const version = metadata && textAt(metadata, 'version')
  const lacking = [!uuid && '/uuid', !title && '/metadata/title', !version && '/metadata/version']
  for (const place of lacking)
    if (place)
      faults.add(
        'required',
        `${node.pointer}${place}`,
        'This field is required and is not there.',
        'Ask the publisher for a complete document.',
      )
  if (!metadata || !uuid || !title || !version) return null
  return {
    uuid,
    title,
    version,
    oscalVersion: textAt(metadata, 'oscal-version'),
    lastModified: textAt(metadata, 'last-modified'),
    publisher: publisherOf(metadata),
  }
}

function publisherOf(metadata: JsonNode): string | null {
  const [party] = objectsAt(metadata, 'parties')
  return party ? textAt(party, 'name') : null
}

function checkControls(controls: readonly OscalControl[], node: JsonNode, faults: FaultCollector): void {
  const only = controls.filter(({ isControl }) => isControl)
  if (only.length === 0)
    faults.add('empty', node.pointer, 'There is no control in it.', 'Check that this is the right file.')
  if (only.length > maxControls || controls.length > maxEntries)
    faults.add(
      'too-many',
      node.pointer,
      `${only.length} controls and ${controls.length - only.length} groups; at most ${maxControls} controls and ${maxEntries} of both are read.`,
      'Split the catalogue.',
    )
  const seen = new Set<string>()
  for (const { id } of only) {
    if (seen.has(id))
      faults.add(
        'twice',
        node.pointer,
        `The control ${id.slice(0, 80)} is there twice.`,
        'Ask the publisher which of them counts.',
      )
    seen.add(id)
  }
}
