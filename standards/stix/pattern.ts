// STIX patterns of single observations (STIX 2.1, part 9).
// SPDX-License-Identifier: EUPL-1.2

const paths: Readonly<Record<string, string>> = {
  domain: 'domain-name:value',
  ipv4: 'ipv4-addr:value',
  ipv6: 'ipv6-addr:value',
  url: 'url:value',
  md5: 'file:hashes.MD5',
  sha1: "file:hashes.'SHA-1'",
  sha256: "file:hashes.'SHA-256'",
  email: 'email-addr:value',
  'file-name': 'file:name',
}

/** Null where the type has no observable: then it can't be shared this way, and the caller says so. */
export function stixPattern(type: string, value: string): string | null {
  const path = Object.hasOwn(paths, type) ? paths[type] : undefined
  return path === undefined ? null : `[${path} = '${value.replaceAll(/[\\']/g, '\\$&')}']`
}
