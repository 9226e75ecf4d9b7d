// `sensor coverage [PATH…] --rules DIR`: which rules could work with the logs that come, and what to switch on next.
// SPDX-License-Identifier: EUPL-1.2
import { type Coverage, coverageOf } from '../coverage/coverage.ts'
import { coverageHtml } from '../coverage/coverage-html.ts'
import { coverageLines, coverageObject } from '../coverage/coverage-text.ts'
import { navigatorLayer } from '../coverage/navigator.ts'
import { seenKinds } from '../coverage/seen.ts'
import { detectorOf } from '../engine/detector.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { isBroken } from '../event/event.ts'
import { houseTimes } from '../report/times.ts'
import type { Equipment } from '../run/equipment.ts'
import { filesBelow, openLogFile, whyUnread } from '../run/files.ts'
import { readSection } from '../state/checkpoint.ts'
import { statePlaces } from '../state/places.ts'
import { type Heartbeat, readHeartbeat } from '../watch/heartbeat.ts'
import { wordsOf } from '../words/words.ts'
import {
  type Command,
  type CommandEnd,
  jsonOption,
  type Output,
  placeOptions,
  ruleOptions,
  UsageFault,
  type Words,
} from './command.ts'
import { zoneFor } from './findings.ts'
import { languageIn } from './language.ts'
import { writePrivate } from './private-file.ts'
import { type RunSettings, settingOptions, settingsOf } from './settings.ts'

export const coverageCommand: Command = {
  name: 'coverage',
  usage:
    '[PATH…] --rules DIR [--state DIR] [--language en|de|fr|it] [--html FILE] [--navigator FILE] [--json]',
  options: {
    ...placeOptions,
    ...ruleOptions,
    ...settingOptions,
    ...jsonOption,
    language: { type: 'string' },
    html: { type: 'string' },
    navigator: { type: 'string' },
    house: { type: 'string' },
  },
  async run(words, output, stop) {
    const settings = await settingsOf(words, 'informational')
    const { rules, state } = settings.config
    if (rules.length === 0 && state === undefined)
      throw new UsageFault('Which rules? Name their folder with --rules, or the state folder with --state.')
    const equipment = await settings.equipment()
    const looked = await look(words.positionals, equipment, settings, output, stop())
    await tell(looked.coverage, settings, words, output)
    return looked.end
  },
}

async function look(
  paths: readonly string[],
  equipment: Equipment,
  settings: RunSettings,
  output: Output,
  stop: AbortSignal,
): Promise<{ readonly coverage: Coverage; readonly end: CommandEnd }> {
  const detector = detectorOf(equipment.rules, { pipelines: equipment.pipelines })
  const before = detector.faults.length
  const now = Date.now()
  const kept = await keptKinds(settings)
  const kinds = seenKinds(now, kept)
  const heartbeat = await running(settings)
  const reading = { now, ...(await settings.reading()) }
  let failed = 0
  for (const path of paths)
    for await (const file of filesBelow(path)) {
      if (stop.aborted) break
      try {
        if (file.kind === 'failed') throw new Error(file.because)
        if (file.kind === 'leftOut') continue
        for await (const item of (await openLogFile(file.path, reading)).items) {
          if (stop.aborted) break
          if (isBroken(item)) continue
          kinds.see(item, now)
          detector.see(item)
        }
      } catch (error) {
        failed++
        output.note(`${printable(file.path, 500)} ${printable(whyUnread(error), 300)}`)
      }
    }
  if (kinds.forgotten() > 0)
    output.note(
      `${kinds.forgotten()} events were of more kinds than are remembered; their rules may count as blind.`,
    )
  // Faults before the first event are of rules; those that came since are of rules set aside.
  const aside = new Set(heartbeat?.quarantined)
  const quarantined = new Set([
    ...detector.faults.slice(before).map(({ ruleId }) => ruleId ?? ''),
    ...equipment.rules.filter(({ head }) => aside.has(head.title)).map(({ head }) => head.id),
  ])
  const unusable = [...equipment.faults, ...detector.faults.slice(0, before)]
  const broken = new Set(detector.faults.slice(0, before).map(({ ruleId }) => ruleId))
  // Older sensors kept no kinds: then only log sources are known.
  const blind =
    kept === null && heartbeat ? new Set(heartbeat.blindSources.map(({ logSource }) => logSource)) : null
  const coverage = coverageOf({
    rules: equipment.rules.filter(({ head }) => !broken.has(head.id)),
    faults: unusable,
    quarantined,
    seen: paths.length > 0 || kept !== null ? kinds.kinds() : null,
    blind,
    pipelines: equipment.pipelines,
  })
  return { coverage, end: stop.aborted ? 'stopped' : failed > 0 ? 'partial' : 'whole' }
}

/** Kinds of events that came to the running sensor, or to the last one, in the last weeks; null where none kept them. */
async function keptKinds({ config }: RunSettings): Promise<unknown> {
  return config.state === undefined ? null : readSection(statePlaces(config.state).checkpoint, 'kinds')
}

/** What the running sensor, or the last one, says of log sources and rules; null where none ever ran. */
async function running({ config }: RunSettings): Promise<Heartbeat['rules'] | null> {
  const heartbeat =
    config.state === undefined ? null : await readHeartbeat(statePlaces(config.state).heartbeat)
  if (heartbeat === null) return null
  const { blind, blindSources } = heartbeat.rules
  const isWhole = blindSources.reduce((sum, { rules }) => sum + rules, 0) === blind
  // A list that was cut would make blind rules look as if they worked.
  return isWhole ? heartbeat.rules : null
}

async function tell(
  coverage: Coverage,
  settings: RunSettings,
  options: Words,
  output: Output,
): Promise<void> {
  const words = wordsOf(languageIn(options))
  const [htmlFile, layerFile] = [options.text('html'), options.text('navigator')]
  if (htmlFile !== null) {
    const times = houseTimes(zoneFor(options, settings.config), words.language)
    const page = { words, times, now: Date.now(), house: options.text('house') }
    await writePrivate(htmlFile, [coverageHtml(coverage, page)])
    output.note(`The map is in ${printable(htmlFile, 500)}.`)
  }
  if (layerFile !== null) {
    const layer = JSON.stringify(navigatorLayer(coverage, 'Salus sensor'), null, 2)
    await writePrivate(layerFile, [`${layer}\n`])
    output.note(`The layer for ATT&CK Navigator is in ${printable(layerFile, 500)}.`)
  }
  if (options.is('json')) await output.write(jsonLine(coverageObject(coverage)))
  else if (htmlFile === null && layerFile === null)
    for (const line of coverageLines(coverage, words)) await output.write(line)
}
