// The health report of a sensor: whether it is current and what it can see; nothing of what it saw.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { logSourceIds, sourceKinds } from './log-sources.ts'
import { hourText, packReference } from './parts.ts'

export const sensorPlatforms = ['linux-x64', 'linux-arm64', 'windows-x64', 'windows-arm64', 'other'] as const

const ruleCount = z.int().min(0).max(1_000_000)
const distinct = (list: readonly string[]) => new Set(list).size === list.length

/** Unlike a sighting it is sent under the sensor's own name: the centre helps the hospital whose sensor went blind. */
export const healthReport = z.strictObject({
  sensorVersion: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'three numbers'),
  platform: z.enum(sensorPlatforms),
  /** Null where no pack is installed. */
  pack: packReference.nullable(),
  rules: z.strictObject({ loaded: ruleCount, unsupported: ruleCount, quarantined: ruleCount }),
  /** Log sources that loaded rules need and no log delivers. */
  blind: z.array(z.enum(logSourceIds)).max(logSourceIds.length).refine(distinct, 'each once'),
  /** ATT&CK techniques with at least one rule that is not blind. */
  techniques: z
    .array(z.string().regex(/^T\d{4}(?:\.\d{3})?$/, 'a technique such as T1003.001'))
    .max(2_000)
    .refine(distinct, 'each once'),
  /** Hour of the last event of each kind of log that the sensor reads. */
  lastEvent: z.partialRecord(z.enum(sourceKinds), hourText),
})
export type HealthReport = z.infer<typeof healthReport>
