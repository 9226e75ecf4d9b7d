// Findings for the tests of reports, filters and coverage.
// SPDX-License-Identifier: EUPL-1.2
import { csvLines, jsonLines } from './exports.ts'
import { gatherer } from './gather.ts'
import type { Report, ToldFinding } from './group.ts'
import { htmlOfReport, type ReportOptions, tellerFor } from './report-html.ts'
import { terminalLines } from './terminal.ts'

export function finding(given: Partial<ToldFinding> = {}): ToldFinding {
  return {
    origin: 'rule',
    audience: 'it',
    indicatorId: null,
    pack: null,
    ruleId: '11111111-1111-4111-8111-111111111111',
    title: 'Shadow copies deleted',
    level: 'high',
    time: '2026-11-20T01:20:00.000Z',
    source: '/logs/Security.evtx',
    record: 5,
    reason: 'Image ends with "\\vssadmin.exe"',
    author: 'A. Author',
    licence: 'DRL-1.1',
    tags: ['attack.impact', 'attack.t1490'],
    asset: 'PC-RAD-07',
    assetClass: 'workstation',
    because: {
      tests: [
        {
          field: 'Image',
          relation: 'endswith',
          asked: '\\vssadmin.exe',
          value: 'C:\\Windows\\System32\\vssadmin.exe',
        },
      ],
      more: 0,
      about: { User: 'TANNAU\\mlorenz' },
    },
    ...given,
  }
}

/** An access to records that the privacy officer may look at. */
export function access(given: Partial<ToldFinding> = {}): ToldFinding {
  return finding({
    audience: 'privacy',
    ruleId: '22222222-2222-4222-8222-222222222222',
    title: 'Record of a colleague opened',
    level: 'medium',
    tags: ['salus.privacy'],
    asset: null,
    assetClass: 'ehr',
    source: '/logs/audit.ndjson',
    because: {
      tests: [{ field: 'relation', relation: 'equals', asked: 'colleague', value: 'colleague' }],
      more: 0,
      about: { actor: 'nurse.winter', patient_key: 'k-83c1' },
    },
    ...given,
  })
}

export const now = Date.parse('2026-11-27T03:00:00Z')
export const options = (given: Partial<ReportOptions> = {}): ReportOptions => ({
  audience: 'it',
  language: 'en',
  timeZone: 'Europe/Berlin',
  now,
  ...given,
})

export function reportOf(findings: readonly ToldFinding[], given: Partial<ReportOptions> = {}): Report {
  const gathered = gatherer(options(given))
  for (const one of findings) gathered.see(one)
  return gathered.end()
}

/** Every form of one report, as one text. */
export function everyForm(findings: readonly ToldFinding[], given: Partial<ReportOptions> = {}): string {
  const report = reportOf(findings, given)
  const teller = tellerFor(options(given))
  return [
    htmlOfReport(report, options(given)),
    ...terminalLines(report, teller, { colours: true, now, groups: 100 }),
    ...jsonLines(report, teller),
    ...csvLines(report, teller),
  ].join('\n')
}
