// Tests of the coverage map: states of rules, honest shares, places on the map, advice, and its forms in four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Traits } from '../engine/groups.ts'
import { emptyFields, type LogEvent, setField, windowsLog } from '../event/event.ts'
import { houseTimes } from '../report/times.ts'
import { readRules } from '../sigma/read.ts'
import { languages, wordsOf } from '../words/words.ts'
import { knownTechniques, placesOf, techniquesOf } from './attack.ts'
import { adviceFor, adviceKeys, baseline } from './baseline.ts'
import { blindSources, byProduct, type Coverage, coverageOf, share } from './coverage.ts'
import { coverageHtml } from './coverage-html.ts'
import { coverageLines, coverageObject } from './coverage-text.ts'
import { techniqueMap } from './map.ts'
import { navigatorLayer } from './navigator.ts'
import { seenKinds } from './seen.ts'

const rule = (id: string, source: string, detection: string, tags = '') =>
  `title: Rule ${id}\nid: ${id}\ntags: [${tags}]\nlogsource: {${source}}\ndetection: {s: {${detection}}, condition: s}\n`

const text = [
  rule(
    'logon',
    'product: windows, service: security',
    'EventID: 4625',
    'attack.credential-access, attack.t1110.001',
  ),
  rule(
    'task',
    'product: windows, service: security',
    'EventID: 4698',
    'attack.persistence, attack.t1053.005',
  ),
  rule('start', 'product: windows, category: process_creation', 'Image: x', 'attack.execution, attack.t1059'),
  rule(
    'script',
    'product: windows, category: ps_script',
    'ScriptBlockText: x',
    'attack.execution, attack.t1059.001',
  ),
  rule('hide', 'product: windows, category: registry_set', 'Details: x', 'attack.stealth, attack.t1112'),
  rule('dear', 'product: windows, service: security', 'EventID: 4624'),
  'title: Chain\nid: chain\ntags: [attack.impact]\ncorrelation: {type: temporal, rules: [logon, start], timespan: 1h}\n',
  'title: Bad\nid: bad\nlogsource: {product: x}\ndetection: {s: {a: 1}, condition: other}\n',
].join('---\n')

const read = readRules(text, 'rules.yml')
const kind = (channel: string, eventId: string): Traits => ({
  product: 'windows',
  category: '',
  service: '',
  channel: channel.toLowerCase(),
  eventId,
})
const cover = (seen: readonly Traits[] | null): Coverage =>
  coverageOf({ rules: read.rules, faults: read.faults, seen, quarantined: new Set(['dear']) })
const stateOf = (coverage: Coverage, id: string) => coverage.rules.find(({ head }) => head.id === id)?.state

describe('states of rules', () => {
  const coverage = cover([kind('Security', '4625'), kind('Security', '4688')])

  test('ready, quiet, blind, set aside and unsupported are told apart', () => {
    const states = ['logon', 'start', 'task', 'script', 'hide', 'dear'].map((id) => stateOf(coverage, id))
    assert.deepEqual(states, ['ready', 'ready', 'quiet', 'blind', 'blind', 'quarantined'])
    assert.deepEqual(coverage.states, { ready: 3, quiet: 1, blind: 2, quarantined: 1, unsupported: 1 })
    assert.equal(coverage.all, 8)
  })

  test('a correlation is as good as the worst rule that it refers to', () => {
    assert.equal(stateOf(coverage, 'chain'), 'ready')
    assert.equal(stateOf(cover([kind('Security', '4625')]), 'chain'), 'blind')
  })

  test('without logs nothing is claimed', () => {
    const words = wordsOf('en')
    assert.equal(cover(null).looked, false)
    assert.match(coverageLines(cover(null), words).join('\n'), /No logs were looked at/)
    assert.match(coverageLines(cover([]), words).join('\n'), /^0 % of the rules can work/)
  })

  test('of a running sensor it is known which log sources came, and not which kinds of events', () => {
    const blind = new Set(['windows/ps_script/*', 'windows/registry_set/*'])
    const running = coverageOf({ rules: read.rules, faults: [], seen: null, blind })
    assert.equal(running.looked, true)
    const states = ['logon', 'task', 'start', 'script'].map((id) => stateOf(running, id))
    assert.deepEqual(states, ['ready', 'ready', 'ready', 'blind'])
  })

  test('a share is never rounded up', () => {
    assert.deepEqual([share(999, 1_000), share(1_000, 1_000), share(0, 0), share(1, 3)], [99, 100, 0, 33])
  })

  test('systems and log sources are counted', () => {
    assert.deepEqual(byProduct(coverage)[0], { product: 'windows', all: 6, ready: 2 })
    assert.deepEqual(
      blindSources(coverage).map(({ source }) => source),
      ['windows/ps_script/*', 'windows/registry_set/*'],
    )
  })
})

describe('the map', () => {
  test('a technique stands under the tactics that its rule and ATT&CK both name', () => {
    assert.deepEqual(techniquesOf(['attack.t1059.001', 'attack.T1059', 'attack.g0016', 't1059']), ['T1059'])
    assert.deepEqual(placesOf('T1059', ['attack.execution', 'attack.impact']), ['execution'])
    assert.deepEqual(placesOf('T1112', ['attack.defense-impairment']), ['defense-impairment'])
    assert.deepEqual(placesOf('T1112', ['attack.defense-evasion', 'attack.persistence']), [
      'persistence',
      'stealth',
    ])
    assert.deepEqual(placesOf('T9999', ['attack.impact']), ['impact'])
  })

  test('every technique that ATT&CK knows is on it, and the three counts add up', () => {
    const { rows, known, untagged } = techniqueMap(
      cover([kind('Security', '4625'), kind('Security', '4688')]).rules,
    )
    const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ technique }) => technique)))
    for (const technique of knownTechniques.keys()) assert.ok(shown.has(technique), technique)
    assert.equal(known.all, known.ready + known.waiting + known.none)
    assert.deepEqual([known.ready, known.waiting, untagged], [2, 2, 2])
    const scripts = rows.find(({ tactic }) => tactic === 'execution')?.cells[0]
    assert.deepEqual(scripts, { technique: 'T1059', state: 'ready', ready: 1, rules: 2 })
  })

  test('the Navigator layer names techniques with their share', () => {
    const layer = JSON.parse(JSON.stringify(navigatorLayer(cover([kind('Security', '4688')]), 'Tannau')))
    assert.equal(layer.domain, 'enterprise-attack')
    assert.deepEqual(
      layer.techniques.map(({ techniqueID, score }: { techniqueID: string; score: number }) => [
        techniqueID,
        score,
      ]),
      [
        ['T1053', 0],
        ['T1059', 50],
        ['T1110', 0],
        ['T1112', 0],
      ],
    )
  })
})

describe('advice', () => {
  test('each rule counts once, with the step that opens most for its effort', () => {
    const advice = adviceFor(cover([]).rules)
    const opened = advice.reduce((sum, { opens }) => sum + opens, 0)
    assert.equal(opened, 5)
    assert.equal(advice.filter(({ id }) => id === 'process-audit' || id === 'sysmon').length, 2)
    assert.ok(advice.some(({ id, opens }) => id === 'script-block' && opens === 1))
  })

  test('where the log comes but not the event, the subcategory is advised and nothing is promised', () => {
    const advice = adviceFor(cover([kind('Security', '4625'), kind('Security', '4688')]).rules)
    const objects = advice.find(({ id }) => id === 'audit-objects')
    assert.deepEqual([objects?.opens, objects?.perhaps], [0, 1])
    assert.ok(objects?.commands.some((command) => command.includes('{0CCE9227-69AE-11D9-BED3-505054503030}')))
    assert.ok(!advice.some(({ id }) => id === 'security-log'))
  })

  test('every step has its words in every language, and subcategories by the number that Windows has in each', () => {
    for (const step of baseline) {
      const { title, care, paths } = adviceKeys(step)
      for (const language of languages)
        for (const key of [title, ...(care ? [care] : []), ...paths]) assert.ok(wordsOf(language).say(key))
      for (const command of step.commands.filter((one) => one.startsWith('auditpol')))
        assert.match(
          command,
          /^auditpol \/set \/subcategory:\{0CCE92[0-9A-F]{2}-69AE-11D9-BED3-505054503030\} /,
        )
    }
  })
})

test('kinds of events are remembered within bounds', () => {
  const readAt = Date.UTC(2026, 10, 27)
  const first = seenKinds(readAt)
  first.see(windowsEvent('Security', 1), readAt)
  const kinds = seenKinds(readAt, JSON.parse(JSON.stringify(first.save(readAt))))
  assert.deepEqual(kinds.kinds(), [kind('Security', '1')])
  for (let id = 0; id < 25_000; id++) {
    kinds.see(windowsEvent('Security', id), readAt)
  }
  assert.equal(kinds.kinds().length, 20_000)
  assert.equal(kinds.forgotten(), 5_000)
})

function windowsEvent(channel: string, id: number): LogEvent {
  const fields = emptyFields()
  setField(fields, 'Channel', channel)
  setField(fields, 'EventID', id)
  return { source: 's', record: id, at: null, logSource: windowsLog, fields, raw: null }
}

test('a kind that did not come for a month is forgotten, while it runs and after a restart', () => {
  const day = 86_400_000
  const start = Date.UTC(2026, 10, 1)
  const kinds = seenKinds(start)
  kinds.see(windowsEvent('Security', 1), start)
  kinds.see(windowsEvent('Security', 2), start + 20 * day)
  const saved = kinds.save(start + 30 * day)
  assert.equal(saved.length, 2)
  assert.deepEqual(
    seenKinds(start + 31 * day, saved)
      .kinds()
      .map(({ eventId }) => eventId),
    ['2'],
  )
  assert.equal(kinds.save(start + 31 * day).length, 1)
})

test('what stands in the place of kinds and has not their form is left out', () => {
  for (const spoilt of [null, 'kinds', [['a']], [['a', 'b', 'c', 'd', 'e', 'f']], { __proto__: [] }])
    assert.deepEqual(seenKinds(0, spoilt).kinds(), [])
})

test('every form tells the same in four languages, and a rule’s name is text', () => {
  const nasty = readRules(
    rule('<script>', 'product: "<b>\\u001b[31m"', 'a: 1').replace('Rule', '<img>'),
    '</style>',
  ).rules
  const coverage = coverageOf({
    rules: [...read.rules, ...nasty],
    faults: read.faults,
    seen: [kind('Security', '4625')],
  })
  for (const language of languages) {
    const words = wordsOf(language)
    const page = coverageHtml(coverage, {
      words,
      times: houseTimes('Europe/Berlin', language),
      now: 0,
      house: 'Tannau',
    })
    assert.match(page, new RegExp(`<html lang="${language}">`))
    assert.doesNotMatch(page, /<script|<img|<b>\u005cu001b| style="/)
    assert.match(page, /© 2025 The MITRE Corporation/)
    assert.doesNotMatch(coverageLines(coverage, words).join(''), /\p{Cc}/u)
  }
  assert.equal(JSON.parse(JSON.stringify(coverageObject(coverage))).states.ready, 1)
})
