// What the people page looks like: who belongs to the organisation, who is invited, and the form to invite.
// SPDX-License-Identifier: EUPL-1.2
import type { AccountRole } from '../../../platform/http/caller.ts'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import {
  CsrfField,
  ErrorSummary,
  LinkButton,
  Note,
  PageHead,
  Plain,
  SelectField,
  Sheet,
  Table,
} from '../../../web/kit/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { Invitation } from '../invitation.ts'
import type { Colleague } from '../person.ts'
import { roleNames } from '../role-names.ts'
import { faultTexts, InviteForm } from './invite-form.tsx'

export interface PeopleFaults {
  readonly email?: 'wrong' | 'colleague-already' | 'too-many'
  readonly role?: 'missing'
  readonly people?: 'last-in-charge' | 'no-such-role'
}

export interface PeopleListProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  /** `/o/12/people` */
  readonly base: string
  readonly organisation: Organisation
  readonly timeZone: string
  readonly people: readonly Colleague[]
  readonly invitations: readonly Invitation[]
  readonly roles: readonly AccountRole[]
  readonly mayManage: boolean
  readonly ownId: number
  readonly typed: { readonly email: string; readonly role: AccountRole | undefined }
  readonly faults: PeopleFaults
  readonly done: 'invited' | 'changed' | 'removed' | 'withdrawn' | null
}

export function PeopleList(props: PeopleListProps) {
  const { translator, organisation, mayManage, done } = props
  const { t } = translator
  const doneTexts = {
    invited: t('accounts.people.done.invited'),
    changed: t('accounts.people.done.changed'),
    removed: t('accounts.people.done.removed'),
    withdrawn: t('accounts.people.done.withdrawn'),
  }
  const faults = faultTexts(props)
  return (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: faults.length })}
        faults={faults.map(({ field, text }) => ({ fieldId: field, text }))}
      />
      {done && (
        <Note tone="done" announce>
          {doneTexts[done]}
        </Note>
      )}
      <PageHead
        title={t('accounts.people.title', { organisation: organisation.name })}
        lead={t('accounts.people.lead', { count: props.people.length })}
      />
      <Sheet id="people" heading={t('accounts.people.heading')} flush>
        <People {...props} />
      </Sheet>
      {!mayManage && <p class="s-small s-quiet">{t('accounts.people.onlyLead')}</p>}
      {props.invitations.length > 0 && (
        <Plain id="invitations" heading={t('accounts.people.open')} flush>
          <OpenInvitations {...props} />
        </Plain>
      )}
      {mayManage && <InviteForm {...props} />}
    </>
  )
}

function People({ translator, csrfToken, base, people, roles, mayManage, ownId }: PeopleListProps) {
  const { t } = translator
  const names = roleNames(translator)
  const options = roles.map((role) => ({ value: role, label: names[role] }))
  return (
    <Table
      caption={t('accounts.people.heading')}
      rows={people}
      keyOf={(person) => person.personId}
      columns={[
        {
          label: t('accounts.name'),
          kind: 'head',
          cell: (person) => (
            <>
              {person.name}{' '}
              {person.personId === ownId && <span class="s-quiet">{t('accounts.people.you')}</span>}
            </>
          ),
        },
        { label: t('accounts.email'), cell: (person) => person.email },
        {
          label: t('accounts.role'),
          cell: (person) =>
            mayManage ? (
              <form class="s-meta" method="post" action={`${base}/${person.personId}/role`}>
                <CsrfField token={csrfToken} />
                <SelectField
                  name="role"
                  id={`role-${person.personId}`}
                  label={t('accounts.people.roleOf', { name: person.name })}
                  hideLabel
                  options={options}
                  value={person.role}
                />
                <LinkButton>
                  {t('accounts.people.change')} <span class="s-hide">{person.name}</span>
                </LinkButton>
              </form>
            ) : (
              names[person.role]
            ),
        },
        ...(mayManage
          ? [
              {
                label: t('accounts.people.remove'),
                hiddenLabel: true,
                phoneLabel: null,
                cell: (person: Colleague) => (
                  <form method="post" action={`${base}/${person.personId}/remove`}>
                    <CsrfField token={csrfToken} />
                    <LinkButton>
                      {t('accounts.people.remove')} <span class="s-hide">{person.name}</span>
                    </LinkButton>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function OpenInvitations({ translator, csrfToken, base, timeZone, invitations, mayManage }: PeopleListProps) {
  const { t } = translator
  const names = roleNames(translator)
  return (
    <Table
      caption={t('accounts.people.open')}
      rows={invitations}
      keyOf={(invitation) => invitation.id}
      columns={[
        { label: t('accounts.email'), kind: 'head', cell: (invitation) => invitation.email },
        { label: t('accounts.role'), cell: (invitation) => names[invitation.role] },
        {
          label: t('accounts.people.until'),
          cell: (invitation) => formatInstant(invitation.expiresAt, { translator, timeZone }),
        },
        {
          label: t('accounts.people.withdraw'),
          hiddenLabel: true,
          phoneLabel: null,
          cell: (invitation) =>
            mayManage && (
              <form method="post" action={`${base}/invitations/${invitation.id}/withdraw`}>
                <CsrfField token={csrfToken} />
                <LinkButton>
                  {t('accounts.people.withdraw')} <span class="s-hide">{invitation.email}</span>
                </LinkButton>
              </form>
            ),
        },
      ]}
    />
  )
}
