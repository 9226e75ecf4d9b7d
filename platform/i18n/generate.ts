// Writes keys.ts from the English files, so that a wrong key or a forgotten value does not compile.
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readLocales, readMessages, sourceLocale } from './files.ts'
import { isPlainTag, type MessageShape, type PlaceholderKind, readShape } from './message.ts'

const header = `// The translation keys with the values and tags each asks for; written by generate.ts, not by hand.
// SPDX-License-Identifier: EUPL-1.2
// biome-ignore-all format: one line per message
`

/** Run after every change of an English file: \`node --import tsx platform/i18n/generate.ts\`. */
export function generateKeys(directory: string): string {
  const locales = readLocales(directory)
  const lines = [...readMessages(directory, sourceLocale)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, message]) => ({ key, shape: readShape(message, sourceLocale) }))
  return [
    header,
    `export const locales = [${locales.map(quote).join(', ')}] as const`,
    'export type Locale = (typeof locales)[number]',
    '',
    '/** What each message asks for. */',
    'export interface MessageValues {',
    ...lines.map(({ key, shape }) => `  ${quote(key)}: ${valuesType(shape)}`),
    '}',
    '',
    '/** The tags, such as a link, that the page must explain to `tr`. */',
    ...tagTypes(lines),
    '',
    'export type TranslationKey = keyof MessageValues',
    '',
  ].join('\n')
}

function valuesType(shape: MessageShape): string {
  const fields = [...shape.placeholders].map(([name, kind]) => `readonly ${name}: ${placeholderType(kind)}`)
  return fields.length === 0 ? 'Record<never, never>' : `{ ${fields.join('; ')} }`
}

function placeholderType(kind: PlaceholderKind): string {
  if (kind === 'number') return 'number'
  if (kind === 'text') return 'string | number'
  return kind.includes('other') && kind.length === 1 ? 'string' : kind.map(quote).join(' | ')
}

function tagTypes(
  lines: readonly { readonly key: string; readonly shape: MessageShape }[],
): readonly string[] {
  const tagged = lines
    .map(({ key, shape }) => ({ key, tags: [...shape.tags].filter((tag) => !isPlainTag(tag)) }))
    .filter(({ tags }) => tags.length > 0)
  if (tagged.length === 0) return ['export type MessageTags = Record<never, never>']
  const fields = tagged.map(({ key, tags }) => `  ${quote(key)}: ${tags.map(quote).join(' | ')}`)
  return ['export interface MessageTags {', ...fields, '}']
}

function quote(text: string): string {
  return `'${text}'`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = fileURLToPath(new URL('../../translations', import.meta.url))
  writeFileSync(new URL('./keys.ts', import.meta.url), generateKeys(directory))
}
