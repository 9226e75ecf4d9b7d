// From what a file of others holds to a framework of ours, its requirements and mappings.
// SPDX-License-Identifier: EUPL-1.2
import { type CisoLibrary, lastOfUrn, readCisoLibrary } from '@salus/standards/ciso-assistant'
import type { Fault } from '@salus/standards/fault'
import { type OscalDocument, readOscal } from '@salus/standards/oscal'
import { type FrameworkHead, keyFromTitle, type Mapping, type Requirement } from './framework.ts'

export interface ReadFramework {
  /** Null for a file that holds mappings only. */
  readonly framework: (FrameworkHead & { readonly requirements: readonly Requirement[] }) | null
  readonly mappings: readonly Mapping[]
  readonly warnings: readonly Fault[]
}

export type FrameworkReading =
  | { readonly outcome: 'read'; readonly value: ReadFramework }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] }

/** JSON begins with a brace; everything else is tried as YAML. */
export function readFramework(bytes: Uint8Array): FrameworkReading {
  if (isJson(bytes)) {
    const read = readOscal(bytes)
    return read.outcome === 'read' ? taken(fromOscal(read.value), [], read.warnings) : read
  }
  const read = readCisoLibrary(bytes)
  if (read.outcome === 'refused') return read
  return taken(fromCiso(read.value), mappingsOf(read.value), read.warnings)
}

function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).replace(/^\uFEFF/, '')
  return start.trimStart().startsWith('{')
}

function taken(
  framework: ReadFramework['framework'],
  mappings: readonly Mapping[],
  warnings: readonly Fault[],
): FrameworkReading {
  return { outcome: 'read', value: { framework, mappings, warnings } }
}

function fromOscal(document: OscalDocument): ReadFramework['framework'] {
  return {
    key: keyFromTitle(document.title),
    version: document.version.slice(0, 60),
    name: document.title.slice(0, 300),
    publisher: document.publisher?.slice(0, 300) ?? null,
    language: 'en',
    format: 'oscal',
    rights: null,
    requirements: document.controls.map(({ label, title, text, depth, isControl }) => ({
      ref: label,
      depth,
      title,
      text,
      assessable: isControl,
    })),
  }
}

function fromCiso(library: CisoLibrary): ReadFramework['framework'] {
  const { framework } = library
  if (!framework) return null
  return {
    key: keyOfUrn(framework.urn),
    version: library.version,
    name: framework.name.slice(0, 300),
    publisher: library.provider?.slice(0, 300) ?? null,
    language: library.locale.slice(0, 8),
    format: 'ciso-assistant',
    rights: library.copyright,
    requirements: framework.nodes.map((node, index) => ({
      ref: node.ref ?? `${index + 1}`,
      depth: Math.max(1, Math.trunc(node.depth)),
      title: node.name,
      text: node.description,
      assessable: node.assessable,
    })),
  }
}

function mappingsOf({ mappings, name }: CisoLibrary): readonly Mapping[] {
  return mappings.map((one) => ({
    fromKey: keyOfUrn(one.fromFramework),
    fromRef: one.from,
    toKey: keyOfUrn(one.toFramework),
    toRef: one.to,
    relation: one.relationship,
    source: name.slice(0, 300),
  }))
}

function keyOfUrn(urn: string): string {
  return (
    lastOfUrn(urn)
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 120) || 'framework'
  )
}
