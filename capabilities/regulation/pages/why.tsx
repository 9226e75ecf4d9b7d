// The rows that decided, with their table, version and article, and the facts behind them with source and date.
// SPDX-License-Identifier: EUPL-1.2
import { Facts as FactList, StateWord, Table } from '../../../web/kit/index.ts'
import {
  type Decision,
  type FactBook,
  type Facts,
  type Row,
  sourceText,
  textIn,
  valueText,
} from '../../facts/index.ts'
import { beyond, decidingOf } from '../combined.ts'
import type { DutyStanding } from '../duty-standing.ts'
import { type ClassAnswer, classFact } from '../entity-class.ts'
import { className } from '../words.ts'
import { classReason } from './class-reason.tsx'
import { hrefOfFact, type Reader } from './reader.ts'

export interface WhyProps {
  readonly standing: DutyStanding
  readonly entityClass: ClassAnswer
  readonly facts: Facts
  readonly book: FactBook
  readonly reader: Reader
}

interface DecidingRow {
  readonly decision: Decision
  readonly row: Row
}

export function Why({ standing, entityClass, facts, book, reader }: WhyProps) {
  const { t } = reader.translator
  const dependsOnClass = standing.decisions.some(({ table }) => usesClass(table))
  const own = decidingOf(standing)
  // Behind the class stand rows of its own; an authority's word needs none.
  const behind = dependsOnClass && entityClass.decidedBy === 'rules' ? decidingOf(entityClass.computed) : []
  const decisions = [...own, ...behind]
  const used = [...new Set(decisions.flatMap((decision) => [...decision.used, ...decision.lacking]))].filter(
    (key) => key !== classFact,
  )
  return (
    <>
      {dependsOnClass && (
        <p>
          <strong>{t('regulation.class')}:</strong> {className(entityClass.answer, reader.translator)}.{' '}
          {classReason(entityClass, book, reader)}
        </p>
      )}
      <Rows rows={rowsOf(decisions)} reader={reader} />
      {used.length > 0 && (
        <>
          <h3>{t('regulation.facts')}</h3>
          <FactList facts={used.map((key) => factLine(key, standing, facts, book, reader))} />
        </>
      )}
    </>
  )
}

function usesClass({ rows }: Decision['table']): boolean {
  return rows.some(({ when }) => classFact in when)
}

function rowsOf(decisions: readonly Decision[]): readonly DecidingRow[] {
  return decisions.flatMap((decision) =>
    decision.rows.filter(({ outcome }) => outcome !== beyond).map((row) => ({ decision, row })),
  )
}

function Rows({ rows, reader }: { readonly rows: readonly DecidingRow[]; readonly reader: Reader }) {
  const { t, locale } = reader.translator
  if (rows.length === 0) return null
  return (
    <Table
      caption={t('regulation.rows')}
      showCaption
      rows={rows}
      keyOf={({ decision, row }) => `${decision.table.key}-${row.id}`}
      columns={[
        {
          label: t('regulation.rows.reason'),
          kind: 'head',
          main: true,
          cell: ({ decision, row }) => (
            <>
              {row.because ? textIn(row.because, locale) : row.id}
              {decision.answer === 'unknown' && (
                <span class="s-sub">
                  <StateWord state="unknown">{t('regulation.rows.open')}</StateWord>
                </span>
              )}
            </>
          ),
        },
        {
          label: t('regulation.rows.article'),
          cell: ({ decision, row }) => (
            <>
              {decision.table.source}
              {row.article && <span class="s-sub">{row.article}</span>}
            </>
          ),
        },
        {
          label: t('regulation.rows.table'),
          cell: ({ decision: { table }, row }) => (
            <>
              <code>
                {table.key} {table.version}
              </code>
              <span class="s-sub">{row.id}</span>
              <span class="s-sub">
                {table.verifiedBy ?? <StateWord state="unknown">{t('regulation.rows.unverified')}</StateWord>}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function factLine(key: string, standing: DutyStanding, facts: Facts, book: FactBook, reader: Reader) {
  const { translator } = reader
  const { t, locale } = translator
  const of = book.keys.get(key)
  const known = facts(key)
  const label = of ? textIn(of.label, locale) : key
  const isKnown = known !== null && known.value !== 'unknown'
  return {
    term: label,
    value:
      of && isKnown ? (
        valueText(of, known.value, translator)
      ) : (
        <StateWord state="unknown">{t('facts.value.unknown')}</StateWord>
      ),
    source: (
      <>
        {known && sourceText(known, reader)}
        {known?.isOld && ` · ${t('facts.list.old')}`}
        {of && reader.mayAnswer && (
          <>
            {known && ' · '}
            <a href={hrefOfFact(of, reader, `${reader.href}/${standing.duty.key}`)}>
              {t(known ? 'facts.list.correct' : 'facts.list.give')}
              <span class="s-hide">: {label}</span>
            </a>
          </>
        )}
      </>
    ),
  }
}
