// Tests of our health rules: valid Sigma, each finds its own samples in the real detector and leaves the others.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { event } from '../engine/builders.ts'
import { detectorOf } from '../engine/detector.ts'
import type { Finding } from '../engine/finding.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import { openLog } from '../parsers/list.ts'
import { filterDocument } from '../report/filter/document.ts'
import { draftForGroup } from '../report/filter/for-group.ts'
import { readRules } from '../sigma/read.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import { languages } from '../words/words.ts'
import { healthRuleFiles, healthRuleFolder, readHealthRules } from './rules.ts'
import { type HealthSample, healthSamples } from './samples.ts'
import { healthWords } from './words.ts'

const lists = new Map(healthRuleFiles().flatMap((name) => Object.entries(healthSamples(name).values)))
const { rules, faults } = readHealthRules(lists)
const { silent } = detectorOf(rules).correlations
/** Those that find for themselves. */
const finders = rules.filter(({ head }) => !silent.has(head.id))

async function eventsOf({ events, log }: HealthSample): Promise<readonly LogEvent[]> {
  if (events)
    return events.map(({ at, logSource, fields }, record) =>
      event(fields, { at: Date.parse(at), record, ...(logSource ? { logSource } : {}) }),
    )
  const bytes = Buffer.from(log?.base64 ?? '', 'base64')
  const found: LogEvent[] = []
  const context = { source: log?.name ?? '', now: Date.UTC(2026, 5), patientKey: Buffer.from('invented') }
  const { items } = await openLog(
    (async function* () {
      yield bytes
    })(),
    context,
  )
  for await (const item of items) if (!isBroken(item)) found.push(item)
  return found
}

function findingsOf(events: readonly LogEvent[], among: readonly SigmaRule[]): readonly Finding[] {
  const detector = detectorOf(among)
  return [...events.flatMap((one) => detector.see(one)), ...detector.finish(true)]
}

function findersOf(events: readonly LogEvent[], among: readonly SigmaRule[]): ReadonlySet<string> {
  return new Set(findingsOf(events, among).map(({ ruleId }) => ruleId))
}

describe('rules for health systems', () => {
  test('each document is read, and everything it refers to is there', () => {
    assert.deepEqual(faults, [])
    assert.deepEqual(detectorOf(rules).faults, [])
  })

  test('each says what Sigma asks of a rule', () => {
    const seen = new Set<string>()
    for (const { head } of rules) {
      assert.match(
        head.id,
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        head.title,
      )
      assert.ok(!seen.has(head.id) && !seen.has(head.name ?? ''), head.title)
      seen.add(head.id).add(head.name ?? '')
      assert.match(head.name ?? '', /^salus_[a-z0-9_]+$/)
      assert.ok(head.title.length <= 256 && (head.description ?? '').length > 20, head.title)
      assert.deepEqual([head.author, head.licence, head.status], ['Salus', 'EUPL-1.2', 'experimental'])
      for (const tag of head.tags) assert.match(tag, /^(?:salus\.privacy|attack\.[a-z0-9.-]+)$/)
    }
    for (const { head } of finders)
      assert.ok(head.falsePositives.length > 0 && head.level !== 'informational', head.title)
  })

  test('what a person did with records is for the privacy officer, and says no more than who and which record', () => {
    for (const rule of finders) {
      if (rule.kind !== 'correlation' || !rule.groupBy.some((name) => name === 'patient_key')) continue
      assert.ok(rule.head.tags.includes('salus.privacy'), rule.head.title)
      assert.ok(rule.groupBy.every((name) => ['actor', 'patient_key'].includes(name)))
    }
  })

  for (const file of healthRuleFiles())
    test(`${file}: samples`, async () => {
      const { positive, negative } = healthSamples(file)
      const own = readRules(readFileSync(join(healthRuleFolder, `${file}.yml`), 'utf8'), file, lists).rules
      const names = new Map(own.map(({ head }) => [head.name ?? '', head.id]))
      const mine = finders.filter(({ head }) => names.has(head.name ?? ''))
      for (const { head } of mine) {
        assert.ok(
          positive.some(({ rule }) => rule === head.name),
          `${head.name} has no positive sample`,
        )
        assert.ok(
          negative.some(({ rule }) => rule === head.name),
          `${head.name} has no negative sample`,
        )
      }
      for (const [samples, wanted] of [
        [positive, true],
        [negative, false],
      ] as const)
        for (const [at, sample] of samples.entries()) {
          const id = names.get(sample.rule)
          assert.ok(id, sample.rule)
          const events = await eventsOf(sample)
          assert.ok(events.length > 0, `${sample.rule} ${at}: no event`)
          assert.equal(
            findersOf(events, rules).has(id),
            wanted,
            `${wanted ? 'positive' : 'negative'} sample ${at} of ${sample.rule}`,
          )
        }
    })

  test('an exception drafted for the group of a finding silences it, whatever kind of rule found it', async () => {
    let drafted = 0
    for (const sample of healthRuleFiles().flatMap((file) => healthSamples(file).positive)) {
      const rule = finders.find(({ head }) => head.name === sample.rule)
      if (rule?.kind !== 'correlation') continue
      const events = await eventsOf(sample)
      const found = findingsOf(events, rules).filter(({ ruleId }) => ruleId === rule.head.id)
      const draft = draftForGroup(rule, found[0]?.group ?? {}, rules)
      if (draft === 'fields') continue
      drafted++
      const { title } = rule.head
      const { fields, bases } = draft
      const { yaml } = filterDocument({ title, rules: bases, fields, day: '2026-11-27', comments: [] })
      const filters = readRules(yaml, 'filter.yml').rules
      const groups = new Set(found.map(({ group }) => JSON.stringify(group)))
      const left = findingsOf(events, [...rules, ...filters]).filter(({ ruleId }) => ruleId === rule.head.id)
      assert.equal(left.length < found.length, true, title)
      assert.equal(new Set(left.map(({ group }) => JSON.stringify(group))).size, groups.size - 1, title)
    }
    assert.ok(drafted >= 30, `${drafted}`)
  })

  test('without lists of the house the rules that need none load, and each other says which list it waits for', () => {
    const bare = readHealthRules()
    assert.ok(bare.rules.length > 80)
    assert.ok(bare.faults.length > 0)
    for (const { because } of bare.faults)
      assert.match(because, /^the placeholder %[a-z_]+% has no values here$/)
  })

  test('each finding has a title and a next step in four languages', () => {
    for (const { head } of finders)
      for (const language of languages) {
        const words = healthWords(head.id, language)
        assert.ok(words && words.title.length > 5 && words.todo.length > 20, `${head.name} ${language}`)
        if (language === 'en') assert.equal(words.title, head.title)
      }
  })
})
