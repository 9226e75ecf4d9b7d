// The sensor over one week, as a process of its own: prints each finding as a line, and at the end what it cost.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { createReadStream, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { detectorOf } from '../../../../sensor/engine/detector.ts'
import type { Finding } from '../../../../sensor/engine/finding.ts'
import { isBroken } from '../../../../sensor/event/event.ts'
import { emptyContext } from '../../../../sensor/health/context/context.ts'
import { enrich } from '../../../../sensor/health/context/enrich.ts'
import { readHealthContext } from '../../../../sensor/health/context/read.ts'
import { readHealthRules } from '../../../../sensor/health/rules.ts'
import { openLog } from '../../../../sensor/parsers/list.ts'
import type { SensedFinding, SensedSummary } from './sensed.ts'

/** Each day's files are read one after the other, so an event may come a day after one that happened later. */
const latenessMs = 26 * 3_600_000
const patientKey = Buffer.from('a key that was invented for this measure')
const timeZone = 'Europe/Berlin'

const [logs = '', contextFolder = ''] = process.argv.slice(2)
const started = performance.now()
const context =
  contextFolder === '' ? emptyContext() : await readHealthContext(contextFolder, { patientKey, timeZone })
const { rules, faults } = readHealthRules(context.placeholders)
const detector = detectorOf(rules, { latenessMs, minLevel: 'low' })
const counts = { events: 0, broken: 0, unexplained: 0 }
const loaded = performance.now()
for (const file of readdirSync(logs, { recursive: true, encoding: 'utf8' }).sort())
  if (/\.(?:ndjson|log)$/.test(file)) await scan(file.split(sep).join('/'))
await tell(detector.finish(true))
await write({
  kind: 'summary',
  ...counts,
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

async function scan(file: string): Promise<void> {
  const chunks = createReadStream(join(logs, file), { highWaterMark: 256 * 1024 })
  const source = relative('.', file).split(sep).join('/')
  const { items } = await openLog(chunks, { source, now: Date.now(), timeZone, patientKey })
  for await (const item of items) {
    if (isBroken(item)) {
      counts.broken++
      continue
    }
    counts.events++
    const event = enrich(item, context)
    if (event.fields.explained === false) counts.unexplained++
    await tell(detector.see(event))
  }
}

async function tell(findings: readonly Finding[]): Promise<void> {
  for (const { ruleId, title, level, audience, time, source, record, group, evidence } of findings) {
    const places = [{ source, record }, ...(evidence ?? [])].map((one) => `${one.source}:${one.record}`)
    await write({
      kind: 'finding',
      ruleId,
      title,
      level,
      audience,
      time,
      group: group ?? {},
      places: [...new Set(places)],
    })
  }
}

async function write(line: SensedFinding | SensedSummary): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}
