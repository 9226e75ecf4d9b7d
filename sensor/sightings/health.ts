// Makes the health report: what the sensor can see, in the closed words of the centre; what is not one of them is "other".
// SPDX-License-Identifier: EUPL-1.2
import {
  type HealthReport,
  healthAnswer,
  healthReport,
  hourOf,
  type LogSourceId,
  logSourceIds,
  type PackReference,
  type SourceKind,
  sensorPlatforms,
  sourceKinds,
} from '@salus/standards/sightings'
import { asked, type Centre } from './centre.ts'
import type { Chance } from './chance.ts'
import { healthEveryMs } from './limits.ts'
import type { SightingStore } from './store.ts'
import { claimName } from './voice.ts'

export interface HealthFacts {
  readonly sensorVersion: string
  readonly pack: PackReference | null
  readonly rules: { readonly loaded: number; readonly unsupported: number; readonly quarantined: number }
  /** As `sourceName` writes them. */
  readonly blind: readonly string[]
  /** Techniques of ATT&CK that rules cover which are not blind, `T1003.001` or as tags, `attack.t1003.001`. */
  readonly techniques: readonly string[]
  /** Parser or product of a log → its last event, in milliseconds since 1970. */
  readonly lastEvents: ReadonlyMap<string, number>
}

/** By the names of the parsers and of the products that events name. */
const kindOfSource: Readonly<Record<string, SourceKind>> = {
  evtx: 'windows-event-log',
  windows: 'windows-event-log',
  xml: 'windows-forwarded',
  json: 'windows-forwarded',
  syslog: 'syslog',
  firewall: 'firewall',
  cef: 'firewall',
  leef: 'firewall',
  squid: 'proxy',
  combined: 'webserver',
  w3c: 'webserver',
  bind: 'dns',
  'windows-dns': 'dns',
  zeek: 'network-sensor',
  suricata: 'network-sensor',
  auditd: 'linux-audit',
  linux: 'linux-audit',
  ehr: 'ehr-audit',
  pacs: 'dicom',
  'dicom-log': 'dicom',
  hl7: 'hl7',
}

/** Throws ZodError for numbers that no sensor has; then nothing leaves. */
export function healthReportOf(
  facts: HealthFacts,
  platform: string = process.platform,
  architecture: string = process.arch,
): HealthReport {
  const { rules, pack } = facts
  return healthReport.parse({
    sensorVersion: /^\d{1,4}\.\d{1,4}\.\d{1,4}/.exec(facts.sensorVersion)?.[0] ?? '0.0.0',
    platform: platformOf(platform, architecture),
    pack: pack && { id: pack.id, sequence: pack.sequence },
    rules: { loaded: rules.loaded, unsupported: rules.unsupported, quarantined: rules.quarantined },
    blind: [...new Set(facts.blind.map(logSourceId))].sort(),
    techniques: [...new Set(facts.techniques.flatMap(techniqueOf))].sort(),
    lastEvent: lastHours(facts.lastEvents),
  })
}

function platformOf(platform: string, architecture: string): HealthReport['platform'] {
  const name = `${platform === 'win32' ? 'windows' : platform}-${architecture}`
  return sensorPlatforms.find((known) => known === name) ?? 'other'
}

function logSourceId(name: string): LogSourceId {
  return logSourceIds.find((known) => known === name) ?? 'other'
}

function techniqueOf(tag: string): readonly string[] {
  const technique = tag.replace(/^attack\./i, '').toUpperCase()
  return /^T\d{4}(?:\.\d{3})?$/.test(technique) ? [technique] : []
}

function lastHours(lastEvents: ReadonlyMap<string, number>): HealthReport['lastEvent'] {
  const last = new Map<SourceKind, number>()
  for (const [source, at] of lastEvents) {
    const kind = Object.hasOwn(kindOfSource, source) ? (kindOfSource[source] ?? 'other') : 'other'
    if (hourOf(at) !== '') last.set(kind, Math.max(last.get(kind) ?? 0, at))
  }
  return Object.fromEntries(
    sourceKinds.flatMap((kind) => (last.has(kind) ? [[kind, hourOf(last.get(kind) ?? 0)]] : [])),
  )
}

/** Once a day where it is turned on, and not on the heels of sightings; answers whether it was sent. Throws SightingFault. */
export async function reportHealth(
  store: SightingStore,
  centre: Centre,
  token: string,
  facts: () => Promise<HealthFacts>,
  now: number,
  draw: Chance,
): Promise<boolean> {
  const { consent, healthAt } = await store.read()
  if (consent.health === null || !isDue(healthAt, now)) return false
  if (!(await claimName(store, now, draw))) return false
  await centre.ask(asked.health(token, JSON.stringify(healthReportOf(await facts()))), healthAnswer)
  await store.change((state) => ({ ...state, healthAt: now }))
  return true
}

/** A report of the future was written before the clock was set back. */
function isDue(healthAt: number | null, now: number): boolean {
  return healthAt === null || healthAt > now || now >= healthAt + healthEveryMs
}
