// `quality sensor-week`: how much planted misuse of records the sensor finds in invented hospital weeks, and how much it shows for it.
// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateWeek, type Week } from './generate.ts'
import { figuresOf, together, type WeekFigures } from './measure/figures.ts'
import { flagsOf, judge } from './measure/flags.ts'
import { reportLines } from './measure/report.ts'
import { type SensedSummary, senseWeek } from './measure/sensed.ts'
import { smallWeek, wholeWeek } from './size.ts'

/** Rules and limits were chosen by looking at these weeks, so their figures prove nothing. */
export const seedsLookedAt: readonly number[] = [1, 2, 3, 101]
/** Weeks that nobody looked into. Those of earlier reports (102 to 104) have been, by their figures. */
export const seedsReported: readonly number[] = [205, 206, 207]

export interface MeasuredWeek extends WeekFigures {
  readonly seed: number
  readonly generatedSeconds: number
  readonly megabytes: number
  readonly sensor: SensedSummary
  readonly eventsPerSecond: number
}

export interface SenseOptions {
  readonly seed: number
  readonly withContext: boolean
  /** Findings of other levels are in no figure. */
  readonly levels: readonly string[]
  readonly generatedSeconds: number
}

export const shownLevels: readonly string[] = ['medium', 'high', 'critical']

export async function senseAndJudge(week: Week, options: SenseOptions): Promise<MeasuredWeek> {
  const flags = flagsOf()
  const folders = { logs: week.logs, context: options.withContext ? week.context : null }
  const sensor = await senseWeek(folders, (finding) => {
    if (options.levels.includes(finding.level)) flags.take(finding)
  })
  const judged = judge(flags.all.values(), week.cases, week.places)
  return {
    seed: options.seed,
    generatedSeconds: options.generatedSeconds,
    megabytes: week.bytes / 1e6,
    ...figuresOf(judged, week.cases, week.accesses),
    sensor,
    eventsPerSecond: Math.round(sensor.events / sensor.seconds),
  }
}

export async function runSensorWeek(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seeds: { type: 'string', default: seedsReported.join(',') },
      small: { type: 'boolean', default: false },
      'without-context': { type: 'boolean', default: false },
      low: { type: 'boolean', default: false },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  })
  const weeks: MeasuredWeek[] = []
  for (const seed of seedsIn(values.seeds)) {
    const folder = values.keep
      ? join(values.keep, `week-${seed}`)
      : await mkdtemp(join(tmpdir(), 'salus-week-'))
    try {
      const started = performance.now()
      const made = await generateWeek(values.small ? smallWeek : wholeWeek, seed, folder)
      const week = await senseAndJudge(made, {
        seed,
        withContext: !values['without-context'],
        levels: values.low ? ['low', ...shownLevels] : shownLevels,
        generatedSeconds: (performance.now() - started) / 1_000,
      })
      weeks.push(week)
      if (!values.json) for (const line of reportLines(week)) console.log(line)
    } finally {
      if (!values.keep) await rm(folder, { recursive: true, force: true })
    }
  }
  const all = together(weeks)
  if (values.json) console.log(JSON.stringify({ together: all, weeks }, null, 2))
  else
    console.log(
      `\nAll ${all.weeks} weeks: recall ${all.recall} (${all.found} of ${all.planted}); for each 100,000 of ${all.accesses} accesses ${all.flagsPer100000} flags, of which ${all.falseFlagsPer100000} without planted misuse.`,
    )
}

function seedsIn(text: string): readonly number[] {
  const seeds = text.split(',').map(Number)
  if (seeds.some((seed) => !Number.isSafeInteger(seed)))
    throw new Error(
      `--seeds takes whole numbers with commas between them, such as 101,102, and not "${text}".`,
    )
  return seeds
}
