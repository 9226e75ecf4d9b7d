// What the list of members looks like: who they are, their class, and whom to call.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { ButtonLink, Empty, PageHead, Sheet, StateWord, Table } from '../../../web/kit/index.ts'
import { entityClassOf } from '../entity-class.ts'
import { type Contact, missingDuties, type Organisation } from '../organisation.ts'
import { classNames, countryName, dutyNames, providerKindNames } from './words.ts'

export interface MemberListProps {
  readonly translator: Translator
  readonly members: readonly Organisation[]
  readonly contacts: readonly Contact[]
  readonly now: Date
  readonly mayRegister: boolean
}

export function MemberList(props: MemberListProps) {
  const { translator, members, mayRegister } = props
  const { t } = translator
  const title = t('organisations.members.title', { count: members.length })
  const register = mayRegister && (
    <ButtonLink href="/centre/members/new">{t('organisations.register.title')}</ButtonLink>
  )
  if (members.length === 0)
    return (
      <>
        <PageHead title={title} />
        <Empty heading={t('organisations.members.none')} action={register || undefined}>
          {t('organisations.members.none.text')}
        </Empty>
      </>
    )
  return (
    <>
      <PageHead title={title} side={register || undefined} />
      <Sheet id="members" heading={t('organisations.menu.members')} flush>
        <Members {...props} />
      </Sheet>
    </>
  )
}

function Members({ translator, members, contacts, now }: MemberListProps) {
  const { t } = translator
  const kinds = providerKindNames(translator)
  const classes = classNames(translator)
  const contactsById = Map.groupBy(contacts, (contact) => contact.organisationId)
  return (
    <Table
      caption={t('organisations.menu.members')}
      rows={members}
      keyOf={(member) => member.id}
      columns={[
        {
          label: t('organisations.name'),
          kind: 'head',
          cell: (member) => <a href={`/centre/members/${member.id}`}>{member.name}</a>,
        },
        {
          label: t('organisations.kind'),
          cell: (member) => member.providerKind && kinds[member.providerKind],
        },
        { label: t('organisations.country'), cell: (member) => countryName(translator, member.country) },
        {
          label: t('organisations.class.heading'),
          cell: (member) => {
            const { answer } = entityClassOf(member, now)
            return answer === 'unknown' ? (
              <StateWord state="unknown">{classes.unknown}</StateWord>
            ) : (
              classes[answer]
            )
          },
        },
        {
          label: t('organisations.contacts.heading'),
          cell: (member) => (
            <Reachable translator={translator} contacts={contactsById.get(member.id) ?? []} />
          ),
        },
      ]}
    />
  )
}

function Reachable(props: { readonly translator: Translator; readonly contacts: readonly Contact[] }) {
  const { translator, contacts } = props
  const primary = contacts.find((contact) => contact.duty === 'primary')
  const names = dutyNames(translator)
  const missing = missingDuties(contacts).map((duty) => names[duty])
  return (
    <>
      {primary && (
        <>
          {primary.name}
          {primary.phone && <span class="s-sub">{primary.phone}</span>}
        </>
      )}
      {missing.length > 0 && (
        <span class="s-sub">
          <StateWord state="unknown">
            {translator.t('organisations.contacts.missingList', { duties: missing.join(', ') })}
          </StateWord>
        </span>
      )}
    </>
  )
}
