// The sensor over one week, as a process of its own: prints each finding as a line, and at the end what it cost.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { detectorOf } from '../../../../sensor/engine/detector.ts'
import type { Finding } from '../../../../sensor/engine/finding.ts'
import { type Broken, isBroken, type LogEvent } from '../../../../sensor/event/event.ts'
import { emptyContext } from '../../../../sensor/health/context/context.ts'
import { enrich } from '../../../../sensor/health/context/enrich.ts'
import { readHealthContext } from '../../../../sensor/health/context/read.ts'
import { readHealthRules } from '../../../../sensor/health/rules.ts'
import { openLog } from '../../../../sensor/parsers/list.ts'
import { matterOf } from '../../../../sensor/report/group.ts'
import { houseTimes } from '../../../../sensor/report/times.ts'
import type { SensedFinding, SensedSummary } from './sensed.ts'

/** Logs of a day are read side by side, so that an event comes late by no more than its own log wrote it late. */
const latenessMs = 1_800_000
/** Correlations are told how far time has come so often, as a running sensor does after each batch. */
const batch = 5_000
const patientKey = Buffer.from('a key that was invented for this measure')
const timeZone = 'Europe/Berlin'

const { dayKey } = houseTimes(timeZone, 'en')

const [logs = '', contextFolder = ''] = process.argv.slice(2)
const started = performance.now()
const context =
  contextFolder === '' ? emptyContext() : await readHealthContext(contextFolder, { patientKey, timeZone })
const { rules, faults } = readHealthRules(context.placeholders)
const detector = detectorOf(rules, { minLevel: 'low' })
const counts = { events: 0, broken: 0, unexplained: 0 }
const loaded = performance.now()
for (const day of readdirSync(logs).sort()) await readSideBySide(day)
await tell(detector.finish(true))
await write({
  kind: 'summary',
  ...counts,
  late: detector.correlations.counts.late(),
  forgotten: detector.correlations.counts.evicted() + detector.correlations.counts.forgotten(),
  rules: rules.length,
  faults: [
    ...[...faults, ...detector.faults].map(({ title, because }) => `${title}: ${because}`),
    ...context.faults.map(({ file, line, because }) => `${file}:${line}: ${because}`),
  ].slice(0, 20),
  loadSeconds: (loaded - started) / 1_000,
  seconds: (performance.now() - loaded) / 1_000,
  processorSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1_024,
})

/** As a running sensor reads: always on in the log whose next record is the oldest. */
async function readSideBySide(day: string): Promise<void> {
  const sources = await Promise.all(
    readdirSync(join(logs, day)).map(async (name) => {
      const items = await itemsOf(`${day}/${name}`)
      return { items, next: await items.next() }
    }),
  )
  const oldest = () => sources.reduce((one, two) => (timeOf(two.next) < timeOf(one.next) ? two : one))
  for (let source = oldest(); !source.next.done; source = oldest()) {
    await see(source.next.value)
    if (counts.events % batch === 0) await tell(detector.advance(timeOf(source.next) - latenessMs))
    source.next = await source.items.next()
  }
}

/** What cannot be read or has no time is taken at once; what has ended never. */
function timeOf({ done, value }: IteratorResult<LogEvent | Broken, void>): number {
  if (done) return Number.POSITIVE_INFINITY
  return isBroken(value) ? 0 : (value.at ?? 0)
}

async function itemsOf(source: string) {
  const chunks = createReadStream(join(logs, source), { highWaterMark: 256 * 1024 })
  const { items } = await openLog(chunks, { source, now: Date.now(), timeZone, patientKey })
  return items[Symbol.asyncIterator]()
}

async function see(item: LogEvent | Broken): Promise<void> {
  if (isBroken(item)) {
    counts.broken++
    return
  }
  counts.events++
  const event = enrich(item, context)
  if (event.fields.explained === false) counts.unexplained++
  await tell(detector.see(event))
}

async function tell(findings: readonly Finding[]): Promise<void> {
  for (const finding of findings) {
    const { ruleId, title, level, audience, time, source, record, evidence } = finding
    const places = [{ source, record }, ...(evidence ?? [])].map((one) => `${one.source}:${one.record}`)
    await write({
      kind: 'finding',
      ruleId,
      title,
      level,
      audience,
      time,
      matter: matterOf(finding, audience, dayKey),
      places: [...new Set(places)],
    })
  }
}

async function write(line: SensedFinding | SensedSummary): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}
