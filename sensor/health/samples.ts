// Samples of our health rules: what each must find and what it must leave, written short and unfolded here.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

const shortEvent = z.strictObject({
  at: z.iso.datetime(),
  /** So often, each so much later; `{n}` in fields is the number. */
  times: z.int().min(1).max(2_000).optional(),
  every: z
    .string()
    .regex(/^\d{1,4}[smhd]$/)
    .optional(),
  /** product/category/service, `-` or nothing for none; a Windows event where it is absent. */
  source: z.string().optional(),
  fields: z.record(z.string(), scalar),
})

const shortSample = z.strictObject({
  rule: z.string(),
  finds: z.boolean(),
  why: z.string(),
  events: z.array(shortEvent).optional(),
  log: z.strictObject({ name: z.string(), text: z.string() }).optional(),
})

const samplesFile = z.strictObject({
  /** Values of placeholders. */
  lists: z.record(z.string(), z.array(z.string())),
  samples: z.array(shortSample).min(2),
})

/** In the form of `x.samples.json` of a pack. */
export interface HealthSampleEvent {
  readonly at: string
  readonly logSource?: {
    readonly product: string | null
    readonly category: string | null
    readonly service: string | null
  }
  readonly fields: Readonly<Record<string, string | number | boolean | string[]>>
}

export interface HealthSample {
  readonly rule: string
  readonly events?: readonly HealthSampleEvent[]
  readonly log?: { readonly name: string; readonly base64: string }
}

export interface HealthSamples {
  readonly positive: readonly HealthSample[]
  readonly negative: readonly HealthSample[]
  readonly values: Readonly<Record<string, readonly string[]>>
}

/** Of a file of `healthRuleFiles()`. Throws where the data has not its form: it is ours. */
export function healthSamples(name: string): HealthSamples {
  const file = join(import.meta.dirname, 'samples', `${name}.json`)
  const { lists, samples } = samplesFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const ofKind = (finds: boolean) => samples.filter((one) => one.finds === finds).map(unfolded)
  return { positive: ofKind(true), negative: ofKind(false), values: lists }
}

function unfolded({ rule, events, log }: z.infer<typeof shortSample>): HealthSample {
  if (log) return { rule, log: { name: log.name, base64: Buffer.from(log.text).toString('base64') } }
  return { rule, events: (events ?? []).flatMap(repeated) }
}

const unitMs: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

function repeated({
  at,
  times = 1,
  every = '1s',
  source,
  fields,
}: z.infer<typeof shortEvent>): HealthSampleEvent[] {
  const step = Number(every.slice(0, -1)) * (unitMs[every.slice(-1)] ?? 1_000)
  const [product = null, category = null, service = null] = (source ?? '')
    .split('/')
    .map((part) => (part === '' || part === '-' ? null : part))
  return Array.from({ length: times }, (_, number) => ({
    at: new Date(Date.parse(at) + number * step).toISOString(),
    ...(source === undefined ? {} : { logSource: { product, category, service } }),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.replace('{n}', String(number + 1)) : value,
      ]),
    ),
  }))
}
