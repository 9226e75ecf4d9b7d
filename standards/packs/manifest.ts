// What a pack says of itself: its name, until when it is meant, and of each rule whether its sightings may be sent.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { readJson } from '../json/index.ts'
import { registeredId } from '../sightings/index.ts'
import { packLimits } from './limits.ts'
import { askPublisher, PackRefusal } from './refusal.ts'
import { reasonOf } from './signed.ts'

const line = z.string().min(1).max(200)
const ruleId = z.string().min(1).max(256)

/** Technique tags of MITRE ATT&CK as Sigma writes them. */
const technique = z.string().regex(/^attack\.t[0-9]{4}(\.[0-9]{3})?$/)

const ruleEntry = z.strictObject({
  techniques: z.array(technique).max(50),
  /** Whether a hospital may be asked to tell the centre of findings of this rule. */
  sightings: z.boolean(),
  /** `none`: a public rule without a sample, which is listed as untested; any other without one is refused. */
  samples: z.enum(['own', 'none']),
})
export type ManifestRule = z.infer<typeof ruleEntry>

const indicatorList = z.strictObject({
  /** As findings name it. */
  name: z.string().min(1).max(400),
  /** Null where each of its lines says its own. */
  source: line.nullable(),
  licence: line.nullable(),
  indicators: z.int().min(0),
  sightings: z.boolean(),
})
export type ManifestList = z.infer<typeof indicatorList>

export const manifestShape = z.strictObject({
  format: z.literal(1),
  /** The same grammar as in a sighting, or nothing found with this pack could be told. */
  id: registeredId,
  /** The version of the targets that sign it. */
  sequence: z.number().int().min(1).max(packLimits.maxVersion),
  title: z.strictObject({ en: line, de: line, fr: line, it: line }),
  publisher: line,
  /** Until when the content is meant to be used; metadata expire much earlier. */
  validUntil: z.iso.datetime(),
  rules: z
    .record(ruleId, ruleEntry)
    .refine((rules) => Object.keys(rules).length <= packLimits.maxManifestRules, 'too many rules'),
  indicators: z
    .strictObject({
      /** Whether hospitals may be asked to tell of any of them: of those whose ids the pack lists (`tellable-ids.ts`). */
      sightings: z.boolean(),
      /** The lists that the indicators were made of, each under its own licence. */
      lists: z.array(indicatorList).max(packLimits.maxManifestLists).optional(),
    })
    .optional(),
})
export type PackManifest = z.infer<typeof manifestShape>

/** Rules of health systems that a pack turns on or off; what is not named stays as the sensor has it. */
export const healthSwitchesShape = z.strictObject({
  rules: z
    .record(ruleId, z.enum(['on', 'off']))
    .refine((rules) => Object.keys(rules).length <= 1_000, 'too many switches'),
})
export type HealthSwitches = z.infer<typeof healthSwitchesShape>

/** Throws `PackRefusal`. */
export function readManifest(bytes: Uint8Array): PackManifest {
  return readClosed(bytes, manifestShape, 'manifest.json')
}

/** Throws `PackRefusal`. */
export function readHealthSwitches(bytes: Uint8Array): HealthSwitches {
  return readClosed(bytes, healthSwitchesShape, 'health.json')
}

function readClosed<Shape extends z.ZodType>(bytes: Uint8Array, shape: Shape, place: string): z.infer<Shape> {
  const json = readJson(bytes, { maxBytes: packLimits.maxManifestBytes, maxDepth: 8 })
  const because = json.outcome === 'refused' ? json.faults[0].detail : (json.warnings[0]?.detail ?? null)
  if (because !== null || json.outcome === 'refused') throw unreadable(place, because ?? '')
  const parsed = shape.safeParse(json.value)
  if (!parsed.success) throw unreadable(place, reasonOf(parsed.error))
  return parsed.data
}

function unreadable(place: string, because: string): PackRefusal {
  return new PackRefusal('packs/format', place, `${place} cannot be read: ${because}`, askPublisher)
}

export function writeManifest(manifest: PackManifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifestShape.parse(manifest), null, 1)}\n`)
}
