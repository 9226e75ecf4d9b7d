// Where a rule is law: in the Union, in the European Economic Area, in one country.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import data from './territories.json' with { type: 'json' }

const codes = z.array(z.string().regex(/^[A-Z]{2}$/))
const territories = z
  .record(
    z.string(),
    z.strictObject({ yes: codes, unknown: codes, elsewhere: z.enum(['yes', 'no', 'unknown']) }),
  )
  .parse(data)

/**
 * `country` by ISO 3166-1 alpha-2. Whether an act of the Union is part of the EEA Agreement was not looked up for each:
 * there the answer is unknown. GDPR Art. 3(2) reaches controllers elsewhere in some cases: unknown too.
 */
export function isLawIn(territory: string, country: string): 'yes' | 'no' | 'unknown' {
  const found = Object.hasOwn(territories, territory) ? territories[territory] : undefined
  if (!found) return territory === country ? 'yes' : 'no'
  if (found.yes.includes(country)) return 'yes'
  return found.unknown.includes(country) ? 'unknown' : found.elsewhere
}
