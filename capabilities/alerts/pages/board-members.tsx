// The table of members concerned by one advisory: standing, figures, clock, telephone numbers, what was tried.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatLeft } from '../../../platform/i18n/index.ts'
import { type Column, StateWord, Table, UrgencyTag } from '../../../web/kit/index.ts'
import type { Contact } from '../../organisations/index.ts'
import type { Tried } from '../store/tried.ts'
import type { MemberOnBoard } from '../store.ts'
import { Contacts, triedInWords } from './board-contacts.tsx'
import { type Reader, stateLook, stateWord, urgencyLook, urgencyWord } from './words.ts'

export interface ShownMember extends MemberOnBoard {
  readonly contacts: readonly Contact[]
  readonly tried: readonly Tried[]
}

interface MemberTableProps {
  readonly members: readonly ShownMember[]
  readonly reader: Reader
}

export function MemberTable({ members, reader }: MemberTableProps) {
  return (
    <Table
      caption={reader.translator.t('board.advisory.caption')}
      columns={columnsFor(reader)}
      rows={members}
      keyOf={(member) => member.organisationId}
      stateOf={(member) => rowStates[member.standing]}
    />
  )
}

const rowStates = { overdue: 'late', silent: 'silent', waiting: undefined, answered: undefined } as const

function columnsFor(reader: Reader): readonly Column<ShownMember>[] {
  const { t } = reader.translator
  return [
    {
      label: t('board.column.member'),
      kind: 'head',
      main: true,
      cell: (member) => (
        <>
          {member.name}, {member.country}
          <br />
          <UrgencyTag urgency={urgencyLook(member)}>{urgencyWord(member, reader.translator)}</UrgencyTag>
        </>
      ),
    },
    { label: t('board.column.stands'), cell: (member) => <Stands member={member} reader={reader} /> },
    {
      label: t('board.column.assets'),
      cell: (member) =>
        t('board.assets.both', { affected: member.affectedAssets, unsure: member.unsureAssets }),
    },
    { label: t('board.column.told'), cell: (member) => formatInstant(member.openedAt, reader) },
    {
      label: t('board.column.clock'),
      cell: (member) => <NextDue dueAt={member.nextDueAt} reader={reader} />,
    },
    {
      label: t('board.column.call'),
      cell: (member) => <Contacts contacts={member.contacts} reader={reader} />,
    },
    { label: t('board.column.tried'), cell: (member) => triedInWords(member.tried, reader) },
  ]
}

function Stands({ member, reader }: { readonly member: ShownMember; readonly reader: Reader }) {
  const { standing, state } = member
  const look = standing === 'silent' ? 'silent' : stateLook(state, standing === 'overdue')
  return (
    <>
      <StateWord state={look}>{reader.translator.t(`board.standing.${standing}`)}</StateWord>
      <span class="s-sub">{stateWord(state, reader.translator)}</span>
    </>
  )
}

function NextDue({ dueAt, reader }: { readonly dueAt: Date | null; readonly reader: Reader }) {
  if (!dueAt) return <>{reader.translator.t('board.clock.none')}</>
  const isLate = dueAt < reader.now
  return (
    <>
      {formatInstant(dueAt, reader)}
      <span class={isLate ? 's-sub s-late' : 's-sub'}>
        {formatLeft(reader.now, dueAt, reader.translator)}
      </span>
    </>
  )
}
