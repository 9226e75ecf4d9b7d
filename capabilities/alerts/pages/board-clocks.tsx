// The board's next clocks: who owes what by when, and who has been told already.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatLeft, percentRun } from '../../../platform/i18n/index.ts'
import { Clock, type ClockState, Plain } from '../../../web/kit/index.ts'
import type { AlertObligation } from '../../obligations/index.ts'
import type { NextClock } from '../store.ts'
import type { Reader } from './words.ts'

const hourMs = 3_600_000
const nowHours = 8
const soonHours = 48

interface NextClocksProps {
  readonly clocks: readonly NextClock[]
  readonly reader: Reader
}

export function NextClocks({ clocks, reader }: NextClocksProps) {
  const { translator, now } = reader
  const { t } = translator
  return (
    <Plain id="clocks" heading={t('board.clocks')}>
      {clocks.length === 0 && <p class="s-dense">{t('board.clocks.none')}</p>}
      {clocks.map((clock) => (
        <Clock
          key={`${clock.organisationId} ${clock.advisoryId} ${clock.kind}`}
          state={stateOf(clock.dueAt, now)}
          what={
            <>
              <a href={`/centre/board/advisories/${clock.advisoryId}`}>{clock.title}</a>, {clock.organisation}
            </>
          }
          due={formatInstant(clock.dueAt, reader)}
          dueAt={clock.dueAt}
          left={formatLeft(now, clock.dueAt, translator)}
          percentRun={percentRun(clock.startsAt, now, clock.dueAt)}
          why={t('board.clock.why', {
            // The column holds the rules' kinds only.
            kind: t(`board.clock.${clock.kind as AlertObligation}`),
            start: formatInstant(clock.startsAt, reader),
            told: told[clock.escalation] ?? 'other',
          })}
        />
      ))}
    </Plain>
  )
}

/** By how far the escalation went. */
const told: readonly ('other' | 'owner' | 'deputy' | 'officer')[] = ['other', 'owner', 'deputy', 'officer']

function stateOf(dueAt: Date, now: Date): ClockState {
  const left = dueAt.getTime() - now.getTime()
  if (left < 0) return 'late'
  if (left < nowHours * hourMs) return 'now'
  return left < soonHours * hourMs ? 'soon' : 'plan'
}
