// Reads who made a CycloneDX VEX, what it is called and by what its next revision is recognised.
// SPDX-License-Identifier: EUPL-1.2
import type { Vulnerability } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, objectsAt, readInstant, textAt } from '../json/index.ts'
import { maxTrackingIdCharacters } from './vex-limits.ts'

export function publisherOf(root: JsonNode): string {
  return namedPublisher(objectAt(root, 'metadata')) ?? reportPublisher(root)
}

function namedPublisher(metadata: JsonNode | null): string | null {
  if (metadata === null) return null
  const component = objectAt(metadata, 'component')
  const holders = [
    objectAt(metadata, 'manufacturer'),
    objectAt(metadata, 'supplier'),
    objectAt(metadata, 'manufacture'),
    component === null ? null : objectAt(component, 'manufacturer'),
    component === null ? null : objectAt(component, 'supplier'),
    objectsAt(metadata, 'authors')[0] ?? null,
  ]
  for (const holder of holders) {
    const name = holder === null ? null : textAt(holder, 'name')
    if (name !== null) return name
  }
  return component === null ? null : textAt(component, 'publisher')
}

/** Without a serial number, by what it is about: the next revision then takes the place of this one. */
export function trackingIdOf(root: JsonNode, vulnerabilities: readonly Vulnerability[]): string {
  const serial = textAt(root, 'serialNumber')
  if (serial !== null) return serial.slice(0, maxTrackingIdCharacters)
  root.faults.add(
    'no-serial-number',
    '/serialNumber',
    'The document has no serial number; it is recognised by its product and its vulnerabilities.',
    'Give it a serial number, which all revisions keep.',
  )
  const keys = vulnerabilities.map(({ key }) => key).join(' ')
  return `${productOf(objectAt(root, 'metadata')) ?? 'VEX'}: ${keys}`.slice(0, maxTrackingIdCharacters)
}

export function titleOf(root: JsonNode, vulnerabilities: readonly Vulnerability[]): string {
  const product = productOf(objectAt(root, 'metadata'))
  const [first, ...more] = vulnerabilities.map(({ key }) => key)
  const what = more.length === 0 ? (first ?? '') : `${first} + ${more.length}`
  return product === null ? `VEX: ${what}` : `VEX: ${product}, ${what}`
}

function productOf(metadata: JsonNode | null): string | null {
  const component = metadata === null ? null : objectAt(metadata, 'component')
  if (component === null) return null
  return [textAt(component, 'name'), textAt(component, 'version')].filter(Boolean).join(' ') || null
}

export function statedAtOf(root: JsonNode): string | null {
  const metadata = objectAt(root, 'metadata')
  const text = metadata === null ? null : textAt(metadata, 'timestamp')
  return text === null ? null : readInstant(text)
}

function reportPublisher(root: JsonNode): string {
  root.faults.add(
    'author',
    '/metadata',
    'The document does not say who made it, so that nobody answers for it.',
    'Name the manufacturer, the supplier or the authors in metadata.',
  )
  return 'unknown'
}
