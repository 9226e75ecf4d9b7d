// Tests of the figures about filings.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FiledDuty, figuresOf, quartersUpTo } from './statistics.ts'

const now = new Date('2026-05-10T00:00:00Z')
const at = (text: string) => new Date(`${text}:00Z`)
const filed = (
  organisationId: number,
  sentAt: string,
  dueAt: string | null,
  awareAt: string | null,
): FiledDuty => ({
  organisationId,
  regime: 'NIS2',
  duty: 'NIS2-EW',
  sentAt: at(sentAt),
  dueAt: dueAt ? at(dueAt) : null,
  awareAt: awareAt ? at(awareAt) : null,
})

test('quarters end with the one that is running', () => {
  assert.deepEqual(
    quartersUpTo(now, 3).map(({ name }) => name),
    ['2025-Q4', '2026-Q1', '2026-Q2'],
  )
})

test('each figure has its denominator, and a running quarter is no whole one', () => {
  const figures = figuresOf(
    [
      filed(1, '2026-03-31T23:59', '2026-04-01T00:00', '2026-03-31T00:00'),
      filed(1, '2026-03-02T10:00', '2026-03-01T10:00', '2026-02-28T10:00'),
      filed(2, '2026-04-01T00:00', null, null),
    ],
    quartersUpTo(now, 2),
    now,
  )
  assert.deepEqual(
    figures.map(({ period, isWhole, filings, organisations, timed, inTime }) => [
      period,
      isWhole,
      filings,
      organisations,
      timed,
      inTime,
    ]),
    [
      ['2026-Q1', true, 2, 1, 2, 1],
      ['2026-Q2', false, 1, 1, 0, 0],
    ],
  )
  assert.deepEqual([figures[0]?.medianHours?.toFixed(1), figures[1]?.medianHours], ['36.0', null])
})
