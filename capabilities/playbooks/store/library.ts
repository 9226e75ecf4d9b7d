// The playbooks of our own library, read from their files once and checked before anybody relies on them.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { playbookSchema, textsSchema, type WholePlaybook } from '../playbook.ts'

export const libraryFolder = join(import.meta.dirname, '..', 'library')
export const languages = ['en', 'de', 'fr', 'it'] as const

let read: readonly WholePlaybook[] | null = null

/** In the order of their keys. Throws and names the file where one does not have its form. */
export function ownPlaybooks(): readonly WholePlaybook[] {
  read ??= readLibrary(libraryFolder)
  return read
}

export function readLibrary(folder: string): readonly WholePlaybook[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readPlaybook(join(folder, name), name))
    .toSorted((a, b) => (a.playbook.key < b.playbook.key ? -1 : 1))
}

function readPlaybook(folder: string, key: string): WholePlaybook {
  const playbook = parse(join(folder, 'playbook.json'), playbookSchema)
  if (playbook.key !== key)
    throw new Error(`${folder}: the key is ${playbook.key}, the folder is called ${key}.`)
  const texts = Object.fromEntries(
    languages.map((language) => [language, parse(join(folder, `${language}.json`), textsSchema)]),
  )
  return { playbook, origin: 'own', texts, tlp: null }
}

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { message: string } }
}

function parse<T>(file: string, schema: Schema<T>): T {
  const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`)
  return parsed.data
}
