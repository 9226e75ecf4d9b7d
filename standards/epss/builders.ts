// Invented EPSS files for tests.
// SPDX-License-Identifier: EUPL-1.2
import type { EpssScore } from './index.ts'

export function buildEpss(scores: Iterable<EpssScore>, scoreDate = '2026-03-05T12:00:22Z'): Buffer {
  const lines = [`#model_version:v2026.01.01,score_date:${scoreDate}`, 'cve,epss,percentile']
  for (const { cveId, probability, percentile } of scores) lines.push(`${cveId},${probability},${percentile}`)
  return Buffer.from(`${lines.join('\n')}\n`)
}
