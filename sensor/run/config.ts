// The configuration of the sensor, sensor.yaml: what it means, and every fault in it with its place.
// SPDX-License-Identifier: EUPL-1.2
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { assetClasses } from '../engine/asset-class.ts'
import { type Plain, readPlainDocuments, YamlFault } from '../sigma/plain.ts'
import { ruleLevels } from '../sigma/rule.ts'
import { readGivenFile } from './given-file.ts'
import { runLimits } from './limits.ts'

const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

function duration(leastMs: number, mostMs: number) {
  return z
    .string()
    .regex(/^\d{1,6}(ms|s|m|h|d)$/, 'a number and a unit is expected: 500ms, 30s, 2m, 12h or 90d')
    .transform((text) => {
      const unit = text.replace(/^\d+/, '') as keyof typeof unitMs
      return Number.parseInt(text, 10) * unitMs[unit]
    })
    .refine(
      (ms) => ms >= leastMs && ms <= mostMs,
      `it must be from ${leastMs / 1_000} s to ${mostMs / 1_000} s`,
    )
}

const path = z.string().min(1).max(4_096)
const paths = z
  .union([path, z.array(path).max(runLimits.maxPaths)])
  .transform((given) => (typeof given === 'string' ? [given] : given))

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

const timeZone = z.string().max(100).refine(isTimeZone, 'it is no time zone such as Europe/Berlin')

const listener = z
  .strictObject({
    protocol: z.enum(['udp', 'tcp', 'tls']),
    port: z.int().min(0).max(65_535),
    /** Name or address of a network interface; loopback only, unless it is named. */
    interface: z.string().min(1).max(100).default('127.0.0.1'),
    certificate: path.optional(),
    key: path.optional(),
    /** Senders must show a certificate of one of these authorities. */
    clientAuthorities: path.optional(),
  })
  .refine(({ protocol, certificate, key }) => protocol !== 'tls' || (certificate && key), {
    message: 'tls needs certificate and key',
  })
  .refine(({ protocol, clientAuthorities }) => protocol === 'tls' || clientAuthorities === undefined, {
    message: 'only tls can ask senders for a certificate',
  })
export type ListenerConfig = z.infer<typeof listener>

const configSchema = z.strictObject({
  state: path.optional(),
  rules: paths.default([]),
  placeholders: path.optional(),
  level: z.enum(ruleLevels).default('medium'),
  /** Whether the rules on trails of record access, imaging and interfaces that come with the sensor run. */
  health: z.boolean().default(true),
  indicators: paths.default([]),
  /** Names and networks of the house itself, which no indicator is told of. */
  house: z
    .strictObject({
      domains: z.array(z.string().max(255)).max(runLimits.maxHouseNames).default([]),
      networks: z.array(z.string().max(100)).max(runLimits.maxHouseNames).default([]),
    })
    .default({ domains: [], networks: [] }),
  /** The folder of extracts of staff, rosters and appointments. */
  context: path.optional(),
  timeZone: timeZone.default('UTC'),
  patientKey: path.optional(),
  logs: paths.default([]),
  from: z.enum(['beginning', 'end']).default('beginning'),
  spool: path.optional(),
  syslog: z.array(listener).max(runLimits.maxListeners).default([]),
  assetClasses: z.record(z.string().min(1).max(255), z.enum(assetClasses)).default({}),
  centre: z
    .strictObject({
      url: z.url({ protocol: /^https$/, error: 'an address that begins with https:// is expected' }),
      authorities: path.optional(),
    })
    .optional(),
  /** How often an enrolled sensor asks its centre for a newer pack; null: never. */
  fetchPacks: z
    .union([z.literal('never').transform(() => null), duration(1_000, 30 * unitMs.d)])
    .default(6 * unitMs.h),
  lateness: duration(1_000, unitMs.d).default(2 * unitMs.m),
  poll: duration(100, unitMs.m).default(unitMs.s),
  /** How often the sensor looks whether rules, indicators, extracts or the pack have changed. */
  renew: duration(100, unitMs.d).default(unitMs.m),
  retention: z
    .strictObject({ findings: duration(unitMs.d, 3_660 * unitMs.d).default(365 * unitMs.d) })
    .default({ findings: 365 * unitMs.d }),
  /** The page for this machine's own browser; null: none. */
  page: z
    .strictObject({ port: z.int().min(0).max(65_535) })
    .nullable()
    .default(null),
})

/** With every path made absolute. */
export type SensorConfig = Readonly<z.infer<typeof configSchema>>

/** All that is wrong with a configuration; the message has one line a fault. */
export class ConfigFault extends Error {}

export function defaultConfig(): SensorConfig {
  return configSchema.parse({})
}

export async function loadConfig(file: string): Promise<SensorConfig> {
  return readConfig(await readGivenFile(file, runLimits.maxConfigBytes), file)
}

export function readConfig(text: string, file: string): SensorConfig {
  const documents = readPlainDocuments(text)
  const [document] = documents
  if (document instanceof YamlFault)
    throw new ConfigFault(`${file}, line ${document.line}: ${document.message}.`)
  if (documents.length > 1) throw new ConfigFault(`${file} has more than one document. Leave one.`)
  const value = document?.value ?? new Map()
  if (!(value instanceof Map))
    throw new ConfigFault(`${file}: names and values are expected, as in "rules: rules/".`)
  const parsed = configSchema.safeParse(asObject(value))
  if (!parsed.success)
    throw new ConfigFault(
      parsed.error.issues.map((issue) => `${file}: ${placeOf(issue.path)}: ${faultText(issue)}.`).join('\n'),
    )
  return absolute(parsed.data, dirname(resolve(file)))
}

function asObject(value: Plain): unknown {
  if (Array.isArray(value)) return value.map(asObject)
  if (!(value instanceof Map)) return value
  // Without a prototype, so that a file may say __proto__ and mean nothing by it.
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [key, part] of value) object[String(key)] = asObject(part as Plain)
  return object
}

function placeOf(parts: readonly PropertyKey[]): string {
  return parts.length === 0 ? 'the whole' : parts.map(String).join('/')
}

function faultText(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map((key) => `"${key}"`).join(', ')} is not known here; look for the spelling in docs/operating/sensor.md`
  return issue.message
}

/** Relative paths are seen from the folder of the file. */
function absolute(config: SensorConfig, folder: string): SensorConfig {
  const from = (one: string) => resolve(folder, one)
  const maybe = (one: string | undefined) => (one === undefined ? undefined : from(one))
  return {
    ...config,
    state: maybe(config.state),
    rules: config.rules.map(from),
    placeholders: maybe(config.placeholders),
    indicators: config.indicators.map(from),
    context: maybe(config.context),
    patientKey: maybe(config.patientKey),
    logs: config.logs.map(from),
    spool: maybe(config.spool),
    syslog: config.syslog.map((one) => ({
      ...one,
      certificate: maybe(one.certificate),
      key: maybe(one.key),
      clientAuthorities: maybe(one.clientAuthorities),
    })),
    centre: config.centre && { ...config.centre, authorities: maybe(config.centre.authorities) },
  }
}
