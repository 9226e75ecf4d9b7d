// `sensor watch`: follows logs, a spool folder and syslog, until it is stopped.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { type SeenIndex, seenIndex } from '../indicators/seen/seen-index.ts'
import { detectionOf, type Lane } from '../run/detection.ts'
import { openState } from '../state/state.ts'
import { indicatorPaths, markOfPaths, watchedPaths } from '../watch/changes.ts'
import type { Note } from '../watch/feed.ts'
import { huntingOf } from '../watch/hunting.ts'
import { inUseOf, type Outfit } from '../watch/in-use.ts'
import { watchLimits } from '../watch/limits.ts'
import { fetchPacksWhileWatching, type PackUpdates } from '../watch/pack-updates.ts'
import { type LocalPage, servePage } from '../watch/page.ts'
import { renewalOf } from '../watch/renewal.ts'
import { type Telling, tellWhileWatching } from '../watch/telling.ts'
import { watch } from '../watch/watch.ts'
import {
  type Command,
  type CommandEnd,
  jsonOption,
  levelOption,
  type Output,
  placeOptions,
  ruleOptions,
  UsageFault,
  type Words,
} from './command.ts'
import { findingText } from './finding-text.ts'
import { type RunSettings, settingOptions, settingsOf } from './settings.ts'
import { watchPage } from './watch-page.ts'

export const watchCommand: Command = {
  name: 'watch',
  usage: '--config FILE [--state DIR] [--rules DIR] [--logs PATH…] [--spool DIR] [--json | --print]',
  options: {
    ...ruleOptions,
    ...levelOption,
    ...jsonOption,
    ...placeOptions,
    ...settingOptions,
    logs: { type: 'string', multiple: true },
    spool: { type: 'string' },
    print: { type: 'boolean' },
    language: { type: 'string' },
  },
  async run(words, output, stop) {
    const settings = withSources(await settingsOf(words, 'medium'), words)
    const { logs, spool, syslog, state } = settings.config
    if (state === undefined)
      throw new UsageFault(
        'Where may the sensor keep its state? Name a folder with --state or in the configuration.',
      )
    if (logs.length + syslog.length === 0 && spool === undefined)
      throw new UsageFault('What is to be watched? Name logs, a spool folder or syslog in the configuration.')
    return run(settings, state, words, output, stop())
  },
}

function withSources(settings: RunSettings, words: Words): RunSettings {
  const { config } = settings
  const logs = words.texts('logs')
  return {
    ...settings,
    config: {
      ...config,
      logs: logs.length > 0 ? [...logs] : config.logs,
      spool: words.text('spool') ?? config.spool,
    },
  }
}

async function run(
  settings: RunSettings,
  folder: string,
  words: Words,
  output: Output,
  stop: AbortSignal,
): Promise<CommandEnd> {
  const { config, assetClasses } = settings
  const clock = () => Date.now()
  const note = notesTo(output, clock)
  const state = await openState(folder)
  let seen: SeenIndex | null = null
  let page: LocalPage | null = null
  let telling: Telling | null = null
  let updates: PackUpdates | null = null
  try {
    seen = seenIndex(state.places.folder, { now: clock })
    const memory = seen
    const build = async (): Promise<Outfit> => {
      const equipment = await settings.equipment({ seen: memory })
      const lanes: readonly Lane[] = config.spool === undefined ? ['live'] : ['live', 'spool']
      return { equipment, detection: detectionOf(equipment, { level: config.level, assetClasses, lanes }) }
    }
    const mark = () => markOfPaths(watchedPaths(config))
    const known = await mark()
    const inUse = inUseOf(await build())
    const { equipment } = inUse
    for (const text of equipment.notes) note(text)
    const { rules } = inUse.detection.first.matcher
    const indicators = equipment.indicators?.size ?? 0
    if (rules.length === 0 && indicators === 0)
      throw new Error(
        'There is no rule and no indicator to watch with. Install a pack, or name rules with --rules.',
      )
    note(
      `Watches with ${equipment.rules.length} rules and ${indicators} indicators; ${equipment.faults.length} rules cannot be used.`,
    )
    if (config.centre)
      note(
        '"centre" in the configuration does nothing: `sensor enrol` says which centre this sensor belongs to.',
      )
    const tell = async (finding: Finding): Promise<void> => {
      if (words.is('json')) await output.write(jsonLine(finding))
      else if (words.is('print')) await output.write(findingText(finding))
    }
    const reading = await settings.reading()
    const flush = () => seen?.flush()
    page =
      config.page === null
        ? null
        : await servePage(
            config.page.port,
            watchPage(state.places.folder, inUse, reading, config, words),
            note,
          )
    const address = page?.address ?? null
    telling = tellWhileWatching({ folder: state.places.folder, inUse, note, clock })
    updates = fetchPacksWhileWatching({
      folder: state.places.folder,
      note,
      clock,
      everyMs: config.fetchPacks,
    })
    const renewal = renewalOf({ inUse, mark, known, build, note, clock, everyMs: config.renew })
    const hunting = huntingOf({
      folder: state.places.folder,
      seen,
      mark: () => markOfPaths(indicatorPaths(config)),
      saved: state.sections?.get('hunted'),
      keptMs: config.retention.findings,
      level: config.level,
      note,
      clock,
    })
    await watch({
      config,
      state,
      inUse,
      renewal,
      hunting,
      reading,
      saw: telling.see,
      tell,
      flush,
      page: address,
      note,
      clock,
      stop,
    })
    note('Stopped in good order.')
    return 'whole'
  } finally {
    await Promise.all([telling?.stop(), updates?.stop()])
    await page?.close()
    seen?.close()
    await state.close()
  }
}

/** The same words again and again would fill a disk: so many an hour are told, the rest is counted. */
function notesTo(output: Output, clock: () => number): Note {
  let hour = 0
  let told = 0
  return (text) => {
    const now = Math.floor(clock() / 3_600_000)
    if (now !== hour) {
      if (told > watchLimits.maxNotesOfHour)
        output.note(`${told - watchLimits.maxNotesOfHour} more notes of the last hour were left out.`)
      hour = now
      told = 0
    }
    told++
    if (told <= watchLimits.maxNotesOfHour) output.note(printable(text, 1_000))
  }
}
