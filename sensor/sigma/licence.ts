// Finds the licence of a rule folder, so that every finding can name it.
// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE.Detection.Rules.md', 'LICENCE', 'LICENCE.md']
const maxBytes = 16_384
/** SigmaHQ keeps its licence at the top, its rules in folders below. */
const maxLevelsUp = 3

const known: readonly (readonly [RegExp, string])[] = [
  [/Detection Rule License[^.]{0,20}1\.1|\bDRL\b[^.]{0,10}1\.1/, 'DRL-1.1'],
  [/Detection Rule License|\bDRL\b/, 'DRL-1.0'],
  [/European Union Public Licen[cs]e/i, 'EUPL-1.2'],
  [/Apache License/, 'Apache-2.0'],
  [/GNU AFFERO GENERAL PUBLIC LICENSE/, 'AGPL-3.0'],
  [/GNU GENERAL PUBLIC LICENSE/, 'GPL'],
  [/Permission is hereby granted, free of charge/, 'MIT'],
]

/** A short name of the licence that lies in the folder or above it; its first line where the text is not known. */
export async function licenceOf(path: string): Promise<string | null> {
  let folder = resolve(path)
  for (let level = 0; level <= maxLevelsUp; level++) {
    for (const name of names) {
      const text = await beginningOf(join(folder, name))
      if (text !== null) return nameOf(text)
    }
    folder = dirname(folder)
  }
  return null
}

function nameOf(text: string): string | null {
  const found = known.find(([pattern]) => pattern.test(text))
  return (
    found?.[1] ??
    text
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim()
      .slice(0, 100) ??
    null
  )
}

async function beginningOf(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(maxBytes), 0, maxBytes, 0)
      return buffer.toString('utf8', 0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    // Not there, or a folder of that name.
    return null
  }
}
