// What the centre has to know of a pack: its rules with title, level and techniques, and which ids may be told.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { plainText } from '../../platform/http/plain-text.ts'
import { type PackManifest, registeredIdOrNull } from './pack-words.ts'

export interface PackItem {
  readonly kind: 'rule' | 'indicator'
  readonly itemId: string
  readonly title: string
  readonly level: string | null
  readonly techniques: readonly string[]
  readonly mayBeTold: boolean
}

const maxTitle = 300
const line = z.object({ source: z.string() })

/** The manifest says which rules there are; titles come from the rules' own texts, and where one has none it is its id. */
export function rulesOf(manifest: PackManifest, rulesText: string | null): readonly PackItem[] {
  const heads = new Map((rulesText ?? '').split('\n').flatMap(headsOf))
  return Object.entries(manifest.rules).flatMap(([id, rule]) => {
    const itemId = registeredIdOrNull(id)
    const head = heads.get(id)
    if (itemId === null) return []
    return [
      {
        kind: 'rule' as const,
        itemId,
        title: head?.title ?? id,
        level: head?.level ?? null,
        techniques: rule.techniques.map((tag) => tag.slice('attack.'.length).toUpperCase()),
        mayBeTold: rule.sightings,
      },
    ]
  })
}

interface Head {
  readonly title: string | null
  readonly level: string | null
}

/** One line is one file, which may hold several rules. A line that cannot be read costs its titles only. */
function headsOf(text: string): readonly (readonly [string, Head])[] {
  if (text === '') return []
  try {
    const { source } = line.parse(JSON.parse(text))
    return source.split(/^---\s*$/m).flatMap((document) => {
      const id = wordAt(document, 'id')
      const head = { title: wordAt(document, 'title'), level: wordAt(document, 'level') }
      return id === null ? [] : [[id, head] as const]
    })
  } catch {
    return []
  }
}

/** A plain or quoted word of the top level, as the heads of Sigma rules are written. */
function wordAt(document: string, key: string): string | null {
  const found = new RegExp(`^${key}:[ \\t]+(.{1,2000})$`, 'm').exec(document)?.[1]?.trim()
  // A title is shown and mailed: whatever a rule hides in it, nobody sees words turned around or cut in half.
  const plain = plainText(found?.replace(/^(['"])(.*)\1$/, '$2') ?? '')
    .replace(/\s+/g, ' ')
    .slice(0, maxTitle)
    .toWellFormed()
  return plain || null
}

const setStartBytes = 32
const headSize = z
  .number()
  .int()
  .min(2)
  .max(64 * 1024 * 1024)
const setHead = z.object({ ids: z.array(z.string().max(64)) })

/** Registered ids of an indicator set, for their titles; whether one may be told stands in the pack's list of ids. */
export function indicatorsOf(set: Uint8Array | null, mayBeTold: boolean): readonly PackItem[] {
  if (set === null || set.length < setStartBytes) return []
  const view = new DataView(set.buffer, set.byteOffset, set.byteLength)
  const size = headSize.safeParse(view.getUint32(8, true))
  if (!size.success || setStartBytes + size.data > set.length) return []
  try {
    const text = Buffer.from(set.subarray(setStartBytes, setStartBytes + size.data)).toString('utf8')
    return setHead.parse(JSON.parse(text)).ids.flatMap((id) => {
      const itemId = registeredIdOrNull(id)
      if (itemId === null) return []
      return [{ kind: 'indicator' as const, itemId, title: itemId, level: null, techniques: [], mayBeTold }]
    })
  } catch {
    return []
  }
}
