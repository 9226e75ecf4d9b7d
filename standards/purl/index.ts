// Package URLs: parsed, printed in their canonical form, and reduced to the package without its version.
// SPDX-License-Identifier: EUPL-1.2
import { PackageURL } from 'packageurl-js'

export interface Purl {
  readonly type: string
  readonly namespace: string | null
  readonly name: string
  readonly version: string | null
  readonly qualifiers: ReadonlyMap<string, string>
  readonly subpath: string | null
}

export const maxPurlCharacters = 2_048

/** Null for texts that are no valid package URL. */
export function parsePurl(text: string): Purl | null {
  const trimmed = text.trim()
  if (trimmed.length > maxPurlCharacters || !/^pkg:/i.test(trimmed)) return null
  try {
    return fromLibrary(PackageURL.fromString(trimmed))
  } catch {
    // The library reports every invalid purl by throwing; the caller decides what it means.
    return null
  }
}

export function printPurl(purl: Purl): string {
  const qualifiers = purl.qualifiers.size === 0 ? undefined : Object.fromEntries(purl.qualifiers)
  return new PackageURL(
    purl.type,
    purl.namespace ?? undefined,
    purl.name,
    purl.version ?? undefined,
    qualifiers,
    purl.subpath ?? undefined,
  ).toString()
}

/** Type, namespace and name in canonical form: the same for every version of a package. */
export function purlBase(purl: Purl): string {
  return printPurl({ ...purl, version: null, qualifiers: new Map(), subpath: null })
}

function fromLibrary(purl: PackageURL): Purl | null {
  // "pkg:npm/@1.0" has a version and no name; the library takes it for a name.
  if (purl.name === '' || (purl.name.startsWith('@') && purl.version === undefined)) return null
  return {
    type: purl.type,
    namespace: purl.namespace ?? null,
    name: purl.name,
    version: purl.version ?? null,
    qualifiers: new Map(Object.entries(purl.qualifiers ?? {})),
    subpath: purl.subpath ?? null,
  }
}
