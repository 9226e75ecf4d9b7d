// How ready members are for the worst night: age of the crisis pack, its last opening, and the last restore.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant } from '../../../platform/i18n/index.ts'
import { type Column, Plain, StateWord, Table } from '../../../web/kit/index.ts'
import type { MemberReadiness } from '../../readiness/index.ts'
import type { Reader } from './words.ts'

/** The least ready of them; the whole is on the page of each member. */
const shown = 10

export interface ReadyMember extends MemberReadiness {
  readonly name: string
}

/** Worst first; whom nothing is known of is counted and not called ready. */
export function Readiness({
  members,
  total,
  reader,
}: {
  readonly members: readonly ReadyMember[]
  readonly total: number
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const ready = members.filter(({ envelope }) => envelope === 'ready').length
  const worst = members
    .filter(({ envelope }) => envelope !== 'ready')
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.name.localeCompare(b.name))
  return (
    <Plain id="readiness" heading={t('board.readiness.title')} flush>
      <p>{t('board.readiness.lead', { ready, total, unknown: total - members.length })}</p>
      {worst.length > 0 && (
        <Table
          caption={t('board.readiness.title')}
          columns={columnsOf(reader)}
          rows={worst.slice(0, shown)}
          keyOf={({ organisationId }) => organisationId}
          stateOf={({ envelope }) => (envelope === null ? 'unknown' : undefined)}
        />
      )}
    </Plain>
  )
}

const order = ['not-fetched', 'old', 'changed', 'not-tried', 'ready']

function orderOf({ envelope }: ReadyMember): number {
  return envelope === null ? -1 : order.indexOf(envelope)
}

function columnsOf(reader: Reader): readonly Column<ReadyMember>[] {
  const { translator } = reader
  const { t } = translator
  const day = (instant: Date | null) =>
    instant ? formatInstant(instant, { ...reader, style: 'day-year' }) : t('board.readiness.never')
  return [
    {
      label: t('board.readiness.member'),
      kind: 'head',
      cell: ({ name, organisationId }) => <a href={`/centre/members/${organisationId}`}>{name}</a>,
    },
    {
      label: t('board.readiness.pack'),
      cell: ({ envelope }) => (
        <StateWord state={envelope === null ? 'unknown' : 'half'}>
          {t('board.readiness.state', { state: stateName[envelope ?? 'none'] })}
        </StateWord>
      ),
    },
    { label: t('board.readiness.made'), cell: ({ carriedAt }) => day(carriedAt) },
    { label: t('board.readiness.opened'), cell: ({ openedAt }) => day(openedAt) },
    { label: t('board.readiness.restored'), cell: ({ lastRestoredAt }) => day(lastRestoredAt) },
  ]
}

// ICU selects take letters only.
const stateName = {
  none: 'none',
  'not-fetched': 'fetch',
  old: 'old',
  changed: 'changed',
  'not-tried': 'tried',
  ready: 'other',
} as const
