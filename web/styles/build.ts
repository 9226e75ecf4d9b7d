// Builds the style sheet, and again only when something it is made of has changed.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface BuiltStyles {
  readonly css: string
  /** Part of the file's address, so that browsers may keep it for ever. */
  readonly hash: string
}

const sources = new URL('./', import.meta.url)
const buildDirectory = new URL('../../build/', import.meta.url)
const stored = new URL('styles.css', buildDirectory)
const libraryManifest = createRequire(import.meta.url).resolve('govuk-frontend/package.json')
const hashLength = 16

/** The compiler is loaded only when the stored sheet is made of other inputs: reading takes milliseconds, compiling a second. */
export async function buildStyles(): Promise<BuiltStyles> {
  const stamp = `/* Salus, EUPL-1.2; with parts of govuk-frontend, MIT; inputs ${hashInputs()} */\n`
  const known = readStored()
  if (known?.startsWith(stamp)) return { css: known, hash: hashOf(known) }
  const css = stamp + (await compile())
  store(css)
  return { css, hash: hashOf(css) }
}

function hashInputs(): string {
  const names = readdirSync(sources)
    .filter((name) => name.endsWith('.scss') || name === 'build.ts')
    .sort()
  const inputs = names.map((name) => `${name}\n${readFileSync(new URL(name, sources), 'utf8')}`)
  return hashOf([readFileSync(libraryManifest, 'utf8'), ...inputs].join('\0'))
}

async function compile(): Promise<string> {
  const { compileAsync } = await import('sass')
  const loadPaths = [dirname(dirname(libraryManifest))]
  const result = await compileAsync(fileURLToPath(new URL('salus.scss', sources)), {
    style: 'compressed',
    charset: false,
    loadPaths,
  })
  return result.css
}

function readStored(): string | undefined {
  try {
    return readFileSync(stored, 'utf8')
  } catch {
    return undefined
  }
}

// A read-only installation compiles at each start instead. Renaming keeps a second process from reading half a file.
function store(css: string): void {
  const draft = new URL(`styles.${process.pid}.css`, buildDirectory)
  try {
    mkdirSync(buildDirectory, { recursive: true })
    writeFileSync(draft, css)
    renameSync(draft, stored)
  } catch (error) {
    process.emitWarning(
      `The style sheet could not be kept in build/ and will be compiled at each start: ${String(error)}`,
    )
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, hashLength)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildStyles()
