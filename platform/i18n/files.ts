// Reads the translation files: one folder per language, one file per capability, flat keys to ICU messages.
// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export type Messages = ReadonlyMap<string, string>

/** The English files decide which keys there are. */
export const sourceLocale = 'en'

const localeFolder = /^[a-z]{2}$/

export function readLocales(directory: string): readonly string[] {
  const folders = readdirSync(directory, { withFileTypes: true })
  return folders
    .filter((entry) => entry.isDirectory() && localeFolder.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** Throws and names the file when a key is not a text, stands twice, or does not begin with the file's name. */
export function readMessages(directory: string, locale: string): Messages {
  const messages = new Map<string, string>()
  const files = readdirSync(join(directory, locale))
    .filter((name) => name.endsWith('.json'))
    .sort()
  for (const file of files) {
    for (const [key, message] of readFile(join(directory, locale, file))) {
      if (!key.startsWith(`${basename(file, '.json')}.`)) {
        throw new Error(`${locale}/${file}: the key ${key} must begin with "${basename(file, '.json')}.".`)
      }
      messages.set(key, message)
    }
  }
  return messages
}

function readFile(path: string): readonly (readonly [string, string])[] {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new Error(`${path}: must be one object of keys and messages.`)
  }
  return Object.entries(content).map(([key, message]: [string, unknown]) => {
    if (typeof message !== 'string' || message === '')
      throw new Error(`${path}: ${key} must be a text that is not empty.`)
    return [key, message] as const
  })
}
