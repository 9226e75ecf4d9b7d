// Tests of reports with hostile values and floods: escaped in every form, cut, bounded, counted.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { languages } from '../words/words.ts'
import { everyForm, finding, options, reportOf } from './builders.ts'
import { cell, csvLines } from './exports.ts'
import { readFinding } from './finding-lines.ts'
import { gatherer } from './gather.ts'
import { reportLimits } from './limits.ts'
import { htmlOfReport, reportHtml, tellerFor } from './report-html.ts'

describe('hostile values', () => {
  const nasty = '\u001b[31m\u202e</style><script>alert(1)</script>\u0007=HYPERLINK("http://x")\u2028'
  const hostile = finding({
    title: nasty,
    asset: `=cmd|'/c calc'!A0${nasty}`,
    source: `/logs/${nasty}`,
    author: nasty,
    licence: nasty,
    ruleId: nasty,
    because: {
      tests: [{ field: nasty, relation: 'contains', asked: nasty, value: nasty }],
      more: 0,
      about: { [nasty]: nasty },
    },
  })

  test('no control sign, no sign of direction and no markup of a log reaches any form', () => {
    const start = String.fromCharCode(27)
    const colours = [0, 1, 31, 33, 36, 90].map((code) => `${start}[${code}m`)
    for (const language of languages) {
      // Our own colours, breaks of lines and the mark of the byte order are taken out first.
      const text = [...colours, '\r', '\n', '\uFEFF'].reduce(
        (rest, own) => rest.replaceAll(own, ''),
        everyForm([{ ...hostile, level: 'informational' }], { language }),
      )
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
      assert.match(text, /\\u001b\[31m\\u202e/)
      assert.doesNotMatch(
        htmlOfReport(reportOf([hostile]), options({ language })),
        /<script|<img|<\/style>.*<\/style>/s,
      )
    }
  })

  test('the page has no script and allows nothing but its own style, by its hash', () => {
    const page = htmlOfReport(reportOf([hostile]), options())
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
    const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    assert.equal(
      policy,
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    )
    assert.doesNotMatch(page, / style="| on\w+="|<script|(src|href)="(?!#)|url\(/)
  })

  test('no cell of the table is a formula', () => {
    const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '|calc', '%0A', '\t=1', '  =1', '\r=1', '＝1', '"=1']
    for (const text of formulas) assert.match(cell(text), /^"('|\\u|"")/, text)
    assert.equal(cell('PC-RAD-07'), '"PC-RAD-07"')
    assert.equal(cell('a "b", c'), '"a ""b"", c"')
    const rows = [...csvLines(reportOf([hostile]), tellerFor(options()))]
    assert.equal(rows.length, 2)
    assert.match(rows[1] ?? '', /,"'=cmd/)
  })

  test('fields of a megabyte are cut in every form', () => {
    const long = 'x'.repeat(1_048_576)
    const text = everyForm([finding({ title: long, asset: long, author: long, reason: long, source: long })])
    assert.ok(text.length < 60_000, `${text.length}`)
  })

  test('a line that is no finding is not taken for one, and one with too much is cut', () => {
    for (const line of [
      '',
      '{',
      '[]',
      'null',
      '{"ruleId":"x"}',
      JSON.stringify({ ...finding(), level: 'extreme' }),
    ])
      assert.equal(readFinding(line), null, line)
    const read = readFinding(
      JSON.stringify({ ...finding(), title: 'x'.repeat(100_000), __proto__: 1, more: {} }),
    )
    assert.equal(read?.title.length, 4_096)
    assert.deepEqual(readFinding(JSON.stringify(finding())), finding())
  })
})

describe('bounds', () => {
  test('thousands of groups make a page of bounded size that counts the rest', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => finding({ asset: `pc-${at}`, record: at }))
    const page = reportHtml(many, options())
    assert.ok(page.length < 300_000, `${page.length}`)
    const rest = 5_000 - reportLimits.shownGroups - reportLimits.listedGroups
    assert.ok(page.includes(`${rest.toLocaleString('en')} more groups are not listed here`))
  })

  test('logs that invent times and rules without end are bounded, and every finding counts', () => {
    const gathered = gatherer(options())
    const all = 3 * reportLimits.maxHours
    for (let at = 0; at < all; at++)
      gathered.see(
        finding({
          asset: 'one',
          ruleId: `r${at}`,
          time: new Date(Date.UTC(2020, 0) + at * 3_600_000).toISOString(),
        }),
      )
    const { hours, before, rules, findings } = gathered.end()
    assert.equal(findings, all)
    assert.equal(hours.length, reportLimits.maxHours)
    assert.equal(
      hours.reduce((sum, { serious, slight }) => sum + serious + slight, before),
      all,
    )
    assert.equal(rules.length, reportLimits.maxRules)
  })

  test('a flood of invented names is bounded, is counted, and does not push out what is serious', () => {
    const before = process.cpuUsage()
    const gathered = gatherer(options())
    gathered.see(finding({ level: 'critical', asset: 'true' }))
    for (let at = 0; at < 45_000; at++) gathered.see(finding({ level: 'low', asset: `flood-${at}` }))
    const report = gathered.end()
    assert.ok(report.groups.length <= reportLimits.maxGroups)
    assert.equal(report.groups[0]?.subject, 'true')
    assert.equal(report.groups.length + report.notShown.overflow, 45_001)
    const { user } = process.cpuUsage(before)
    assert.ok(user < 20_000_000, `${user} µs`)
  })
})
