// Where the schemas of CycloneDX lie: they come with the installed CycloneDX library.
// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export function schemaFile(name: string): string {
  const library = createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')
  return join(dirname(library), 'res', 'schema', name)
}
