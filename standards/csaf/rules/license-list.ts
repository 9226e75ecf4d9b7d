// The SPDX licence list as far as it is at hand: identifiers from the CycloneDX schemas, and the deprecated ones.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { schemaFile } from '../../cyclonedx/schema-files.ts'

let listed: ReadonlySet<string> | null = null

/**
 * Identifiers of AboutCode's LicenseDB (`LicenseRef-scancode-…`) count as listed: the database is not at hand, and a
 * licence text that stands there need not be printed.
 */
export function isListedLicense(id: string): boolean {
  return id.startsWith('LicenseRef-scancode-') || spdxIds().has(id) || furtherIds.has(id)
}

export function isListedException(id: string): boolean {
  return spdxIds().has(id)
}

/** In the SPDX list, but not in the copy that CycloneDX brings. */
const furtherIds = new Set(['any-OSI', 'any-OSI-perl-modules'])

/** Licences and exceptions in one list, loaded when a document names the first licence. */
function spdxIds(): ReadonlySet<string> {
  listed ??= readIds()
  return listed
}

function readIds(): ReadonlySet<string> {
  const path = schemaFile('spdx.SNAPSHOT.schema.json')
  // A schema of the library, whose enumeration is the list.
  const schema = JSON.parse(readFileSync(path, 'utf8')) as { readonly enum: readonly string[] }
  return new Set(schema.enum)
}

/** Deprecated in the SPDX licence list 3.27. */
export const deprecatedLicenses: ReadonlySet<string> = new Set(
  `AGPL-1.0 AGPL-3.0 BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD bzip2-1.0.5 eCos-2.0 GFDL-1.1 GFDL-1.2 GFDL-1.3
  GPL-1.0 GPL-2.0 GPL-2.0-with-autoconf-exception GPL-2.0-with-bison-exception GPL-2.0-with-classpath-exception
  GPL-2.0-with-font-exception GPL-2.0-with-GCC-exception GPL-3.0 GPL-3.0-with-autoconf-exception
  GPL-3.0-with-GCC-exception LGPL-2.0 LGPL-2.1 LGPL-3.0 Net-SNMP Nunit StandardML-NJ wxWindows
  Nokia-Qt-exception-1.1`.split(/\s+/),
)
