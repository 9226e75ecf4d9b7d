// Reads a folder of data files against a schema: every fault of every file at once, each with its place.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'

/** In the order of the file names. Throws one error that names file and place of every fault; no folder is no data. */
export function readDataFolder<S extends z.ZodType>(
  folder: string,
  schema: S,
): readonly { readonly file: string; readonly data: z.output<S> }[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
  const faults: string[] = []
  const read = files.flatMap((file) => {
    const json = parseJson(join(folder, file), faults)
    if (json === undefined) return []
    const parsed = schema.safeParse(json)
    if (parsed.success) return [{ file, data: parsed.data }]
    faults.push(
      ...parsed.error.issues.map(
        ({ path, message }) => `${join(folder, file)} at /${path.join('/')}: ${message}`,
      ),
    )
    return []
  })
  if (faults.length > 0) throw new Error(`Data files are not as they must be:\n${faults.join('\n')}`)
  return read
}

function parseJson(path: string, faults: string[]): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    faults.push(`${path}: ${error instanceof Error ? error.message : 'is not JSON'}`)
    return undefined
  }
}
