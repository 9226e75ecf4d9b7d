// Reads the local values of placeholders (%domain_controllers%) from a YAML or JSON file.
// SPDX-License-Identifier: EUPL-1.2
import { readGivenFile } from '../run/given-file.ts'
import { runLimits } from '../run/limits.ts'
import { readPlainDocuments, YamlFault } from '../sigma/plain.ts'
import type { Placeholders } from '../sigma/values.ts'

export async function readPlaceholders(path: string | null): Promise<Placeholders> {
  if (path === null) return new Map()
  const [document] = readPlainDocuments(await readGivenFile(path, runLimits.maxPlaceholderBytes))
  if (document instanceof YamlFault) throw new Error(`${path}, line ${document.line}: ${document.message}.`)
  const map = document?.value
  if (!(map instanceof Map)) throw new Error(`${path}: a map of names and lists is expected.`)
  return new Map(
    [...map].map(([name, values]): readonly [string, readonly string[]] => [
      name,
      (Array.isArray(values) ? values : [values]).map(String),
    ]),
  )
}
