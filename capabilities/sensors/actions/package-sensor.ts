// Makes the sensor that a hospital installs alone: one archive of plain JavaScript, built from the sources of this very centre.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build, type OutputFile, type Plugin } from 'esbuild'
import { pack as packTar } from 'tar-stream'
import type { Context } from '../../../platform/context.ts'

const project = join(import.meta.dirname, '..', '..', '..')
const root = 'salus-sensor'
/** The rules for records and images are files that are read at the start, as a hospital's own are. */
const folders = { rules: 'sensor/health/rules', samples: 'sensor/health/samples' } as const
/** The same bytes whenever it is made from the same sources by the same Node, so that a hospital may compare. */
const madeAt = new Date('2000-01-01T00:00:00Z')

export interface SensorPackage {
  /** `salus-sensor-0.1.0.tgz` */
  readonly name: string
  readonly bytes: Buffer
  /** Hexadecimal. */
  readonly sha256: string
}

/** Null where it cannot be made: the sources do not come back while the centre runs, and trying costs seconds that anybody could ask for. */
export type KeptPackage = () => Promise<SensorPackage | null>

/** Made when the first one asks, which takes a second or two, and kept for as long as the centre runs. */
export function packageKeeper({ log }: Pick<Context, 'log'>): KeptPackage {
  let made: Promise<SensorPackage | null> | null = null
  return () => {
    made ??= packageSensor().catch((error: unknown) => {
      log.error({ error }, 'the archive of the sensor cannot be made')
      return null
    })
    return made
  }
}

/** Throws where the sources of the sensor are not beside the centre. */
export async function packageSensor(): Promise<SensorPackage> {
  const { version } = await packageAt(join(project, 'sensor'))
  const { outputFiles, metafile } = await build({
    absWorkingDir: project,
    entryPoints: { sensor: 'sensor/cli/sensor.ts', worker: 'sensor/run/scan/worker.ts' },
    outdir: join(project, 'lib'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'utf8',
    legalComments: 'none',
    // A library in the older form of modules asks for parts of Node by `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
    },
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [besideTheCode],
  })
  const entries = [
    ...(await starters(version)),
    ...outputFiles.map(libraryEntry),
    ...(await Promise.all(Object.entries(folders).map(([to, from]) => folderEntries(from, to)))).flat(),
    { name: 'LICENSE', text: await readFile(join(project, 'LICENSE'), 'utf8') },
    { name: 'THIRD-PARTY.txt', text: await thirdParties(Object.keys(metafile.inputs)) },
  ]
  const bytes = await promisify(gzip)(await tarOf(entries), { level: 9 })
  return {
    name: `${root}-${version}.tgz`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

interface Entry {
  readonly name: string
  readonly text: string
  readonly isProgram?: boolean
}

/** What a file finds by its own place is found beside the built code; `import.meta` of a piece says that place. */
const besideTheCode: Plugin = {
  name: 'beside the code',
  setup({ onLoad }) {
    onLoad({ filter: /sensor[\\/]run[\\/]scan[\\/]workers\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source.replace(
        "new URL('./worker.ts', import.meta.url)",
        "new URL('./worker.mjs', import.meta.url)",
      )
      if (contents === source)
        throw new Error(`${path} does not start worker.ts in the way that is known here`)
      return { contents, loader: 'ts' }
    })
  },
}

function libraryEntry({ path, text }: OutputFile): Entry {
  return { name: `lib/${path.split(sep).at(-1)}`, text }
}

/** Node does not read the words for itself from a file, so the program is started by one line of the system's shell. */
async function starters(version: string): Promise<readonly Entry[]> {
  const flags = '--max-semi-space-size=32'
  return [
    {
      name: 'sensor',
      isProgram: true,
      text: `#!/bin/sh\nhere=$(dirname "$(readlink -f "$0")")\nexec "\${SALUS_NODE:-node}" ${flags} "$here/lib/start.mjs" "$@"\n`,
    },
    {
      name: 'sensor.cmd',
      text: `@echo off\r\nif not defined SALUS_NODE set SALUS_NODE=node\r\n"%SALUS_NODE%" ${flags} "%~dp0lib\\start.mjs" %*\r\n`,
    },
    {
      name: 'lib/start.mjs',
      text: `if (Number(process.versions.node.split('.')[0]) >= 24) await import('./sensor.mjs')
else {
  console.error('The Salus sensor needs Node 24 or later, and this is ' + process.version + '. Install it from nodejs.org, or name another one in SALUS_NODE.')
  process.exitCode = 1
}
`,
    },
    {
      name: 'README.txt',
      text: `The Salus sensor ${version}: finds threats in the logs of a hospital, inside the hospital.

It needs Node 24 or later and nothing else. Unpack it anywhere and start it where it lies:

    Linux     ./sensor help
    Windows   sensor.cmd help

The documents of the centre that you have it from say how it is enrolled, kept running, updated and taken away.
`,
    },
  ]
}

async function folderEntries(from: string, to: string): Promise<readonly Entry[]> {
  const names = await readdir(join(project, from))
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name: `lib/${to}/${name}`,
      text: await readFile(join(project, from, name), 'utf8'),
    })),
  )
}

/** Of packages that name their licence and leave out its text, as SPDX has it. */
const licenceTexts: Readonly<Record<string, string>> = {
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the
above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION,
ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

/** Their licences ask that they be named, with their text, wherever a copy goes. */
async function thirdParties(inputs: readonly string[]): Promise<string> {
  const homes = new Set(
    inputs
      .filter((path) => path.includes('node_modules/'))
      .map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? path),
  )
  const parts = await Promise.all(
    [...homes].toSorted().map(async (home) => {
      const { name, version, license, author } = await packageAt(join(project, home))
      const file = (await readdir(join(project, home))).find((one) => /^licen[cs]e/i.test(one))
      const text = file ? await readFile(join(project, home, file), 'utf8') : licenceTexts[license]
      if (!text) throw new Error(`${name} is in the sensor and brings no text of its licence, ${license}`)
      return `${name} ${version} (${license})\n${file ? '' : `Copyright (c) ${author}\n`}\n${text.trim()}\n`
    }),
  )
  const { copyright, terms, version } = JSON.parse(
    await readFile(join(project, 'sensor/coverage/attack.json'), 'utf8'),
  ) as { readonly copyright: string; readonly terms: string; readonly version: string }
  parts.push(`MITRE ATT&CK ${version}\n\n${copyright}\n${terms}\n`)
  return parts.join(`\n${'-'.repeat(80)}\n\n`)
}

interface PackageWords {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly author?: string
}

async function packageAt(folder: string): Promise<PackageWords> {
  const path = join(folder, 'package.json')
  if (!existsSync(path))
    throw new Error(`${dirname(path)} is not beside the centre, so the sensor cannot be made`)
  // Of this project and of what npm installed for it.
  return JSON.parse(await readFile(path, 'utf8'))
}

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = packTar()
  for (const { name, text, isProgram } of entries)
    tar.entry({ name: `${root}/${name}`, mode: isProgram ? 0o755 : 0o644, mtime: madeAt }, text)
  tar.finalize()
  return buffer(tar)
}
