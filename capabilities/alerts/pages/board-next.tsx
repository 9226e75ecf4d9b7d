// Top of the duty board: the one next step with its reason, and the figures that lead to their lists.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatLeft, formatNumber } from '../../../platform/i18n/index.ts'
import { ButtonLink, NextStep as NextStepSheet, Tally } from '../../../web/kit/index.ts'
import type { NextStep } from '../next-step.ts'
import {
  type AdvisoryOnBoard,
  type BoardTotals,
  type MemberOnBoard,
  type NextClock,
  silentAfterHours,
} from '../store.ts'
import type { Reader } from './words.ts'

interface NextProps {
  readonly step: NextStep<AdvisoryOnBoard> | null
  readonly member: MemberOnBoard | null
  readonly nextClock: NextClock | null
  readonly reader: Reader
}

export function Next({ step, member, nextClock, reader }: NextProps) {
  const { t, tr } = reader.translator
  if (!step || !member) return <Nobody nextClock={nextClock} reader={reader} />
  const { advisory, call, overdueAfter, silentAfter } = step
  const common = {
    title: advisory.title,
    urgency: t(`alerts.urgency.${member.urgency}`),
    overdueAfter,
    silentAfter,
  }
  const because =
    call === 'overdue' && member.nextDueAt
      ? tr('board.next.because.overdue', {
          ...common,
          due: formatInstant(member.nextDueAt, reader),
          over: formatLeft(reader.now, member.nextDueAt, reader.translator),
        })
      : tr('board.next.because.silent', {
          ...common,
          opened: formatInstant(member.openedAt, reader),
          hours: silentAfterHours,
        })
  return (
    <NextStepSheet
      slim
      id="next"
      label={t('board.next')}
      heading={t('board.next.call', { member: member.name })}
      because={because}
      action={
        <ButtonLink href={`/centre/board/advisories/${advisory.advisoryId}?standing=${call}`}>
          {t('board.next.open')}
        </ButtonLink>
      }
    />
  )
}

function Nobody({ nextClock, reader }: Pick<NextProps, 'nextClock' | 'reader'>) {
  const { t, tr } = reader.translator
  return (
    <NextStepSheet
      slim
      id="next"
      label={t('board.next')}
      heading={t('board.next.nobody')}
      because={
        nextClock
          ? tr('board.next.because.nobody', { due: formatInstant(nextClock.dueAt, reader) })
          : tr('board.next.because.nothing')
      }
      action={<a href="#clocks">{t('board.next.clocks')}</a>}
    />
  )
}

interface FiguresProps {
  readonly totals: BoardTotals
  readonly soonHours: number
  readonly reader: Reader
}

export function Figures({ totals, soonHours, reader }: FiguresProps) {
  const { t } = reader.translator
  const number = (value: number) => formatNumber(value, reader.translator)
  return (
    <Tally
      figures={[
        {
          term: t('board.tally.open'),
          figure: number(totals.withOpenAlert),
          href: '/centre/board#advisories',
          note: t('board.tally.open.note', { members: totals.members }),
        },
        {
          term: t('board.tally.overdue'),
          figure: number(totals.overdue),
          href: '/centre/board?shown=overdue#advisories',
          note: t('board.tally.overdue.note', { count: totals.overdueActNow }),
          ...(totals.overdue > 0 ? { tone: 'late' as const } : {}),
        },
        {
          term: t('board.tally.silent'),
          figure: number(totals.silent),
          href: '/centre/board?shown=silent#advisories',
          note: t('board.tally.silent.note'),
          ...(totals.silent > 0 ? { tone: 'silent' as const } : {}),
        },
        {
          term: t('board.tally.soon', { hours: soonHours }),
          figure: number(totals.dueSoon),
          href: '/centre/board#clocks',
          note: t('board.tally.soon.note'),
        },
        {
          term: t('board.tally.unsure'),
          figure: number(totals.unsure),
          href: '/centre/board?shown=unsure#advisories',
          note: t('board.tally.unsure.note'),
          ...(totals.unsure > 0 ? { tone: 'unknown' as const } : {}),
        },
      ]}
    />
  )
}
