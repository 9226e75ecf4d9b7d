// Tests of reports: grouping, order, audiences, languages, time zones.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readRules } from '../sigma/read.ts'
import { type Language, languages, wordsOf } from '../words/words.ts'
import { access, everyForm, finding, now, options, reportOf } from './builders.ts'
import { jsonLines } from './exports.ts'
import { reportLimits } from './limits.ts'
import { htmlOfReport, reportHtml, tellerFor } from './report-html.ts'
import { ruleBookOf } from './rule-book.ts'
import { barsOf } from './timeline.ts'
import { houseTimes } from './times.ts'

describe('groups', () => {
  test('findings of one machine and hour are one group, whatever the case of its name', () => {
    const { groups } = reportOf([
      finding(),
      finding({ asset: 'pc-rad-07', record: 6, time: '2026-11-20T01:59:59.999Z' }),
      finding({ record: 7, time: '2026-11-20T02:00:00.000Z' }),
    ])
    assert.deepEqual(groups.map(({ count }) => count).sort(), [1, 2])
  })

  test('of one person all that came in a day of the house is one matter for the privacy officer, by whatever rules', () => {
    const seen = (time: string, ruleId: string, actor = 'nurse.winter') =>
      access({ time, ruleId, group: { actor, patient_key: `k-${time}` } })
    const findings = [
      // 00:30 to 23:30 of the house, which is two days of UTC.
      seen('2026-11-19T23:30:00.000Z', 'colleague'),
      seen('2026-11-20T08:00:00.000Z', 'many', 'Nurse.Winter'),
      seen('2026-11-20T22:30:00.000Z', 'colleague'),
      seen('2026-11-20T23:30:00.000Z', 'colleague'),
      seen('2026-11-20T08:00:00.000Z', 'colleague', 'dr.sommer'),
      access({ ruleId: 'record', group: { patient_key: 'k-1' } }),
      access({ ruleId: 'record', group: { patient_key: 'k-1' }, time: '2026-11-20T12:00:00.000Z' }),
    ].map(({ because: _, ...bare }) => bare)
    const { groups } = reportOf(findings.toReversed(), { audience: 'privacy' })
    assert.deepEqual(
      groups.map(({ subject, count, items }) => `${subject} ${count} ${items.length}`).toSorted(),
      ['dr.sommer 1 1', 'nurse.winter 1 1', 'nurse.winter 3 2', 'patient_key k-1 2 1'],
    )
    const teller = tellerFor(options({ audience: 'privacy' }))
    const lines = [...jsonLines(reportOf(findings, { audience: 'privacy' }), teller)].map((line) =>
      JSON.parse(line),
    )
    assert.deepEqual(new Set(lines.map(({ day }) => day)), new Set(['2026-11-20', '2026-11-21']))
    assert.ok(lines.every((line) => !('hour' in line)))
  })

  test('serious stands before slight, and among equals rare before frequent', () => {
    const noisy = (asset: string) => finding({ asset, ruleId: 'noisy', title: 'Noisy' })
    const { groups } = reportOf([
      ...['a', 'b', 'c', 'd', 'e'].map(noisy),
      finding({ asset: 'rare' }),
      finding({ asset: 'worst', ruleId: 'worst', level: 'critical' }),
      finding({ asset: 'slight', ruleId: 'slight', level: 'low' }),
    ])
    assert.deepEqual(
      groups.map(({ subject }) => subject).filter((subject) => (subject ?? '').length > 1),
      ['worst', 'rare', 'slight'],
    )
    assert.equal(groups[1]?.subject, 'rare')
  })

  test('a chain over several tactics stands before as many findings of one', () => {
    const hour = (asset: string, tags: readonly string[]) =>
      tags.map((tag, at) => finding({ asset, ruleId: `${asset}-${at}`, tags: [`attack.${tag}`] }))
    const { groups } = reportOf([
      ...hour('one', ['impact', 'impact', 'impact']),
      ...hour('chain', ['execution', 'credential-access', 'impact']),
    ])
    assert.equal(groups[0]?.subject, 'chain')
  })

  test('findings without a time or a machine are shown and not lost', () => {
    const report = reportOf([finding({ time: null, asset: null, source: '' })])
    const page = htmlOfReport(report, options())
    assert.match(page, /Without a time/)
    assert.match(page, /Unnamed machine/)
  })

  test('a correlation stands with the events behind it and the words of its own kind', () => {
    const book = ruleBookOf(
      readRules(
        'title: Failed logon\nid: failed\nlogsource: {product: windows}\ndetection: {s: {a: 1}, condition: s}',
        'x',
      ).rules,
    )
    const { because: _, ...bare } = finding({
      title: 'Many failed logons',
      asset: null,
      group: { TargetUserName: 'klara' },
      counted: { type: 'event_count', value: 30, events: 30, fields: [], withinMs: 300_000 },
      evidence: [{ ruleId: 'failed', time: '2026-11-20T01:19:00.000Z', source: '/logs/a.evtx', record: 9 }],
    })
    const german = htmlOfReport(reportOf([bare]), options({ language: 'de', book }))
    assert.match(german, /30 Ereignisse innerhalb von 5 Minuten bei TargetUserName/)
    assert.match(german, /Failed logon/)
    assert.match(german, /Eintrag 9 von \/logs\/a\.evtx/)
    assert.match(german, /und 29 weitere Ereignisse/)
  })

  test('a kept finding counts as often as it came', () => {
    const report = reportOf([
      finding({ id: 'abcdef0123456789', count: 40, lastTime: '2026-11-20T01:50:00.000Z' }),
    ])
    assert.equal(report.findings, 40)
    assert.match(htmlOfReport(report, options()), /40 times, 02:20 to 02:50/)
    assert.match(htmlOfReport(report, options()), /sensor filter abcdef012345/)
  })
})

describe('audiences', () => {
  const both = [finding(), access()]

  test('IT reads nothing of the privacy officer’s findings in any form', () => {
    const text = everyForm(both)
    assert.match(text, /mlorenz/)
    for (const canary of ['nurse.winter', 'k-83c1', 'Record of a colleague', 'audit.ndjson'])
      assert.ok(!text.includes(canary), canary)
    assert.match(text, /1 finding is for the privacy officer only/)
  })

  test('the privacy officer reads nothing of IT’s findings in any form', () => {
    const text = everyForm(both, { audience: 'privacy' })
    assert.match(text, /nurse\.winter/)
    for (const canary of ['mlorenz', 'PC-RAD-07', 'Shadow copies', 'Security.evtx'])
      assert.ok(!text.includes(canary), canary)
  })

  test('a finding that is only tagged, or rests on such a rule, is not shown to IT either', () => {
    const book = ruleBookOf(
      readRules(
        'title: T\nid: r\ntags: [salus.privacy]\nlogsource: {product: ehr}\ndetection: {s: {a: 1}, condition: s}',
        'x',
      ).rules,
    )
    const event = { ruleId: 'r', time: '2026-11-20T01:19:00.000Z', source: 's', record: 1 }
    const hidden = [
      access({ audience: 'it' }),
      finding({ ruleId: 'r' }),
      finding({ ruleId: 'c', evidence: [event] }),
    ]
    assert.equal(reportOf(hidden, { book }).findings, 0)
    assert.equal(reportOf(hidden, { book, audience: 'privacy' }).findings, 3)
  })

  test('the privacy officer reads of candidates, in four languages, and is not told to pull a cable', () => {
    const words: Readonly<Record<Language, RegExp>> = {
      en: /candidate for review and no accusation/,
      de: /Kandidat für eine Prüfung und kein Vorwurf/,
      fr: /candidat à un examen et n’est pas une accusation/,
      it: /candidato a un esame e non un’accusa/,
    }
    for (const language of languages) {
      const page = reportHtml(both, options({ audience: 'privacy', language }))
      assert.match(page.replaceAll('&#39;', '’'), words[language])
      assert.ok(!page.includes(wordsOf(language).say('true.isolate')), language)
    }
  })
})

describe('time', () => {
  test('hours are those of the clock on the wall, and the hour that comes twice is told apart', () => {
    const times = houseTimes('Europe/Berlin', 'en')
    assert.equal(times.instant(Date.parse('2026-07-01T22:30:00Z')), 'Thu, 2 Jul 2026, 00:30')
    assert.equal(times.clock(Date.parse('2026-10-25T00:30:00Z')), '02:30 UTC+02:00')
    assert.equal(times.clock(Date.parse('2026-10-25T01:30:00Z')), '02:30 UTC+01:00')
    assert.equal(times.clock(Date.parse('2026-10-25T02:30:00Z')), '03:30')
    assert.equal(times.clock(Date.parse('2026-03-29T01:30:00Z')), '03:30')
  })

  test('both hours of that night are groups of their own', () => {
    const report = reportOf([
      finding({ time: '2026-10-25T00:30:00Z' }),
      finding({ time: '2026-10-25T01:30:00Z', record: 6 }),
    ])
    assert.equal(report.groups.length, 2)
    const bars = barsOf(report, houseTimes('Europe/Berlin', 'en'), wordsOf('en'))
    assert.equal(bars.length, 2)
    assert.notEqual(bars[0]?.label, bars[1]?.label)
  })

  test('days without findings are days of the chart too, and what lies before it is counted', () => {
    const at = (time: string) => finding({ time })
    const days = reportOf([at('2026-11-01T10:00:00Z'), at('2026-11-08T10:00:00Z')])
    assert.equal(barsOf(days, houseTimes('Europe/Berlin', 'en'), wordsOf('en')).length, 8)
    const ages = reportOf([
      at('0001-01-01T00:00:00Z'),
      at('2026-11-08T10:00:00Z'),
      at('9999-12-31T00:00:00Z'),
    ])
    const bars = barsOf(ages, houseTimes('Europe/Berlin', 'en'), wordsOf('en'))
    assert.ok(bars.length <= reportLimits.maxBars + 2)
    assert.equal(
      bars.reduce((sum, { serious, slight }) => sum + serious + slight, 0),
      3,
    )
  })

  test('what lies before the time asked for is counted', () => {
    const report = reportOf([finding(), finding({ time: '2026-11-26T01:00:00Z' })], {
      since: now - 7 * 86_400_000,
    })
    assert.deepEqual([report.findings, report.notShown.earlier], [1, 1])
    assert.equal(reportOf([finding()], { since: now }).notShown.earlier, 1)
  })

  test('an unknown zone is told with an example', () => {
    assert.throws(() => houseTimes('Europe/Tannau', 'en'), /Europe\/Berlin/)
  })
})

test('no findings are told as what they are, in four languages', () => {
  for (const language of languages) {
    const page = reportHtml([], options({ language }))
    assert.match(page, new RegExp(`<html lang="${language}">`))
    assert.ok(page.includes(wordsOf(language).say('report.empty')))
  }
})

test('the rule’s author says what is harmless; without the rule the report says where to get it', () => {
  const rule =
    'title: T\nid: 11111111-1111-4111-8111-111111111111\nfalsepositives: [Unknown, Backup software]\nlogsource: {product: windows}\ndetection: {s: {a: 1}, condition: s}'
  const book = ruleBookOf(readRules(rule, 'x').rules)
  assert.match(reportHtml([finding()], options({ book })), /<li>Backup software<\/li>/)
  assert.doesNotMatch(reportHtml([finding()], options({ book })), /<li>Unknown/)
  assert.match(reportHtml([finding()], options()), /Name its folder with --rules/)
})

describe('what is read first', () => {
  const serious = finding({ asset: 'worst', level: 'critical' })

  test('what to do now stands before everything else: where to begin, the first step, and what holds if it is real', () => {
    const page = htmlOfReport(
      reportOf([serious, finding()]),
      options({ centre: { name: 'C', phone: '0800' } }),
    )
    const order = [
      'What to do now',
      'href="#place-1"',
      'If it is real',
      '0800',
      'Look here first',
      'id="place-1"',
    ]
    const places = order.map((text) => page.indexOf(text))
    assert.ok(!places.includes(-1), String(places))
    assert.deepEqual(
      places,
      places.toSorted((one, two) => one - two),
    )
    assert.doesNotMatch(htmlOfReport(reportOf([]), options()), /What to do now/)
  })

  test('beside each finding, and not folded away, stands how to say that it was a false alarm', () => {
    const page = htmlOfReport(reportOf([serious, finding({ ruleId: 'other', asset: 'worst' })]), options())
    const outside = page.replaceAll(/<details[\s\S]*?<\/details>/g, '')
    assert.equal(outside.match(/False alarm\? <span class="code">sensor filter [0-9a-f]{12}</g)?.length, 2)
    const local = htmlOfReport(reportOf([serious]), options({ draftAt: (id) => `filter-${id}` }))
    assert.match(local, /False alarm\? <a href="filter-[0-9a-f]{12}">Draft an exception<\/a>/)
  })

  test('rules of ours speak the reader’s language and say themselves what to do; others keep their author’s words', () => {
    const ours = {
      ruleId: '440e0cc2-f286-4b9e-b0df-bf149b6a1908',
      title: 'Account used after the last day of work',
    }
    const text = everyForm([access(ours)], { audience: 'privacy', language: 'de' })
    assert.match(text, /<span lang="de">Konto nach dem letzten Arbeitstag benutzt/)
    assert.match(text, /Sperren Sie das Konto sofort/)
    assert.match(everyForm([finding()], { language: 'de' }), /<span lang="en">Shadow copies deleted/)
  })
})

test('a medical device is not cut off without asking the ward', () => {
  const page = reportHtml([finding({ assetClass: 'medical-device' })], options())
  assert.match(page, /ask the ward whether a patient depends on it/)
})
