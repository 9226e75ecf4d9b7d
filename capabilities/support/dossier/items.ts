// What a request to the EU Cybersecurity Reserve consists of: a fixed list, as dated data with its article.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import rows from './items.json' with { type: 'json' }

export const itemKeys = [
  'entity',
  'impact',
  'request',
  'contacts',
  'measures',
  'contracts',
  'remote-access',
  'mandate',
  'national',
] as const
export type ItemKey = (typeof itemKeys)[number]

const dossierItem = z.strictObject({
  key: z.enum(itemKeys),
  /** Null: no article asks for it; whoever comes needs it all the same. */
  article: z.string().min(3).nullable(),
  /** Without these nobody can judge the request, so it is not handed over. */
  needed: z.boolean(),
  /** `for-the-case`: what stands ready is a draft only and is written anew for each case. */
  written: z.enum(['before', 'for-the-case']),
  /** From then on it is shown as old: people move, contracts end. */
  maxAgeDays: z.int().min(1),
})
export type DossierItem = z.output<typeof dossierItem>

const dossierRules = z
  .strictObject({
    id: z.string(),
    regulation: z.string(),
    validFrom: z.iso.date(),
    source: z.url(),
    verifiedBy: z.string().min(2).nullable(),
    items: z.array(dossierItem),
  })
  .refine(
    ({ items }) => new Set(items.map(({ key }) => key)).size === itemKeys.length,
    'each item stands once',
  )
  .refine(({ items }) => items.length === itemKeys.length, 'each item stands once')
export type DossierRules = z.output<typeof dossierRules>

export const rules: DossierRules = dossierRules.parse(rows)
