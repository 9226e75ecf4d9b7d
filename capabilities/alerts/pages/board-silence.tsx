// The board's silence: members of whom nothing was heard, what was tried with them, and whom to call.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import { Plain, ReasonLine, Table } from '../../../web/kit/index.ts'
import { type Contact, contactsOf } from '../../organisations/index.ts'
import { selectTried, type Tried } from '../store/tried.ts'
import {
  type AdvisoryOnBoard,
  type MemberOnBoard,
  selectMembersOfAdvisory,
  silentAfterHours,
} from '../store.ts'
import { FirstNumber, triedInWords } from './board-contacts.tsx'
import type { Reader } from './words.ts'

const advisoriesAsked = 5
const membersShown = 8

export interface SilentMember extends MemberOnBoard {
  readonly advisoryId: number
  readonly tried: readonly Tried[]
  readonly contacts: readonly Contact[]
}

/** The silent members of the most urgent advisories, each once. */
export async function selectSilent(
  scope: CentreScope,
  advisories: readonly AdvisoryOnBoard[],
  now: Date,
): Promise<readonly SilentMember[]> {
  const members = new Map<number, MemberOnBoard & { readonly advisoryId: number }>()
  for (const { advisoryId } of advisories.filter((row) => row.silent > 0).slice(0, advisoriesAsked)) {
    for (const member of await selectMembersOfAdvisory(scope, advisoryId, 'silent', now, membersShown))
      if (!members.has(member.organisationId)) members.set(member.organisationId, { ...member, advisoryId })
    if (members.size >= membersShown) break
  }
  const shown = [...members.values()].slice(0, membersShown)
  const tried = await selectTried(scope, shown)
  const contacts = await contactsOf(
    scope,
    shown.map((member) => member.organisationId),
  )
  return shown.map((member) => {
    const isOf = (one: { readonly organisationId: number }) => one.organisationId === member.organisationId
    return { ...member, tried: tried.filter(isOf), contacts: contacts.filter(isOf) }
  })
}

interface SilenceProps {
  readonly silent: readonly SilentMember[]
  /** Members, of whom only some are shown. */
  readonly total: number
  readonly reader: Reader
}

export function Silence({ silent, total, reader }: SilenceProps) {
  const { t, tr } = reader.translator
  const actNow = silent.filter((member) => member.urgency === 'act-now').length
  return (
    <Plain
      id="silence"
      heading={t('board.silence')}
      aside={actNow > 0 ? t('board.silence.actNow', { count: actNow }) : undefined}
    >
      {silent.length === 0 ? (
        <p class="s-dense">{t('board.silence.none')}</p>
      ) : (
        <Table
          caption={t('board.silence.caption')}
          rows={silent}
          keyOf={(member) => member.organisationId}
          stateOf={() => 'silent'}
          columns={[
            {
              label: t('board.column.member'),
              kind: 'head',
              cell: (member) => (
                <>
                  <a href={`/centre/board/advisories/${member.advisoryId}?standing=silent`}>
                    {member.name}, {member.country}
                  </a>
                  <span class="s-sub">{triedInWords(member.tried, reader)}</span>
                </>
              ),
            },
            {
              label: t('board.column.call'),
              cell: (member) => <FirstNumber contacts={member.contacts} reader={reader} />,
            },
          ]}
        />
      )}
      {total > silent.length && (
        <p class="s-dense">
          <a href="/centre/board?shown=silent#advisories">
            {t('board.silence.more', { count: total - silent.length })}
          </a>
        </p>
      )}
      <ReasonLine>{tr('board.silence.because', { hours: silentAfterHours })}</ReasonLine>
    </Plain>
  )
}
