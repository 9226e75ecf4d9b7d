// The checkpoint: positions of sources, correlations and repeats as of one moment, written in one step and checked when read.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { open, rename, stat } from 'node:fs/promises'
import { writeDurably } from './durable.ts'
import { stateLimits } from './limits.ts'

/** One line a section, so that no text becomes larger than JavaScript can hold. */
export type Sections = ReadonlyMap<string, unknown>

export interface ReadCheckpoint {
  /** Null: there is none, or it cannot be used. */
  readonly sections: Sections | null
  /** Why one that is there is not used. */
  readonly because: string | null
}

const version = 1

export async function writeCheckpoint(path: string, sections: Sections): Promise<void> {
  await writeDurably(path, linesOf(sections))
}

function* linesOf(sections: Sections): Generator<string> {
  const hash = createHash('sha256')
  for (const [name, value] of [['version', version] as const, ...sections]) {
    const line = `${JSON.stringify([name, value])}\n`
    hash.update(line)
    yield line
  }
  yield `${JSON.stringify(['end', hash.digest('hex')])}\n`
}

export async function readCheckpoint(path: string): Promise<ReadCheckpoint> {
  const found = await stat(path).catch(() => null)
  if (found === null) return { sections: null, because: null }
  const because = found.size > stateLimits.maxCheckpointBytes ? 'it is too large' : null
  const sections = because === null ? await sectionsOf(path) : null
  if (sections !== null) return { sections, because: null }
  // Kept for whoever wants to know why.
  await rename(path, `${path}.damaged`)
  return { sections: null, because: because ?? 'it is damaged' }
}

/** One section, for those who only look: as a running sensor left it last; null where there is none or it is damaged. */
export async function readSection(path: string, name: string): Promise<unknown> {
  const found = await stat(path).catch(() => null)
  if (found === null || found.size > stateLimits.maxCheckpointBytes) return null
  const start = `[${JSON.stringify(name)},`
  const file = await open(path)
  try {
    for await (const line of file.readLines({ encoding: 'utf8' }))
      if (line.startsWith(start)) return (JSON.parse(line) as readonly unknown[])[1] ?? null
  } catch {
    return null
  } finally {
    await file.close()
  }
  return null
}

/** Null where a line, or the checksum over all, is not as it was written. */
async function sectionsOf(path: string): Promise<Sections | null> {
  const hash = createHash('sha256')
  const sections = new Map<string, unknown>()
  const file = await open(path)
  let ended = false
  try {
    for await (const line of file.readLines({ encoding: 'utf8' })) {
      const parsed: unknown = JSON.parse(line)
      if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || ended) return null
      const [name, value]: readonly [string, unknown] = [parsed[0], parsed[1]]
      if (name === 'end') {
        ended = true
        if (value !== hash.digest('hex')) return null
      } else {
        hash.update(`${line}\n`)
        sections.set(name, value)
      }
    }
  } catch {
    return null
  } finally {
    await file.close()
  }
  return ended && sections.get('version') === version ? sections : null
}
