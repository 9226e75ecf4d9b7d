// The form to invite somebody, and what can be wrong on the people page.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Plain, RadioField, TextField } from '../../../web/kit/index.ts'
import { roleHints, roleNames } from '../role-names.ts'
import type { PeopleListProps } from './people-list.tsx'

export function InviteForm(props: PeopleListProps) {
  const { translator, csrfToken, base, roles, typed } = props
  const { t } = translator
  const names = roleNames(translator)
  const hints = roleHints(translator)
  const faults = faultTexts(props)
  const errorAt = (field: string): string | undefined => faults.find((fault) => fault.field === field)?.text
  return (
    <Plain id="invite" heading={t('accounts.invite.heading')}>
      <form class="s-stack" method="post" action={`${base}/invite`}>
        <CsrfField token={csrfToken} />
        <TextField
          name="email"
          type="email"
          label={t('accounts.email')}
          hint={t('accounts.invite.hint')}
          autoComplete="off"
          value={typed.email}
          error={errorAt('email')}
        />
        <RadioField
          name="role"
          label={t('accounts.role')}
          choices={roles.map((role) => ({ value: role, label: names[role], hint: hints[role] }))}
          value={typed.role}
          error={errorAt('role')}
        />
        <Button>{t('accounts.invite.button')}</Button>
      </form>
    </Plain>
  )
}

export function faultTexts({ translator, organisation, faults }: PeopleListProps) {
  const { t } = translator
  const email = faults.email && {
    field: 'email',
    text: {
      wrong: t('accounts.email.wrong'),
      'colleague-already': t('accounts.invite.already'),
      'too-many': t('accounts.invite.tooMany'),
    }[faults.email],
  }
  const inCharge =
    organisation.kind === 'centre' ? t('accounts.people.lastAdministrator') : t('accounts.people.lastLead')
  const people = faults.people && {
    field: 'people',
    text: faults.people === 'last-in-charge' ? inCharge : t('accounts.people.noSuchRole'),
  }
  const role = faults.role && { field: 'role', text: t('accounts.invite.chooseRole') }
  return [people, email, role].filter((fault) => fault !== undefined)
}
