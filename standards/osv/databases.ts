// Names of the databases that publish OSV records, by the prefix of their ids.
// SPDX-License-Identifier: EUPL-1.2

const databases: ReadonlyMap<string, string> = new Map([
  ['GO', 'Go Vulnerability Database'],
  ['PYSEC', 'Python Packaging Advisory Database'],
  ['GHSA', 'GitHub Advisory Database'],
  ['RUSTSEC', 'RustSec Advisory Database'],
  ['OSV', 'OSS-Fuzz'],
  ['MAL', 'OpenSSF Malicious Packages'],
  ['ALPINE', 'Alpine Security Database'],
  ['DSA', 'Debian Security Advisories'],
  ['DLA', 'Debian Security Advisories'],
  ['DEBIAN', 'Debian Security Tracker'],
  ['USN', 'Ubuntu Security Notices'],
  ['UBUNTU', 'Ubuntu Security Notices'],
  ['RHSA', 'Red Hat Security Data'],
  ['RHBA', 'Red Hat Security Data'],
  ['RHEA', 'Red Hat Security Data'],
])

/** The prefix itself where the database is not known. */
export function databaseOf(id: string): string {
  const prefix = id.split('-')[0] ?? id
  return databases.get(prefix) ?? prefix
}
