// Runs the sensor over a week in a child process and takes its findings as they come.
// SPDX-License-Identifier: EUPL-1.2
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Finding } from '../../../../sensor/engine/finding.ts'
import type { Matter } from '../../../../sensor/report/group.ts'

export interface SensedFinding extends Pick<Finding, 'ruleId' | 'title' | 'level' | 'audience' | 'time'> {
  readonly kind: 'finding'
  /** With what it stands together on the desk, as the sensor's report has it. */
  readonly matter: Matter
  /** `file:line` of the events behind it: all, or the first few and the last. */
  readonly places: readonly string[]
}

export interface SensedSummary {
  readonly kind: 'summary'
  readonly events: number
  readonly broken: number
  /** Events of which the context says that nothing explains them. */
  readonly unexplained: number
  /** Hits that came after their time was over, and what correlations gave up for want of room: counted nowhere else. */
  readonly late: number
  readonly forgotten: number
  readonly rules: number
  readonly faults: readonly string[]
  readonly loadSeconds: number
  readonly seconds: number
  readonly processorSeconds: number
  readonly peakMegabytes: number
}

/** As on a small machine: what the sensor keeps must fit into it, and what it dropped is cleared away in time. */
const heapMegabytes = 256

export async function senseWeek(
  folders: { readonly logs: string; readonly context: string | null },
  take: (finding: SensedFinding) => void,
): Promise<SensedSummary> {
  const script = join(import.meta.dirname, 'sense.ts')
  const node = [`--max-old-space-size=${heapMegabytes}`, '--import', 'tsx']
  const child = spawn(process.execPath, [...node, script, folders.logs, folders.context ?? ''], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let summary: SensedSummary | null = null
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    // Written by sense.ts beside this file.
    const said = JSON.parse(line) as SensedFinding | SensedSummary
    if (said.kind === 'finding') take(said)
    else summary = said
  }
  const [code] = (await ended) as [number | null]
  if (code !== 0 || summary === null)
    throw new Error(`The sensor ended with ${code} before it was through; its reason stands above.`)
  return summary
}
