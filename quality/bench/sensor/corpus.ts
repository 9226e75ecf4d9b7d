// The logs and rules that the sensor is measured with: public samples, whole in memory, repeated as often as asked.
// SPDX-License-Identifier: EUPL-1.2
import { isBroken, type LogEvent } from '../../../sensor/event/event.ts'
import { evtxParser } from '../../../sensor/evtx/reader.ts'
import { readRules } from '../../../sensor/sigma/read.ts'
import type { DetectionRule } from '../../../sensor/sigma/rule.ts'
import { sampleLogs } from '../../../sensor/testing/sample-logs.ts'

export interface SampleFile {
  readonly path: string
  readonly bytes: Buffer
}

export async function windowsRules(): Promise<readonly DetectionRule[]> {
  const rules: DetectionRule[] = []
  for await (const { path, bytes } of sampleLogs('sigma-rules/sigma-rules.tar.gz')) {
    if (!path.endsWith('.yml') || !path.startsWith('rules')) continue
    for (const rule of readRules(bytes.toString('utf8'), path).rules)
      if (rule.kind === 'detection' && rule.logSource.product === 'windows') rules.push(rule)
  }
  return rules
}

export async function sampleEvtx(): Promise<readonly SampleFile[]> {
  const files: SampleFile[] = []
  for (const archive of ['evtx-samples/sigma-regression.tar.gz', 'evtx-samples/evtx-to-mitre.tar.gz'])
    for await (const file of sampleLogs(archive)) if (file.path.endsWith('.evtx')) files.push(file)
  return files
}

export async function* eventsOf({ path, bytes }: SampleFile): AsyncGenerator<LogEvent> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 256 * 1024) yield bytes.subarray(at, at + 256 * 1024)
  }
  for await (const item of evtxParser.read(chunks(), { source: path, now: 0 }))
    if (!isBroken(item)) yield item
}
