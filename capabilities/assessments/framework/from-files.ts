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

/** As the tables take them: a file may hold anything, and is taken in all the same. */
const limits = { version: 60, name: 300, ref: 120, title: 4000, depth: 50, language: 8, key: 120 } as const

/** Cut between characters: half of a pair is none that a database stores. */
function clipped(text: string, maxCharacters: number): string {
  return text.slice(0, maxCharacters).toWellFormed()
}

function fromOscal(document: OscalDocument): ReadFramework['framework'] {
  return {
    key: keyFromTitle(document.title),
    version: clipped(document.version, limits.version),
    name: clipped(document.title, limits.name),
    publisher: document.publisher && clipped(document.publisher, limits.name),
    language: 'en',
    format: 'oscal',
    rights: null,
    requirements: document.controls.map(({ label, title, text, depth, isControl }) => ({
      ref: clipped(label, limits.ref),
      depth,
      title: title && clipped(title, limits.title),
      text: text?.toWellFormed() ?? null,
      assessable: isControl,
    })),
  }
}

function fromCiso(library: CisoLibrary): ReadFramework['framework'] {
  const { framework } = library
  if (!framework) return null
  return {
    key: keyOfUrn(framework.urn),
    version: clipped(library.version, limits.version),
    name: clipped(framework.name, limits.name),
    publisher: library.provider && clipped(library.provider, limits.name),
    language: clipped(library.locale, limits.language),
    format: 'ciso-assistant',
    rights: library.copyright?.toWellFormed() ?? null,
    requirements: framework.nodes.map((node, index) => ({
      ref: clipped(node.ref ?? '', limits.ref) || `${index + 1}`,
      depth: Math.min(limits.depth, Math.max(1, Math.trunc(node.depth))),
      title: node.name && clipped(node.name, limits.title),
      text: node.description?.toWellFormed() ?? null,
      assessable: node.assessable,
    })),
  }
}

function mappingsOf({ mappings, name }: CisoLibrary): readonly Mapping[] {
  return mappings.map((one) => ({
    fromKey: keyOfUrn(one.fromFramework),
    fromRef: clipped(one.from, limits.ref),
    toKey: keyOfUrn(one.toFramework),
    toRef: clipped(one.to, limits.ref),
    relation: one.relationship,
    source: clipped(name, limits.name),
  }))
}

/** Letters and digits, with one hyphen or point between them. */
function keyOfUrn(urn: string): string {
  return (
    lastOfUrn(urn)
      .slice(0, limits.key)
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/[-.]{2,}/g, '-')
      .slice(0, limits.key)
      .replace(/^[-.]|[-.]$/g, '') || 'framework'
  )
}
