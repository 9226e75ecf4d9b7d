// Package URLs by the letter of the specification: the rules of each type, and the canonical text.
// SPDX-License-Identifier: EUPL-1.2
import { PackageURL } from 'packageurl-js'
import { type Purl, parsePurl } from './index.ts'

/**
 * As `parsePurl`, but null also for what breaks a rule of its type (purl-spec, types of August 2026). An inventory is
 * read with `parsePurl` all the same: a wrong letter in a qualifier must not cost a match.
 */
export function parseStrictPurl(text: string): Purl | null {
  const purl = parsePurl(text)
  if (purl === null) return null
  const typed = purl.type === 'git' ? withGitHost(purl) : purl
  return keepsRules(typed) ? typed : null
}

/** The canonical text; null if the parts break a rule. Parts need not be normalised. */
export function canonicalPurl(purl: Purl): string | null {
  const normal = normalise(purl)
  return normal !== null && keepsRules(normal) ? printCanonical(normal) : null
}

/** The namespace of a git repository is its host, the name everything below. */
function withGitHost(purl: Purl): Purl {
  const [host = '', ...path] = [...(purl.namespace?.split('/') ?? []), purl.name]
  return { ...purl, namespace: host, name: path.join('/') }
}

type Requirement = 'required' | 'prohibited'

const namespaces: ReadonlyMap<string, Requirement> = new Map([
  ...list(
    'required',
    'alpm apk bitbucket composer deb git github golang huggingface maven qpkg rpm swift vscode-extension',
  ),
  ...list(
    'prohibited',
    'bazel bitnami cargo chrome-extension cocoapods conda cran gem hackage julia mlflow nuget oci opam otp pub pypi vcpkg',
  ),
])

function list(requirement: Requirement, types: string): (readonly [string, Requirement])[] {
  return types.split(' ').map((type) => [type, requirement] as const)
}

function keepsRules({ type, namespace, name }: Purl): boolean {
  const requirement = namespaces.get(type)
  if (requirement === 'prohibited' && namespace !== null) return false
  if (requirement === 'required' && (namespace === null || namespace === '')) return false
  if (type === 'chrome-extension') return /^[a-p]{32}$/i.test(name)
  return type !== 'cpan' || !name.includes('::')
}

/** Letter case and the like, by the library; null for parts that make no package URL. */
function normalise(purl: Purl): Purl | null {
  try {
    const { type, namespace, name, version, qualifiers, subpath } = new PackageURL(
      purl.type,
      purl.namespace ?? undefined,
      purl.name,
      purl.version ?? undefined,
      purl.qualifiers.size === 0 ? undefined : Object.fromEntries(purl.qualifiers),
      purl.subpath ?? undefined,
    )
    return {
      type,
      name,
      namespace: namespace || null,
      version: version || null,
      qualifiers: new Map(Object.entries(qualifiers ?? {})),
      subpath: subpath || null,
    }
  } catch {
    // The library reports every invalid purl by throwing.
    return null
  }
}

function printCanonical({ type, namespace, name, version, qualifiers, subpath }: Purl): string {
  const path = [...(namespace?.split('/') ?? []), ...(type === 'git' ? name.split('/') : [name])].map(encode)
  const pairs = [...qualifiers]
    .filter(([, value]) => value !== '')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => `${key}=${encode(value)}`)
  return [
    `pkg:${type}/${path.join('/')}`,
    version === null ? '' : `@${encode(version)}`,
    pairs.length === 0 ? '' : `?${pairs.join('&')}`,
    subpath === null ? '' : `#${subpath.split('/').map(encode).join('/')}`,
  ].join('')
}

/** Letters, digits and `.-_~:` stand for themselves (purl-spec, character encoding). */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%3A', ':')
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
