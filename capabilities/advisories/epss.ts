// When an EPSS value counts as high: thresholds as data, with a lower one for staying high.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import data from './epss-thresholds.json' with { type: 'json' }

const share = z.number().gt(0).lt(1)
const threshold = z.strictObject({ probability: share, percentile: share })

export const thresholdsSchema = z
  .strictObject({
    name: z.string().min(1),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    source: z.string().min(1),
    high: threshold,
    stillHigh: threshold,
  })
  .refine(
    ({ high, stillHigh }) =>
      stillHigh.probability <= high.probability && stillHigh.percentile <= high.percentile,
    'what makes a value high has to be enough to keep it high',
  )

/** Each of the two shares is enough: the percentile still tells where a new model moves all probabilities. */
export const epssThresholds = thresholdsSchema.parse(data)

/** A value that falls a little below the threshold stays high, so that alerts don't open again day by day. */
export function isHighEpss(
  score: { readonly probability: number; readonly percentile: number },
  wasHigh: boolean,
): boolean {
  const { probability, percentile } = wasHigh ? epssThresholds.stillHigh : epssThresholds.high
  return score.probability >= probability || score.percentile >= percentile
}
