// `rules.ndjson.gz` and `filters.ndjson.gz`: each line one file of rules as its author wrote it, with its samples.
// SPDX-License-Identifier: EUPL-1.2
import { readJson } from '@salus/standards/json'
import { z } from 'zod'
import { ruleLimits } from '../sigma/limits.ts'
import { installLimits } from './limits.ts'

const name = z.string().max(256)
const scalar = z.union([z.string().max(262_144), z.number(), z.boolean(), z.null()])

const sampleEvent = z.strictObject({
  /** ISO 8601; absent where the event has no time. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** A Windows event where it is absent: then `Channel` and `EventID` are fields. */
  logSource: z
    .strictObject({ product: name.nullable(), category: name.nullable(), service: name.nullable() })
    .optional(),
  fields: z.record(name, z.union([scalar, z.array(z.string().max(262_144)).max(1_000)])),
  raw: z.string().max(1_048_576).optional(),
})
export type SampleEvent = z.infer<typeof sampleEvent>

const sampleShape = z
  .strictObject({
    /** Which rule of the file it is for; may be left out where the file has one. */
    rule: name.optional(),
    events: z.array(sampleEvent).min(1).max(installLimits.maxEventsOfSample).optional(),
    log: z.strictObject({ name, base64: z.base64().max(installLimits.maxLogBytes * 1.4) }).optional(),
  })
  .refine(({ events, log }) => (events === undefined) !== (log === undefined), 'events or a log, one of them')
export type Sample = z.infer<typeof sampleShape>

const list = z.array(sampleShape).max(installLimits.maxSamplesOfRule).default([])
export const samplesShape = z.strictObject({
  /** What the rule must find, and what it must not. */
  positive: list,
  negative: list,
  /** Values of placeholders, for the samples only. */
  values: z.record(name, z.array(z.string().max(1_000)).max(1_000)).optional(),
})
export type Samples = z.infer<typeof samplesShape>

const lineShape = z.strictObject({
  path: z.string().min(1).max(400),
  author: z.string().max(2_000).nullable(),
  licence: z.string().max(200).nullable(),
  /** YAML */
  source: z.string().max(ruleLimits.maxFileBytes),
  samples: samplesShape.nullable(),
})
export type RuleLine = z.infer<typeof lineShape>

export interface ReadLines {
  readonly lines: readonly RuleLine[]
  readonly broken: readonly { readonly line: number; readonly because: string }[]
}

/** A line that cannot be read costs only itself; what is too much of everything is refused with the last of `broken`. */
export function readLines(text: string): ReadLines {
  const lines: RuleLine[] = []
  const broken: { line: number; because: string }[] = []
  let number = 0
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    number++
    if (number > installLimits.maxLines) {
      broken.push({
        line: number,
        because: `more than ${installLimits.maxLines} lines; the rest is left out`,
      })
      break
    }
    const read = readLine(text.slice(from, to))
    if (typeof read === 'string') broken.push({ line: number, because: read })
    else lines.push(read)
    from = to + 1
  }
  return { lines, broken }
}

function readLine(text: string): RuleLine | string {
  const json = readJson(text, { maxBytes: installLimits.maxLineUnits, maxDepth: installLimits.maxLineDepth })
  if (json.outcome === 'refused') return json.faults[0].detail
  const [warning] = json.warnings
  if (warning) return warning.detail
  const parsed = lineShape.safeParse(json.value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  return `${issue?.path.map(String).join('/').slice(0, 100) ?? ''}: ${issue?.message.slice(0, 200) ?? 'another form'}`
}

export function writeLines(lines: readonly RuleLine[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}
