// `sensor status`: whether the sensor runs, what it reads, how far behind it is, and what it cannot see.
// SPDX-License-Identifier: EUPL-1.2
import { jsonLine, printable } from '../engine/printable.ts'
import { untoldLines } from '../indicators/untold.ts'
import { packStatus } from '../packs/status.ts'
import { statePlaces } from '../state/places.ts'
import { type Heartbeat, readHeartbeat, type SourceStatus } from '../watch/heartbeat.ts'
import { watchLimits } from '../watch/limits.ts'
import { type Command, jsonOption, placeOptions, UsageFault } from './command.ts'
import { settingsOf } from './settings.ts'

export const statusCommand: Command = {
  name: 'status',
  usage: '--state DIR | --config FILE [--json]',
  options: { ...placeOptions, ...jsonOption },
  async run(words, output) {
    const { config } = await settingsOf(words, 'medium')
    if (config.state === undefined)
      throw new UsageFault('Of which sensor? Name its folder with --state or --config.')
    const heartbeat = await readHeartbeat(statePlaces(config.state).heartbeat)
    const now = Date.now()
    const pack = await packStatus(config.state, now)
    const ageMs = heartbeat === null ? null : now - Date.parse(heartbeat.at)
    const runs =
      heartbeat !== null && heartbeat.status !== 'stopped' && (ageMs ?? 0) < watchLimits.heartbeatStaleMs
    if (words.is('json'))
      await output.write(
        jsonLine({ runs, ageMs, heartbeat, pack: { ageDays: pack.ageDays, words: pack.words } }),
      )
    else
      for (const line of [...linesOf(heartbeat, runs, ageMs), ...pack.words])
        await output.write(printable(line, 500))
    return runs && heartbeat.status === 'running' ? 'whole' : 'partial'
  },
}

function linesOf(heartbeat: Heartbeat | null, runs: boolean, ageMs: number | null): readonly string[] {
  if (heartbeat === null) return ['No sensor has run with this state folder yet.']
  const { status, trouble, rules, correlation, sources } = heartbeat
  return [
    firstLine(heartbeat, runs, ageMs),
    ...(status === 'waiting' && trouble !== null ? [`It waits: ${trouble}`] : []),
    `${heartbeat.events} events read since ${heartbeat.startedAt}, ${heartbeat.findings} findings told, ${heartbeat.repeats} repeats counted; ${bytesText(heartbeat.behindBytes)} wait to be read; ${bytesText(heartbeat.memoryBytes)} of memory.`,
    ...(heartbeat.brokenRecords + heartbeat.notices > 0
      ? [
          `${heartbeat.brokenRecords} records could not be read; ${heartbeat.notices} notices on records that were.`,
        ]
      : []),
    ...(heartbeat.notInUse ? [`What changed is not in use: ${heartbeat.notInUse}`] : []),
    ...(heartbeat.futureEvents > 0
      ? [
          `${heartbeat.futureEvents} events said to be of a later day and count as undated: look at the clocks of their sources.`,
        ]
      : []),
    ...(correlation.late + correlation.undated + correlation.forgotten > 0
      ? [
          `Correlations left out ${correlation.late} late and ${correlation.undated} undated events, and forgot ${correlation.forgotten} for want of room.`,
        ]
      : []),
    ...(heartbeat.indicators ? untoldLines(heartbeat.indicators) : []),
    `Rules: ${rules.loaded} loaded, ${rules.unsupported} unsupported, ${rules.blind} blind (no event of their log source came since the start).`,
    ...rules.quarantined.map((title) => `Taken out of service because it costs too much: ${title}`),
    ...rules.blindSources
      .slice(0, 10)
      .map(({ logSource, rules: count }) => `  blind: ${logSource} (${count} rules)`),
    ...sources.slice(0, 30).map(sourceLine),
    ...(sources.length > 30 || heartbeat.moreSources > 0
      ? [
          `  ${sources.length - Math.min(30, sources.length) + heartbeat.moreSources} more sources; --json lists them.`,
        ]
      : []),
    ...(heartbeat.page !== null && runs ? [`Page for this machine: ${heartbeat.page}`] : []),
  ]
}

function firstLine({ pid, at, status }: Heartbeat, runs: boolean, ageMs: number | null): string {
  if (runs) return `The sensor runs (process ${pid}).`
  if (status === 'stopped') return `The sensor was stopped at ${at}.`
  return `The sensor does not run: its last sign of life is ${Math.round((ageMs ?? 0) / 1_000)} seconds old. Start it, and look at what it said last.`
}

function sourceLine({ name, events, broken, behindBytes, lastEvent, note }: SourceStatus): string {
  const parts = [
    `${events} events`,
    ...(lastEvent === null ? [] : [`last ${lastEvent}`]),
    ...(behindBytes === null || behindBytes === 0 ? [] : [`${bytesText(behindBytes)} behind`]),
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(note === null ? [] : [note]),
  ]
  return `  ${name}: ${parts.join(', ')}`
}

function bytesText(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MiB`
}
