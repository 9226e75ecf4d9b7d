// The board's table: each open advisory with its members, their answers, the next clock and the next step.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import {
  type AnswerState,
  type Column,
  Empty,
  Key,
  Sheet,
  ShownFilters,
  SplitBar,
  Table,
  UrgencyTag,
} from '../../../web/kit/index.ts'
import { callsOf } from '../next-step.ts'
import type { AdvisoryOnBoard } from '../store.ts'
import { type Reader, urgencyLook, urgencyWord } from './words.ts'

/** What a figure of the board leads to: only the advisories with members of this kind. */
export const shownKinds = ['overdue', 'silent', 'unsure'] as const
export type Shown = (typeof shownKinds)[number]

interface AdvisoriesProps {
  readonly advisories: readonly AdvisoryOnBoard[]
  readonly shown: Shown | null
  readonly reader: Reader
}

export function Advisories({ advisories, shown, reader }: AdvisoriesProps) {
  const { t } = reader.translator
  const rows = advisories.filter((row) => shown === null || countOf(row, shown) > 0)
  return (
    <Sheet
      id="advisories"
      heading={t('board.advisories')}
      aside={<AnswerKey translator={reader.translator} />}
      flush
    >
      <ShownFilters
        lead={t('shell.filter.shown')}
        removeText={t('shell.filter.remove')}
        filters={shown ? [{ label: t(`board.shown.${shown}`), removeHref: '/centre/board#advisories' }] : []}
        hides={shown ? t('board.shown.hides', { count: advisories.length - rows.length }) : undefined}
      />
      {rows.length === 0 ? (
        <Empty heading={t('board.advisories.empty')} headingLevel={3}>
          {shown ? t('board.advisories.empty.shown') : t('board.advisories.empty.text')}
        </Empty>
      ) : (
        <Table
          caption={t('board.advisories.caption')}
          columns={columnsFor(reader)}
          rows={rows}
          keyOf={(row) => row.advisoryId}
          stateOf={(row) => (row.overdue > 0 ? 'late' : row.silent > 0 ? 'silent' : undefined)}
        />
      )}
    </Sheet>
  )
}

export function AnswerKey({ translator: { t } }: { readonly translator: Translator }) {
  const entries = (['answered', 'waiting', 'late', 'silent'] as const).map((series) => ({
    series,
    label: t(`board.standing.${standingOf[series]}`),
  }))
  return <Key entries={entries} />
}

export const standingOf = {
  answered: 'answered',
  waiting: 'waiting',
  late: 'overdue',
  silent: 'silent',
} as const satisfies Record<AnswerState, string>

/** In the order of the bar; each member is in exactly one. */
export function answerParts(
  counts: Pick<AdvisoryOnBoard, 'answered' | 'waiting' | 'overdue' | 'silent'>,
  { t }: Translator,
) {
  return (['answered', 'waiting', 'late', 'silent'] as const).map((state) => {
    const count = counts[standingOf[state]]
    return { state, count, label: t(`shell.answers.${state}`, { count }) }
  })
}

function countOf(row: AdvisoryOnBoard, shown: Shown): number {
  return shown === 'unsure' ? row.unsureMembers : row[shown]
}

function columnsFor(reader: Reader): readonly Column<AdvisoryOnBoard>[] {
  const { t } = reader.translator
  return [
    {
      label: t('board.column.advisory'),
      kind: 'head',
      main: true,
      cell: (row) => <AdvisoryName row={row} reader={reader} />,
    },
    {
      label: t('board.column.affected'),
      cell: (row) => (
        <>
          {t('board.members', { count: row.members })}
          <span class="s-sub">{t('board.assets', { affected: row.assets })}</span>
        </>
      ),
    },
    {
      label: t('board.column.answers'),
      cell: (row) => <SplitBar parts={answerParts(row, reader.translator)} />,
    },
    {
      label: t('board.column.clock'),
      cell: (row) => (row.nextDueAt ? formatInstant(row.nextDueAt, reader) : t('board.clock.none')),
    },
    { label: t('board.column.step'), cell: (row) => <Step row={row} reader={reader} /> },
  ]
}

function AdvisoryName({ row, reader }: { readonly row: AdvisoryOnBoard; readonly reader: Reader }) {
  const { translator } = reader
  const answer = row.unsureMembers === row.members ? ('cannot_tell' as const) : ('affected' as const)
  const alert = { urgency: row.urgency, answer }
  return (
    <>
      <UrgencyTag urgency={urgencyLook(alert)}>{urgencyWord(alert, translator)}</UrgencyTag>
      <br />
      <a href={`/centre/board/advisories/${row.advisoryId}`}>{row.title}</a>
      <span class="s-sub">
        {row.publisher} {row.trackingId}
        {row.unsureMembers > 0 &&
          ` · ${translator.t('board.unsure', { count: row.unsureMembers, members: row.members })}`}
      </span>
    </>
  )
}

function Step({ row, reader }: { readonly row: AdvisoryOnBoard; readonly reader: Reader }) {
  const { t } = reader.translator
  const calls = callsOf(row)
  if (!calls) return <span class="s-quiet">{t('board.step.none')}</span>
  return (
    <a href={`/centre/board/advisories/${row.advisoryId}?standing=${calls.call}`}>
      {t(`board.step.${calls.call}`, { count: calls.count })}
      <span class="s-hide">: {row.title}</span>
    </a>
  )
}
