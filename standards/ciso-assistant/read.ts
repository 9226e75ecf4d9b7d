// Reads a library file of CISO Assistant, or says everything that keeps it from being one.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import {
  atKey,
  booleanAt,
  collectFaults,
  type FaultCollector,
  type JsonNode,
  numberAt,
  objectAt,
  objectsAt,
  rootOf,
  textAt,
} from '../json/index.ts'
import { type CisoFramework, type CisoLibrary, type CisoNode, localPart } from './library.ts'
import { maxNodes, maxTextCharacters } from './limits.ts'
import { mappingsAt } from './mappings.ts'
import { readYaml } from './yaml.ts'

export function readCisoLibrary(bytes: Uint8Array): Reading<CisoLibrary> {
  const yaml = readYaml(bytes)
  return yaml.outcome === 'refused' ? yaml : readCisoValue(yaml.value)
}

export function readCisoValue(value: unknown): Reading<CisoLibrary> {
  const faults = collectFaults('ciso-assistant')
  const root = rootOf(value, faults)
  const objects = root && objectAt(root, 'objects')
  if (!root || !objects) return refused([notALibrary, ...faults.list()])
  const framework = frameworkAt(objects, faults)
  const mappings = mappingsAt(objects, faults)
  const urn = required(root, 'urn', faults)
  const name = required(root, 'name', faults)
  if (!framework && mappings.length === 0)
    faults.add(
      'nothing',
      '/objects',
      'The library holds neither a framework nor a mapping set.',
      'Libraries of threats, policies or presets are not read. Choose one with a framework.',
    )
  const [first, ...more] = faults.list()
  if (first || !urn || !name) return refused([...(first ? [first] : []), ...more])
  return {
    outcome: 'read',
    value: {
      urn,
      name,
      version: versionOf(root),
      locale: textAt(root, 'locale') ?? 'en',
      provider: textAt(root, 'provider'),
      copyright: textAt(root, 'copyright')?.slice(0, maxTextCharacters) ?? null,
      framework,
      mappings,
    },
    warnings: [],
  }
}

const notALibrary: Fault = {
  code: 'ciso-assistant/not-a-library',
  place: '/objects',
  detail: 'The file has no list of objects, so it is no library of CISO Assistant.',
  remedy: 'Send a library file, with "urn", "name" and "objects".',
}

function refused(faults: readonly Fault[]): Reading<CisoLibrary> {
  const [first = notALibrary, ...rest] = faults
  return { outcome: 'refused', faults: [first, ...rest] }
}

function versionOf(root: JsonNode): string {
  const version = atKey(root, 'version')
  if (typeof version === 'number') return String(version)
  return (typeof version === 'string' && textAt(root, 'version')?.slice(0, 60)) || '1'
}

/** Newer files hold a list of frameworks; the first counts. */
function frameworkAt(objects: JsonNode, faults: FaultCollector): CisoFramework | null {
  const node = Array.isArray(atKey(objects, 'frameworks'))
    ? (objectsAt(objects, 'frameworks')[0] ?? null)
    : objectAt(objects, 'framework')
  if (!node) return null
  const urn = required(node, 'urn', faults)
  const name = required(node, 'name', faults)
  const found = objectsAt(node, 'requirement_nodes')
  if (found.length === 0 || found.length > maxNodes) {
    faults.add(
      found.length === 0 ? 'empty' : 'too-many',
      `${node.pointer}/requirement_nodes`,
      `${found.length} requirements; from 1 to ${maxNodes} are read.`,
      'Check that this is the right file.',
    )
    return null
  }
  if (!urn || !name) return null
  const nodes = found.flatMap((one) => nodeOf(one, faults) ?? [])
  checkParents(nodes, node, faults)
  return { urn, name, ref: textAt(node, 'ref_id'), nodes }
}

function nodeOf(node: JsonNode, faults: FaultCollector): CisoNode | null {
  const urn = required(node, 'urn', faults)
  if (!urn) return null
  const translations = objectAt(node, 'translations')
  return {
    urn,
    ref: refOf(node) ?? (/^node\d+$/.test(localPart(urn)) ? null : localPart(urn).toUpperCase()),
    name: clipped(node, 'name'),
    description: clipped(node, 'description'),
    translations: Object.fromEntries(
      Object.keys(translations?.value ?? {}).flatMap((locale) => {
        const words = translations && objectAt(translations, locale)
        return words
          ? [[locale, { name: clipped(words, 'name'), description: clipped(words, 'description') }] as const]
          : []
      }),
    ),
    depth: numberAt(node, 'depth') ?? 1,
    parentUrn: textAt(node, 'parent_urn'),
    assessable: booleanAt(node, 'assessable') ?? false,
  }
}

/** `21.1` without quotes is a number in YAML. */
function refOf(node: JsonNode): string | null {
  const ref = atKey(node, 'ref_id')
  return typeof ref === 'number' ? String(ref) : (textAt(node, 'ref_id')?.slice(0, 120) ?? null)
}

/** A number is a text here too: some names are years. */
function clipped(node: JsonNode, key: string): string | null {
  const value = atKey(node, key)
  if (typeof value === 'number') return String(value)
  return textAt(node, key)?.slice(0, maxTextCharacters) ?? null
}

function required(node: JsonNode, key: string, faults: FaultCollector): string | null {
  const text = textAt(node, key)
  if (text === null)
    faults.add(
      'required',
      `${node.pointer}/${key}`,
      'This field is required and is not there.',
      'Get the file from its publisher again.',
    )
  return text
}

function checkParents(nodes: readonly CisoNode[], node: JsonNode, faults: FaultCollector): void {
  const known = new Set<string>()
  for (const [index, { urn, parentUrn }] of nodes.entries()) {
    const place = `${node.pointer}/requirement_nodes/${index}`
    if (known.has(urn))
      faults.add(
        'twice',
        `${place}/urn`,
        'This requirement is there twice.',
        'Ask the publisher which counts.',
      )
    if (parentUrn && !known.has(parentUrn))
      faults.add(
        'parent',
        `${place}/parent_urn`,
        'The requirement above this one does not stand before it.',
        'Ask the publisher for a corrected file.',
      )
    known.add(urn)
  }
}
