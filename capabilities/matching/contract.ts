// What crosses HTTP: problem codes, refusals, and the schemas of the review queue and of proposals.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam } from '../../platform/http/input.ts'
import { Refusal } from '../../platform/http/problem.ts'
import { aliasAnswers } from './alias.ts'

export type MatchingProblem =
  | 'matching/unknown-pair'
  | 'matching/already-decided'
  | 'matching/nothing-to-take-back'
  | 'matching/too-many-proposals'
  | 'matching/proposal-unnamed'
  | 'matching/vex-unreadable'
  | 'matching/vex-known'
  | 'matching/too-many-vex'
  | 'matching/vex-gone'

/** A VEX document of one supplier; the largest seen have some hundred kilobytes. */
export const maxVexBytes = 5 * 1024 * 1024

export const vexPath = z.object({ organisationId: idParam })
export const vexDocumentPath = z.object({ organisationId: idParam, documentId: idParam })
export const vexForm = z.object({ reason: z.string().trim().max(100_000).default('') })

export const maxReasonCharacters = 1_000
export const maxNameCharacters = 200

export const pairPath = z.object({ pairId: idParam })

/** The decision that the person saw standing; absent or empty where they saw none. */
const standing = z
  .union([z.literal('').transform(() => null), idParam])
  .nullish()
  .transform((id) => id ?? null)

export const decisionBody = z.object({
  answer: z.enum(aliasAnswers),
  reason: z.string().trim().min(1).max(maxReasonCharacters),
  standing,
})

export const undoBody = z.object({
  reason: z.string().trim().min(1).max(maxReasonCharacters),
  standing: idParam,
})

/** Of a form: what is missing comes back to the person instead of being refused. */
export const decisionForm = z.object({
  answer: z.enum(aliasAnswers).optional().catch(undefined),
  reason: z.string().trim().max(100_000).default(''),
  standing,
})

export const undoForm = z.object({ reason: z.string().trim().max(100_000).default(''), standing: idParam })

const writtenName = z.object({
  vendor: z.string().nullable(),
  product: z.string().nullable(),
  model: z.string().nullable(),
})

export const pairReply = z.object({
  id: z.number().int(),
  inventoryName: writtenName,
  statedName: writtenName,
  foundAs: z.enum(['unsure', 'similar']).nullable(),
  members: z.number().int(),
  advisories: z.number().int(),
  exploited: z.number().int(),
  countedAt: z.iso.datetime().nullable(),
  proposals: z.number().int(),
  decisionId: z.number().int().nullable(),
})

export const decisionReply = z.object({
  id: z.number().int(),
  pairId: z.number().int(),
  answer: z.enum([...aliasAnswers, 'taken-back']),
  reason: z.string(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime(),
})

export function unknownPair(id: number): Refusal {
  return refuse({
    code: 'matching/unknown-pair',
    status: 404,
    title: 'There is no such pair of names',
    detail: `No pair of names has the number ${id}.`,
    remedy: 'Open it from the review queue.',
    values: { id },
  })
}

export function alreadyDecided(who: string, at: Date): Refusal {
  return refuse({
    code: 'matching/already-decided',
    status: 409,
    title: 'This pair was decided meanwhile',
    detail: `${who} decided it at ${at.toISOString()}, after you had opened it. Your decision was not stored.`,
    remedy:
      'Look at the decision that stands. If it is wrong, decide anew or take it back, with your reason.',
    values: { who, day: at.toISOString().slice(0, 10) },
  })
}

export function nothingToTakeBack(): Refusal {
  return refuse({
    code: 'matching/nothing-to-take-back',
    status: 409,
    title: 'This decision no longer stands',
    detail: 'Somebody took it back or replaced it after you had opened the page. Nothing was changed.',
    remedy: 'Open the pair again; it shows what stands now.',
  })
}

export function tooManyProposals(most: number): Refusal {
  return refuse({
    code: 'matching/too-many-proposals',
    status: 429,
    title: 'That is enough for one day',
    detail: `Your organisation has made ${most} proposals in 24 hours, as many as one may. This one was not stored.`,
    remedy: 'Send it tomorrow, or call the centre.',
    values: { most },
  })
}

export function proposalUnnamed(): Refusal {
  return refuse({
    code: 'matching/proposal-unnamed',
    status: 422,
    title: 'There is no product name to compare',
    detail:
      'The asset or the proposal names no product, so there is nothing that the centre could decide about.',
    remedy: 'Give the asset a product or model name, and say which product you take it for.',
  })
}

export function vexUnreadable(fileName: string, why: string): Refusal {
  return refuse({
    code: 'matching/vex-unreadable',
    status: 422,
    title: 'This is no VEX document that counts',
    detail: `“${fileName}” was not stored: ${why}`,
    remedy: 'Ask your supplier for a valid OpenVEX, CSAF or CycloneDX VEX document as JSON.',
    values: { fileName, why },
  })
}

export function vexKnown(fileName: string): Refusal {
  return refuse({
    code: 'matching/vex-known',
    status: 409,
    title: 'This document counts already',
    detail: `“${fileName}” is the same as one that you have handed in before. Nothing was changed.`,
    remedy: 'Look at the list of your documents.',
    values: { fileName },
  })
}

export function tooManyVex(most: number): Refusal {
  return refuse({
    code: 'matching/too-many-vex',
    status: 409,
    title: 'There are too many documents',
    detail: `Your organisation has ${most} documents that count, as many as one may. This one was not stored.`,
    remedy: 'Take back documents that no longer matter, or put several statements into one document.',
    values: { most },
  })
}

export function vexGone(): Refusal {
  return refuse({
    code: 'matching/vex-gone',
    status: 404,
    title: 'This document no longer counts',
    detail: 'There is no such document, or somebody has taken it back already. Nothing was changed.',
    remedy: 'Open the list of your documents again.',
  })
}

function refuse(options: { code: MatchingProblem } & ConstructorParameters<typeof Refusal>[0]): Refusal {
  return new Refusal(options)
}
