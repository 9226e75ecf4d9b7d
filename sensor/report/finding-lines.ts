// Reads findings back from lines of JSON: whatever a line holds, what comes out has the shape and the size of a finding.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { assetClasses } from '../engine/asset-class.ts'
import { relations } from '../engine/because.ts'
import { audienceOf } from '../engine/finding.ts'
import { linesOf } from '../parsers/lines.ts'
import { correlationTypes, extensionTypes, ruleLevels } from '../sigma/rule.ts'
import type { ToldFinding } from './group.ts'

const maxUnits = 4_096
const text = z.string().transform((value) => value.slice(0, maxUnits))
const texts = z.array(text).transform((list) => list.slice(0, 500))
const time = z.iso.datetime({ offset: true })
const fewTexts = z.record(text, text).transform((map) => Object.fromEntries(Object.entries(map).slice(0, 30)))

const because = z.object({
  tests: z
    .array(
      z.object({
        field: text.nullable(),
        relation: z.enum(relations),
        asked: text,
        value: text.nullable(),
      }),
    )
    .max(50),
  more: z.int().nonnegative(),
  about: fewTexts,
})

const counted = z.object({
  type: z.enum([...correlationTypes, ...extensionTypes]),
  value: z.number(),
  events: z.int().nonnegative(),
  fields: texts,
  withinMs: z.number().nonnegative(),
})

const evidence = z
  .array(z.object({ ruleId: text, time: z.string().max(40), source: text, record: z.int() }))
  .transform((list) => list.slice(0, 50))

/** What older sensors did not write yet gets what it meant then. */
const findingShape = z.object({
  origin: z.enum(['rule', 'indicator']).default('rule'),
  audience: z.enum(['it', 'privacy']).optional(),
  indicatorId: text.nullable().default(null),
  pack: z.object({ id: text, sequence: z.int() }).nullable().default(null),
  ruleId: text,
  title: text,
  level: z.enum(ruleLevels),
  time: time.nullable(),
  source: text,
  record: z.int(),
  reason: text,
  author: text.nullable().default(null),
  licence: text.nullable().default(null),
  tags: texts.default([]),
  asset: text.nullable().default(null),
  assetClass: z.enum(assetClasses).default('unknown'),
  evidence: evidence.exactOptional(),
  group: fewTexts.exactOptional(),
  because: because.exactOptional(),
  counted: counted.exactOptional(),
  id: text.exactOptional(),
  count: z.int().positive().max(1_000_000_000).exactOptional(),
  lastTime: time.nullable().exactOptional(),
})

/** Null where the line is no finding. */
export function readFinding(line: string): ToldFinding | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  const read = findingShape.safeParse(value)
  if (!read.success) return null
  return { ...read.data, audience: read.data.audience ?? audienceOf(read.data.tags) }
}

export interface FindingLines {
  readonly findings: AsyncIterable<ToldFinding>
  /** Lines that were no findings, once all were taken. */
  readonly unreadable: () => number
}

export function findingsIn(chunks: AsyncIterable<Uint8Array>): FindingLines {
  let unreadable = 0
  async function* findings(): AsyncGenerator<ToldFinding> {
    for await (const line of linesOf(chunks)) {
      const finding = line.text === null ? null : readFinding(line.text)
      if (finding === null) unreadable++
      else yield finding
    }
  }
  return { findings: findings(), unreadable: () => unreadable }
}
