// Tests of the self-test: which rules of a pack are refused by their own samples, and why.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildPack } from './build.ts'
import { goodRules, packSource, ruleLine, ruleYaml, samplesOf, started } from './builders.ts'
import { installLimits } from './limits.ts'
import { type RuleLine, readLines, writeLines } from './rule-lines.ts'
import type { PackSource } from './source.ts'

async function verdicts(lines: readonly RuleLine[], more: Partial<PackSource> = {}) {
  const { checked } = await buildPack(packSource([...goodRules(20), ...lines], more), 1)
  return {
    leftOut: checked.leftOut.map(({ ruleId, because }) => `${ruleId}: ${because}`),
    untested: checked.untested,
    tested: checked.tested - 20,
  }
}

test('a rule that finds its positive and leaves its negative samples passes', async () => {
  const line = ruleLine(
    'r',
    'stop',
    samplesOf([started('net stop x'), started('STOP')], [started('net start')]),
  )
  assert.deepEqual(await verdicts([line]), { leftOut: [], untested: [], tested: 1 })
})

test('a rule that does not find its positive sample, or finds its negative one, is left out and told', async () => {
  const blind = ruleLine('blind', 'stop', samplesOf([started('stop'), started('start')]))
  const loud = ruleLine('loud', 'stop', samplesOf([started('stop')], [started('start'), started('nonstop')]))
  assert.deepEqual((await verdicts([blind, loud])).leftOut, [
    'blind: it does not find its positive sample 2',
    'loud: it finds its negative sample 2',
  ])
})

test('a rule without a sample is left out, but for public ones of others, which are listed as untested', async () => {
  const none = ruleLine('none', 'stop', null)
  const onlyNegative = ruleLine('negative', 'stop', samplesOf([], [started('start')]))
  const open = { ...ruleLine('open', 'stop', null), path: 'public/open.yml' }
  const unlicensed = { ...ruleLine('unlicensed', 'stop', null), path: 'public/x.yml', licence: null }
  const { leftOut, untested } = await verdicts(
    [none, onlyNegative, open, unlicensed].slice(0, 2).concat(open),
  )
  assert.deepEqual(untested, ['open'])
  assert.equal(leftOut.length, 2)
  assert.match(leftOut[0] ?? '', /none: it has no positive sample/)
  assert.match((await verdicts([unlicensed])).leftOut[0] ?? '', /unlicensed: it has no positive sample/)
})

test('correlations are tested with the rules that they name, also of other files; those alone need no sample', async () => {
  const source = `${ruleYaml('base', 'login', 'name: base\n')}---
title: Many
id: many
correlation: { type: event_count, rules: [base, far], group-by: [User], timespan: 5m, condition: { gte: 3 } }
`
  const at = (minute: number) => `2026-11-27T10:0${minute}:00Z`
  const events = (minutes: readonly number[], word = 'login') => ({
    rule: 'many',
    events: minutes.flatMap((minute) => started(word, at(minute)).events ?? []),
  })
  const line = (positive: readonly number[], negative: readonly number[]): RuleLine => ({
    path: 'own/many.yml',
    author: null,
    licence: 'EUPL-1.2',
    source,
    samples: samplesOf([events(positive), events([0, 1, 2], 'faraway')], [events(negative)]),
  })
  const far = ruleLine('far', 'faraway')
  assert.deepEqual(await verdicts([line([0, 1, 2], [0, 1]), far]), { leftOut: [], untested: [], tested: 3 })
  assert.deepEqual((await verdicts([line([0, 1], [0, 1]), far])).leftOut, [
    'many: it does not find its positive sample 1',
  ])
})

test('a filter of the pack that hides a positive sample is found out', async () => {
  const filter = `title: Quiet
logsource: { product: windows }
filter:
  rules: [r]
  selection: { User: a }
  condition: selection
`
  const filters = [{ path: 'quiet.yml', author: null, licence: null, source: filter, samples: null }]
  assert.deepEqual((await verdicts([ruleLine('r', 'stop')], { filters })).leftOut, [
    'r: it does not find its positive sample 1',
  ])
})

test('samples may be logs, and may bring values of placeholders', async () => {
  const text = JSON.stringify({
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    EventID: 1,
    CommandLine: 'net stop',
  })
  const log = (content: string | Buffer) => ({
    log: { name: 'x.json', base64: Buffer.from(content).toString('base64') },
  })
  const found = ruleLine('log', 'stop', samplesOf([log(text)], [log(text.replace('stop', 'start'))]))
  const strange = ruleLine('strange', 'stop', samplesOf([log(Buffer.alloc(900, 1))]))
  const source = ruleYaml('placed', 'abc').replace("contains: 'abc'", "contains|expand: '%tools%'")
  const placed = {
    ...ruleLine('placed', ''),
    source,
    samples: { ...samplesOf([started('abc')]), values: { tools: ['abc'] } },
  }
  const { leftOut, tested } = await verdicts([found, strange, placed])
  assert.deepEqual(leftOut, ['strange: positive sample 1: no parser knows the format of its log'])
  assert.equal(tested, 2)
})

test('a rule with samples that cannot be read is left out, and the second of an id', async () => {
  const unreadable = { ...ruleLine('bad', 'x'), source: ruleYaml('bad', 'x').replace('contains', 'like') }
  const twice = { ...ruleLine('good-0', 'other'), path: 'own/twice.yml' }
  const { leftOut } = await verdicts([unreadable, twice])
  assert.match(leftOut[0] ?? '', /bad: it cannot be read: detection.*"like" is not one of Sigma/)
  assert.equal(leftOut[1], 'good-0: the id is already that of another rule of the pack')
})

test('a pack in which more than a tenth of the rules fails is refused as a whole', async () => {
  const bad = (count: number) => Array.from({ length: count }, (_, at) => ruleLine(`bad-${at}`, 'stop', null))
  assert.equal(installLimits.maxFailedShare, 0.1)
  assert.equal((await verdicts(bad(2))).leftOut.length, 2)
  await assert.rejects(verdicts(bad(3)), /3 of 23 rules fail their own samples, more than 10 in 100/)
})

test('findings about staff never may be asked for, whatever the pack says', async () => {
  const source = ruleYaml('staff', 'stop').replace('[attack.t1490]', '[attack.t1490, salus.privacy]')
  const { manifest } = await buildPack(
    packSource([{ ...ruleLine('staff', 'stop'), source }, ruleLine('it', 'stop')]),
    1,
  )
  assert.deepEqual(manifest.rules, {
    staff: { techniques: ['attack.t1490'], sightings: false, samples: 'own' },
    it: { techniques: ['attack.t1490'], sightings: true, samples: 'own' },
  })
})

test('a broken line costs itself, and names without a prototype stay fields', () => {
  const good = writeLines([ruleLine('r', 'stop')])
  const { lines, broken } = readLines(
    `${good}{"path": "x"}\nno json\n${good.replace('"path"', '"__proto__":{},"path"')}${good}`,
  )
  assert.equal(lines.length, 2)
  assert.deepEqual(
    broken.map(({ line }) => line),
    [2, 3, 4],
  )
})
