// The address by which an OpenVEX document says what it is.
// SPDX-License-Identifier: EUPL-1.2

const namespace = 'https://openvex.dev/ns'

/** `https://openvex.dev/ns`, also with a version behind it; JSON-LD allows a list of contexts too. */
export function isOpenVexContext(context: unknown): boolean {
  const one: unknown = Array.isArray(context) ? context[0] : context
  return typeof one === 'string' && (one === namespace || one.startsWith(`${namespace}/`))
}

/** The version in the address; without one it is the first (OpenVEX 0.2.0, "Document Struct Fields"). */
export function versionOfContext(context: unknown): string {
  const one: unknown = Array.isArray(context) ? context[0] : context
  const rest = typeof one === 'string' ? one.slice(namespace.length + 1) : ''
  return rest.replace(/^v/, '') || '0.0.1'
}
