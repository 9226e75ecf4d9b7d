// Keeps what was understood of templates from chunk to chunk: a log has the same few in each of its chunks.
// SPDX-License-Identifier: EUPL-1.2
import type { ChunkBytes } from './chunk-bytes.ts'
import type { NamePlace } from './fragment.ts'
import type { Plan, Section } from './plan.ts'

export interface KnownTemplate {
  readonly plans: Map<Section, Plan>
  readonly bytes: Uint8Array
  /** In the order in which they stand, from the beginning of the definition. */
  readonly names: readonly NamePlace[]
  /** Steps that it took to read; it costs them again wherever it stands, so that limits are the same for every reader. */
  readonly steps: number
}

const slots = 256
const maxBytes = 8_192

/** A place for each few templates, so that no log can make it grow. What is found is compared byte by byte. */
export class KnownTemplates {
  private readonly known: (KnownTemplate | undefined)[] = new Array(slots).fill(undefined)

  /** Of the definition whose content stands at `start`; null where it is not known. */
  find(chunk: ChunkBytes, start: number, size: number): KnownTemplate | null {
    const template = this.known[slotOf(chunk, start, size)]
    if (template === undefined || template.bytes.length !== size) return null
    return isSame(template, chunk, start) ? template : null
  }

  keep(chunk: ChunkBytes, start: number, size: number, found: Omit<KnownTemplate, 'bytes'>): void {
    if (size > maxBytes) return
    const bytes = Uint8Array.prototype.slice.call(chunk.bytes, start, start + size)
    this.known[slotOf(chunk, start, size)] = { ...found, bytes }
  }
}

/** Windows gives each definition an identifier, which stands before its size. */
function slotOf({ view }: ChunkBytes, start: number, size: number): number {
  return (view.getUint32(start - 20, true) ^ size) & (slots - 1)
}

/** But for where in its chunk a name stands, and which name stands behind it. */
function isSame({ bytes, names }: KnownTemplate, chunk: ChunkBytes, start: number): boolean {
  let from = 0
  for (const { at, name, isInline } of names) {
    if (!isEqual(bytes, from, at, chunk.bytes, start)) return false
    const place = chunk.view.getUint32(start + at, true)
    if ((place === start + at + 4) !== isInline || !chunk.hasName(place, name)) return false
    from = at + (isInline ? 8 : 4)
  }
  return isEqual(bytes, from, bytes.length, chunk.bytes, start)
}

function isEqual(one: Uint8Array, from: number, end: number, other: Uint8Array, start: number): boolean {
  for (let at = from; at < end; at += 1) if (one[at] !== other[start + at]) return false
  return true
}
