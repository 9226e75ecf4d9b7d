// What crosses HTTP about duties: the key of a duty, and the words that show it is kept.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { memberPath } from '../../../platform/http/input.ts'

export const dutyPath = memberPath.extend({ key: z.string().regex(/^duty-[a-z0-9-]{2,60}$/) })
/** More than the field takes, so that a text that is a little too long comes back with its fault. */
export const keptForm = z.object({ evidence: z.string().max(20_000).default('') })
export const maxEvidenceLength = 2_000
