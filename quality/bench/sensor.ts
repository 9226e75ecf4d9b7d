// `npm run bench -- sensor [--json]`: the sensor's speed as ratios within one run, with the same hits checked each time.
// SPDX-License-Identifier: EUPL-1.2
import { matcherOf } from '../../sensor/engine/matcher.ts'
import { naiveMatcherOf } from '../../sensor/engine/naive.ts'
import type { LogEvent } from '../../sensor/event/event.ts'
import type { DetectionRule } from '../../sensor/sigma/rule.ts'
import { eventsOf, type SampleFile, sampleEvtx, windowsRules } from './sensor/corpus.ts'
import { measureIndicators } from './sensor/indicators.ts'
import { memoryPeaks } from './sensor/memory.ts'
import { measurePacks } from './sensor/packs.ts'
import { againstDuckDb, againstTsEvtx, rivalsAbsent } from './sensor/rivals.ts'
import { measureWorkers } from './sensor/workers.ts'

interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What is aimed at, and whether it was met; null where the figure only informs. */
  readonly target: string | null
  readonly met: boolean | null
}

const words = process.argv.slice(2)
const number = (option: string, otherwise: number) => {
  const at = words.indexOf(option)
  return at < 0 ? otherwise : Number(words[at + 1])
}
const repeats = number('--repeat', 20)
/** A round takes a tenth of a second; of fewer of them one collection of garbage decides. */
const roundsARepeat = 4
const memoryMegabytes = number('--memory-mb', 400)

const rules = await windowsRules()
const files = await sampleEvtx()
const events: LogEvent[] = []
for (const file of files) for await (const event of eventsOf(file)) events.push(event)

const results: Measured[] = []
const add = (
  name: string,
  value: number,
  unit: string,
  target: string | null = null,
  met: boolean | null = null,
) => results.push({ name, value: Math.round(value * 100) / 100, unit, target, met })

add('rules', rules.length, 'rules')
add('events of the samples', events.length, 'events')
const [fast, few] = await endToEnd([rules, rules.filter((_, at) => at % 10 === 0)])
add(
  'end to end: EVTX and all Windows rules',
  fast.perSecond,
  'events/s',
  'at least 30000',
  fast.perSecond >= 30_000,
)
add('the same for each second of processor time', fast.perProcessorSecond, 'events/s')
add('the same in bytes', fast.bytesPerSecond / 1e6, 'MB/s')
const matching = matchOnly(rules, repeats)
add('matching alone', matching.perSecond, 'events/s')
const naive = naiveOnly(rules)
if (naive.hits !== matching.hits)
  throw new Error(`The naive engine found ${naive.hits}, the fast one ${matching.hits}.`)
add('hits, the same in both engines', naive.hits, 'hits')
add('naive evaluation', naive.perSecond, 'events/s')
const ratio = matching.perSecond / naive.perSecond
add('fast to naive', ratio, 'times', 'at least 20', ratio >= 20)
const growth = few.perProcessorSecond / fast.perProcessorSecond
add('time of all rules to a tenth of them', growth, 'times', 'at most 2.5', growth <= 2.5)
if (rivalsAbsent === null) await addRivals()
else process.stderr.write(`${rivalsAbsent}\n`)
const memory = await memoryPeaks(files, memoryMegabytes)
for (const [at, peaks] of memory.all.entries())
  for (const peak of peaks) add(`peak memory of ${at === 0 ? 40 : memoryMegabytes} MB`, peak / 1e6, 'MB')
const grown = memory.large / memory.small
add(`peak memory of ${memoryMegabytes} MB to 40 MB, medians`, grown, 'times', 'at most 1.3', grown <= 1.3)
await measureWorkers(add, files, number('--workers-mb', 1_000))
await measurePacks(add)
await measureIndicators(add, number('--indicators', 10_000_000))

if (words.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`)
else
  for (const { name, value, unit, target, met } of results)
    process.stdout.write(
      `${name}: ${value} ${unit}${target === null ? '' : ` (${target}: ${met ? 'met' : 'missed'})`}\n`,
    )

async function addRivals(): Promise<void> {
  const reader = await againstTsEvtx(files, Math.max(1, repeats / 5))
  if (reader.recordsOurs !== reader.recordsTheirs)
    process.stderr.write(`@ts-evtx/core read ${reader.recordsTheirs} records, we ${reader.recordsOurs}\n`)
  const parse = reader.ours / reader.theirs
  add('EVTX read, of processor time', reader.ours, 'records/s')
  add('EVTX read by @ts-evtx/core', reader.theirs, 'records/s')
  add('EVTX, ours to @ts-evtx/core', parse, 'times', 'at least 8', parse >= 8)
  const sql = await againstDuckDb(rules, events, repeats)
  add('rules with the same hits in DuckDB', sql.rules, 'rules')
  add('rules left out, because SQL cannot say them or finds other events', sql.leftOut, 'rules')
  add('hits, the same in both', sql.hits, 'hits')
  add('DuckDB, a query for each rule', sql.alone, 'events/s')
  add('DuckDB, 100 rules in a query', sql.together, 'events/s')
  const best = sql.ours / Math.max(sql.alone, sql.together)
  add('ours to DuckDB at its best', best, 'times', 'at least 8', best >= 8)
}

interface Speed {
  readonly perSecond: number
  /** What a machine without other load would come near to. */
  readonly perProcessorSecond: number
  readonly bytesPerSecond: number
}

/** In turn, so that what else the machine does meets all alike; the second half counts, when the compiler has seen everything. */
async function endToEnd<const Sets extends readonly (readonly DetectionRule[])[]>(
  sets: Sets,
): Promise<{ readonly [At in keyof Sets]: Speed }> {
  const runs = sets.map((chosen) => ({ matcher: matcherOf(chosen), seconds: 0, processor: 0, seen: 0 }))
  const rounds = repeats * roundsARepeat
  for (let round = 0; round < rounds; round++)
    for (const run of runs) {
      const started = performance.now()
      const before = process.cpuUsage()
      let count = 0
      for (const file of files) count += await matchFile(file, run.matcher)
      if (round < rounds / 2) continue
      run.seconds += (performance.now() - started) / 1_000
      run.processor += processorSeconds(before)
      run.seen += count
    }
  const bytesAnEvent = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / events.length
  const speeds = runs.map(({ seconds, processor, seen }) => ({
    perSecond: seen / seconds,
    perProcessorSecond: seen / processor,
    bytesPerSecond: (seen / seconds) * bytesAnEvent,
  }))
  // One for each set, in their order.
  return speeds as { readonly [At in keyof Sets]: Speed }
}

async function matchFile(file: SampleFile, matcher: ReturnType<typeof matcherOf>): Promise<number> {
  let count = 0
  for await (const event of eventsOf(file)) {
    matcher.match(event)
    count++
  }
  return count
}

function matchOnly(chosen: readonly DetectionRule[], rounds: number): { perSecond: number; hits: number } {
  const matcher = matcherOf(chosen)
  let hits = 0
  for (const event of events) hits += matcher.match(event).length
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round++) for (const event of events) matcher.match(event)
  return { perSecond: (events.length * rounds) / processorSeconds(before), hits }
}

function naiveOnly(chosen: readonly DetectionRule[]): { perSecond: number; hits: number } {
  const matcher = naiveMatcherOf(chosen)
  for (const event of events.slice(0, 200)) matcher.match(event)
  const before = process.cpuUsage()
  let hits = 0
  for (const event of events) hits += matcher.match(event).length
  return { perSecond: events.length / processorSeconds(before), hits }
}

/** Ratios are of processor time, so that other load on the machine distorts them less. */
function processorSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
