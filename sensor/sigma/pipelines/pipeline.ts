// A pipeline: which events a log source of Sigma means, and which of their fields bear Sigma's names. Data, not code.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import linux from './linux.json' with { type: 'json' }
import windows from './windows.json' with { type: 'json' }

const name = z.string().max(256)
const names = z.array(name).max(200)

/** Another field, or several joined, with the beginnings and values that Sigma expects. */
const fieldSource = z.union([
  name,
  z.strictObject({
    from: names.min(1),
    join: z.string().max(8).optional(),
    number: z.literal('hex').optional(),
    prefixes: z.record(name, name).optional(),
    values: z.record(name, name).optional(),
  }),
])

const eventSelector = z.strictObject({
  product: name.optional(),
  category: names.optional(),
  service: names.optional(),
  channel: names.optional(),
  eventId: z.array(z.number().int()).max(500).optional(),
  fields: z.record(name, fieldSource).optional(),
})

const pipelineShape = z.strictObject({
  name,
  routes: z
    .array(
      z.strictObject({
        when: z.strictObject({
          product: name.optional(),
          category: name.optional(),
          service: name.optional(),
        }),
        events: z.array(eventSelector).min(1).max(50),
      }),
    )
    .max(2_000),
})

export type FieldSource = z.infer<typeof fieldSource>
export type EventSelector = z.infer<typeof eventSelector>
export type Pipeline = z.infer<typeof pipelineShape>

/** Throws where the data has not the shape of a pipeline; a pack's pipelines are checked when it is installed. */
export function readPipeline(data: unknown): Pipeline {
  return pipelineShape.parse(data)
}

export const standardPipelines: readonly Pipeline[] = [readPipeline(windows), readPipeline(linux)]
