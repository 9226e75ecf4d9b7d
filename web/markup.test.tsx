// Tests what no page may do: inline style or script, ids twice, labels and descriptions that lead nowhere, foreign markup.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { renderToString } from 'preact-render-to-string'
import { locales } from '../platform/i18n/index.ts'
import { BarChart, Facts, firstThree, RawText, Table, TextField } from './kit/index.ts'
import { alert } from './preview/alert.tsx'
import { alerts } from './preview/alerts.tsx'
import { board } from './preview/board.tsx'
import { profile } from './preview/forms.tsx'
import { importResult } from './preview/import-result.tsx'
import { night } from './preview/night.tsx'
import { problem } from './preview/problem.tsx'
import { today } from './preview/today.tsx'

const samples = { today, alert, alerts, board, profile, importResult, problem, night }

for (const [name, render] of Object.entries(samples)) {
  test(`the markup of ${name} holds to the content policy and its references lead somewhere, in every language`, () => {
    for (const locale of locales) {
      const { document } = parseHTML(render({ locale, theme: 'device' }))
      const all = [...document.querySelectorAll('*')]
      assert.deepEqual(
        all.filter((element) => element.hasAttribute('style') || element.localName === 'style').map(String),
        [],
      )
      assert.deepEqual(
        all.filter((element) => element.localName === 'script' && !element.hasAttribute('src')).map(String),
        [],
      )
      assert.deepEqual(
        all
          .flatMap((element) => element.getAttributeNames())
          .filter((attribute) => attribute.startsWith('on')),
        [],
      )
      const ids = all.map((element) => element.id).filter(Boolean)
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
        'ids stand once',
      )
      const targets = all.flatMap((element) =>
        ['for', 'aria-describedby', 'aria-labelledby'].flatMap(
          (attribute) => element.getAttribute(attribute)?.split(' ') ?? [],
        ),
      )
      assert.deepEqual(
        targets.filter((target) => !ids.includes(target)),
        [],
        'references lead to an id',
      )
      assert.equal(document.querySelectorAll('h1').length, 1)
      assert.equal(document.documentElement.getAttribute('lang'), locale)
      assert.equal(document.querySelectorAll('form[method="post"]').length > 0, true)
    }
  })
}

test('foreign text stays text in tables, facts, raw lines, fields and charts', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (noise) => {
      const text = `<img src=x>${noise}"><script>`
      const html = renderToString(
        <div>
          <Facts facts={[{ term: text, value: text, source: text }]} />
          <RawText text={text} faulty={{ start: 0, end: 4 }} faultyWord={text} />
          <TextField name="n" label={text} value={text} error={text} />
          <Table
            caption={text}
            rows={[text]}
            keyOf={() => 1}
            columns={[{ label: text, cell: (row) => row }]}
          />
          <BarChart
            caption={text}
            categoryLabel={text}
            totalLabel={text}
            series={[{ series: 'now', label: text }]}
            rows={[{ category: text, counts: [3] }]}
            formatNumber={String}
          />
        </div>,
      )
      assert.doesNotMatch(html, /<img|<script/)
    }),
    { numRuns: 60 },
  )
})

test('there are never more than three needs', () => {
  assert.deepEqual(firstThree([]), [])
  assert.deepEqual(firstThree([1, 2, 3, 4]), [1, 2, 3])
})

test('a chart starts at zero, also when all its figures are nothing, and refuses more rows than can be read', () => {
  const chart = (rows: readonly { category: string; counts: readonly number[] }[]) =>
    renderToString(
      <BarChart
        caption="Answers"
        categoryLabel="Country"
        totalLabel="All"
        series={[{ series: 'now', label: 'Act now' }]}
        rows={rows}
        formatNumber={String}
      />,
    )
  assert.doesNotMatch(chart([{ category: 'Italy', counts: [0] }]), /NaN|Infinity/)
  assert.doesNotMatch(chart([]), /NaN|Infinity/)
  assert.throws(
    () => chart(Array.from({ length: 61 }, (_, index) => ({ category: String(index), counts: [1] }))),
    /at most 60/,
  )
})
