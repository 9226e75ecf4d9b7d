// Takes what was found in the order of files and records: correlations, repeats, what rules may cost, and all counts.
// SPDX-License-Identifier: EUPL-1.2
import { chainOf } from '../../engine/chain.ts'
import { hitFields, keptTexts } from '../../engine/correlation/kept.ts'
import { type Detector, quarantineFault } from '../../engine/detector.ts'
import type { Finding } from '../../engine/finding.ts'
import { costLimits } from '../../engine/meter.ts'
import { jsonLine } from '../../engine/printable.ts'
import { eventLimits } from '../../indicators/limits.ts'
import { addUntold, type Untold } from '../../indicators/untold.ts'
import type { DetectionRule } from '../../sigma/rule.ts'
import type { Batch, Outcome } from './outcome.ts'

export interface ReadCounts {
  files: number
  unknownFiles: number
  failedFiles: number
  /** Links, devices, pipes. */
  leftOut: number
  events: number
  bytes: number
  broken: number
  /** Remarks of parsers that cost no record: a wrong checksum, a log that was in use. */
  notices: number
  untold: Untold
}

export interface SettlementOptions {
  readonly counts: ReadCounts
  /** What could not be read and why; `place` stands between the two. */
  readonly note: (path: string, place: string, because: string) => void
  /** The rule of this index is out of service from now on. */
  readonly onQuarantine: (rule: number) => void
  readonly startSteps?: number
}

export interface Settlement {
  /** Findings as lines of JSON. */
  take(batch: Batch): readonly string[]
  finish(closeAll: boolean): readonly string[]
}

export function settlementOf(detector: Detector, options: SettlementOptions): Settlement {
  const { matcher, correlations } = detector
  const { counts, note } = options
  const startSteps = options.startSteps ?? costLimits.startSteps
  const spent = new Float64Array(matcher.rules.length)
  const quarantined = new Uint8Array(matcher.rules.length)
  const folded = keptTexts()
  const isFirst = firstOnly(eventLimits.maxTold)
  /** Records before this part of the file, and of it. */
  const records = { before: 0, ofPart: 0 }
  let hasFailed = false

  const linesOf = (findings: readonly Finding[]) => findings.map(jsonLine)
  const correlate = ({ rule, at, record, fields }: Extract<Outcome, { kind: 'hit' }>, source: string) => {
    const { id } = (matcher.rules[rule] as DetectionRule).head
    if (at === null) {
      detector.counts.undated++
      return []
    }
    // What comes from another thread has lost its form, and shares no text.
    const own = hitFields()
    for (const [name, text] of Object.entries(fields)) own[name] = folded(text)
    const hit = { ruleId: id, at, source, record: records.before + record, fields: own }
    return linesOf(detector.told(correlations.add(hit)))
  }
  const exceed = (rule: number, steps: number): void => {
    if (quarantined[rule] === 1 || (spent[rule] as number) + steps <= startSteps) return
    quarantined[rule] = 1
    detector.faults.push(quarantineFault(matcher.rules[rule] as DetectionRule))
    options.onQuarantine(rule)
  }
  const begin = (isRest: boolean): void => {
    records.before = isRest ? records.before + records.ofPart : 0
    records.ofPart = 0
    if (isRest) return
    hasFailed = false
    counts.files++
  }
  const fail = (path: string, because: string): void => {
    // A file that is read in parts fails once.
    if (!hasFailed) counts.failedFiles++
    hasFailed = true
    note(path, ' ', because)
  }
  const settle = (outcome: Outcome, path: string): readonly string[] => {
    switch (outcome.kind) {
      case 'finding':
        return quarantined[outcome.rule] === 1 ? [] : [numbered(outcome.line, records.before)]
      case 'hit':
        return quarantined[outcome.rule] === 1 ? [] : correlate(outcome, path)
      case 'met':
        return isFirst(outcome.key) && outcome.line !== null ? [numbered(outcome.line, records.before)] : []
      case 'excess':
        exceed(outcome.rule, outcome.steps)
        return []
      case 'spent':
        for (let rule = 0; rule < spent.length; rule++)
          spent[rule] = (spent[rule] as number) + (outcome.excess[rule] ?? 0)
        addUntold(counts.untold, outcome.untold)
        return []
      case 'reached':
        for (const group of outcome.groups) matcher.reached[group] = Math.max(1, matcher.reached[group] ?? 0)
        return []
      case 'begun':
        begin(outcome.isRest)
        return []
      case 'unknown':
        counts.unknownFiles++
        return []
      case 'notLooked':
        if (outcome.is === 'failed') counts.failedFiles++
        else counts.leftOut++
        note(path, ' ', outcome.because)
        return []
      case 'fault':
        note(path, placeOf(outcome.record, records.before), outcome.fault)
        return []
      case 'ended':
        counts.bytes += outcome.bytes
        if (outcome.unread !== null) fail(path, outcome.unread)
        return []
    }
  }
  return {
    take(batch) {
      counts.events += batch.events
      counts.broken += batch.broken
      counts.notices += batch.notices
      const lines = batch.outcomes.flatMap((outcome) => settle(outcome, batch.path))
      records.ofPart += batch.records
      return lines
    },
    finish: (closeAll) => linesOf(detector.finish(closeAll)),
  }
}

/** What is wrong with the whole file is of no record. */
function placeOf(record: number, before: number): string {
  return record === 0 ? ': ' : `, record ${before + record}: `
}

/** The finding with its record's number in the whole file. */
function numbered(line: string, before: number): string {
  if (before === 0) return line
  // `jsonLine` of a finding made it.
  const finding = JSON.parse(line) as Finding
  return jsonLine({ ...finding, record: finding.record + before })
}

/** True for a key that was not there before; of too many the oldest is forgotten. */
function firstOnly(most: number): (key: string) => boolean {
  const known = chainOf<true>()
  return (key) => {
    if (known.get(key)) return false
    const oldest = known.size() >= most ? known.oldest() : null
    if (oldest !== null) known.delete(oldest.key)
    known.put(key, true)
    return true
  }
}
