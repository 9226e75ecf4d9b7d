// Runs all public rules over public sample logs: everything loads or says why, samples are found, both engines agree.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { before, describe, test } from 'node:test'
import { isBroken, type LogEvent } from '../event/event.ts'
import { evtxParser } from '../evtx/reader.ts'
import { readRules } from '../sigma/read.ts'
import type { DetectionRule, RuleFault } from '../sigma/rule.ts'
import { sampleLogs, sampleLogsAbsent } from '../testing/sample-logs.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { type NaiveMatcher, naiveMatcherOf } from './naive.ts'

const ruleArchive = 'sigma-rules/sigma-rules.tar.gz'
const regression = 'evtx-samples/sigma-regression.tar.gz'
const mitre = 'evtx-samples/evtx-to-mitre.tar.gz'
const skip = sampleLogsAbsent(ruleArchive) || sampleLogsAbsent(regression) || sampleLogsAbsent(mitre)

describe('all public rules over public logs', { skip }, () => {
  const rules: DetectionRule[] = []
  const faults: RuleFault[] = []
  let files = 0
  let matcher: Matcher
  let naive: NaiveMatcher

  before(async () => {
    for await (const { path, bytes } of sampleLogs(ruleArchive)) {
      if (!path.endsWith('.yml') || !path.startsWith('rules')) continue
      files++
      const read = readRules(bytes.toString('utf8'), path)
      faults.push(...read.faults)
      for (const rule of read.rules) if (rule.kind === 'detection') rules.push(rule)
    }
    matcher = matcherOf(rules)
    naive = naiveMatcherOf(rules)
  })

  test('every rule is read, or its placeholder has no values here', () => {
    assert.equal(files, 3_780)
    assert.equal(rules.length + faults.length, files)
    assert.deepEqual(
      faults.filter(({ because }) => !/^the placeholder %[\w.-]+% has no values here$/.test(because)),
      [],
    )
    assert.equal(faults.length, 25)
  })

  test('99 of 100 rules have something that the index can look for', () => {
    assert.ok(matcher.index.always <= rules.length / 100, `${matcher.index.always} are always evaluated`)
    assert.ok(matcher.index.bytes < 60_000_000, `${matcher.index.bytes} bytes`)
  })

  test('each sample of the regression set fires its rule as often as is stated', async (t) => {
    const fired = new Map<string, number>()
    const stated = new Map<string, number>()
    let events = 0
    for await (const { path, bytes } of sampleLogs(regression)) {
      if (basename(path) === 'info.yml') {
        const text = bytes.toString('utf8')
        const id = /path: .*\/([\w-]+)\.evtx/.exec(text)?.[1] ?? ''
        stated.set(id, Number(/match_count: (\d+)/.exec(text)?.[1] ?? 1))
      }
      if (!path.endsWith('.evtx')) continue
      const wanted = basename(path, '.evtx')
      for (const event of await eventsOf(bytes)) {
        events++
        const own = bothEngines(event, path).filter((rule) => rules[rule]?.head.id === wanted).length
        fired.set(wanted, (fired.get(wanted) ?? 0) + own)
      }
    }
    const exact = [...stated].filter(([id, count]) => fired.get(id) === count).length
    t.diagnostic(`${stated.size} samples, ${exact} exactly as often; both engines agree on ${events} events`)
    assert.equal(stated.size, 154)
    // The stated number is a minimum, as SigmaHQ's own test takes it.
    assert.deepEqual(
      [...stated].filter(([id, count]) => (fired.get(id) ?? 0) < count),
      [],
    )
  })

  test('both engines agree on the logs that are labelled with ATT&CK techniques', async (t) => {
    let events = 0
    let hits = 0
    let logs = 0
    let withTechnique = 0
    let foundTechnique = 0
    for await (const { path, bytes } of sampleLogs(mitre)) {
      if (!path.endsWith('.evtx')) continue
      logs++
      const technique = /\/(T\d{4}(?:\.\d{3})?)/.exec(path)?.[1]?.toLowerCase()
      const tags = new Set<string>()
      for (const event of await eventsOf(bytes)) {
        events++
        const found = bothEngines(event, path)
        hits += found.length
        for (const rule of found) for (const tag of rules[rule]?.head.tags ?? []) tags.add(tag)
      }
      if (technique === undefined) continue
      withTechnique++
      const family = `attack.${technique.slice(0, 5)}`
      if ([...tags].some((tag) => tag.startsWith(family))) foundTechnique++
    }
    t.diagnostic(`${logs} logs, ${events} events, ${hits} hits`)
    t.diagnostic(`technique named by a rule that fired: ${foundTechnique} of ${withTechnique} logs`)
    assert.ok(foundTechnique > 0)
  })

  test('a rule of the archive shows its author and licence-relevant head', () => {
    assert.equal(
      rules.every(({ head }) => head.author !== null && head.id !== '' && head.title !== ''),
      true,
    )
  })

  function bothEngines(event: LogEvent, path: string): readonly number[] {
    const fast = matcher.match(event).map(({ rule }) => rule)
    const slow = naive.match(event)
    assert.deepEqual(fast, slow, `record ${event.record} of ${path}`)
    return fast
  }
})

async function eventsOf(bytes: Buffer): Promise<readonly LogEvent[]> {
  const events: LogEvent[] = []
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  for await (const item of evtxParser.read(whole(), { source: 'sample', now: 0 }))
    if (!isBroken(item)) events.push(item)
  return events
}
