// What crosses HTTP when somebody asks which family a note is of.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { sourceKinds } from './family.ts'
import { markKinds } from './mark.ts'
import { maxNoteBytes } from './note.ts'

export const maxNoteUploadBytes = maxNoteBytes
/** Of a pasted note; the form's own limit for a field. */
export const maxPastedCharacters = 100_000
const maxNameCharacters = 300

export const clueForm = z.object({
  note: z.string().max(maxPastedCharacters).default(''),
  fileName: z.string().max(maxNameCharacters).default(''),
  ending: z.string().max(maxNameCharacters).default(''),
})

/** Foreign values are defanged: `hxxp`-like, not to be followed. */
const evidence = z.object({
  kind: z.enum(['mark', 'text', 'name', 'file-name', 'ending']),
  markKind: z.enum(markKinds).nullable(),
  values: z.array(z.string()),
  /** How much of the text is shared, 0 to 1; null for other kinds. */
  share: z.number().nullable(),
  /** How many families it belongs to; null for text. */
  sharedBy: z.number().nullable(),
})

export const findingReply = z.object({
  outcome: z.enum(['one', 'several', 'cannot-tell']),
  ordinaryEnding: z.boolean(),
  candidates: z.array(
    z.object({
      family: z.string(),
      synonyms: z.array(z.string()),
      certainty: z.enum(['likely', 'possible']),
      evidence: z.array(evidence),
      references: z.array(z.string()),
    }),
  ),
  sources: z.array(
    z.object({
      source: z.enum(sourceKinds),
      licence: z.string(),
      version: z.string(),
      sha256: z.string(),
      families: z.number(),
      notes: z.number(),
      importedAt: z.iso.datetime(),
    }),
  ),
})
