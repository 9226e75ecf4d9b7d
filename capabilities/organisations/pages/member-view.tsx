// What one member looks like to the centre: whom to call first, then facts, class and designation.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Button,
  ButtonLink,
  CsrfField,
  ErrorSummary,
  PageHead,
  Plain,
  Rail,
  SelectField,
  Sheet,
  TextField,
} from '../../../web/kit/index.ts'
import { type EntityClass, entityClasses } from '../entity-class.ts'
import type { Contact, Organisation, Site } from '../organisation.ts'
import { ContactList } from './contact-list.tsx'
import { EntityClassView } from './entity-class.tsx'
import { FactList } from './fact-list.tsx'
import { classNames } from './words.ts'

export type DesignationFault = 'source'

export interface MemberViewProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly now: Date
  readonly organisation: Organisation
  readonly contacts: readonly Contact[]
  readonly sites: readonly Site[]
  readonly isAdministrator: boolean
  readonly typed: { readonly entityClass: EntityClass | ''; readonly source: string }
  readonly fault: DesignationFault | null
}

export function MemberView(props: MemberViewProps) {
  const { translator, organisation, sites, isAdministrator, fault, now } = props
  const { t } = translator
  return (
    <>
      {fault && (
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={[{ fieldId: fault, text: t('organisations.designation.sourceWrong') }]}
        />
      )}
      <PageHead
        title={organisation.name}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('organisations.menu.members'), href: '/centre/members' }],
        }}
        side={
          isAdministrator ? (
            <ButtonLink kind="secondary" href={`/centre/members/${organisation.id}/people`}>
              {t('organisations.members.people')}
            </ButtonLink>
          ) : undefined
        }
      />
      <Rail
        first={
          <Sheet id="contacts" heading={t('organisations.contacts.heading')} flush>
            <ContactList {...props} edit={null} />
          </Sheet>
        }
        sideLabel={t('organisations.class.heading')}
        side={
          <>
            <Plain id="class" heading={t('organisations.class.heading')}>
              <EntityClassView translator={translator} organisation={organisation} now={now} />
            </Plain>
            {isAdministrator && <DesignationForm {...props} />}
          </>
        }
      >
        <Plain id="facts" heading={t('organisations.facts.heading')}>
          <FactList translator={translator} organisation={organisation} />
        </Plain>
        <Plain id="sites" heading={t('organisations.sites.heading')}>
          {sites.length === 0 && <p>{t('organisations.sites.none')}</p>}
          <ul class="govuk-list">
            {sites.map((site) => (
              <li key={site.id}>{site.city ? `${site.name}, ${site.city}` : site.name}</li>
            ))}
          </ul>
        </Plain>
      </Rail>
    </>
  )
}

function DesignationForm({ translator, csrfToken, organisation, typed, fault }: MemberViewProps) {
  const { t } = translator
  const names = classNames(translator)
  return (
    <Plain id="designation" heading={t('organisations.designation.heading')}>
      <form class="s-stack" method="post" action={`/centre/members/${organisation.id}/designation`}>
        <CsrfField token={csrfToken} />
        <SelectField
          name="entityClass"
          label={t('organisations.designation.class')}
          options={[
            { value: '', label: t('organisations.designation.none') },
            ...entityClasses.map((entityClass) => ({ value: entityClass, label: names[entityClass] })),
          ]}
          value={typed.entityClass}
        />
        <TextField
          name="source"
          label={t('organisations.designation.source')}
          hint={t('organisations.designation.source.hint')}
          value={typed.source}
          error={fault ? t('organisations.designation.sourceWrong') : undefined}
        />
        <Button kind="secondary">{t('organisations.designation.button')}</Button>
      </form>
    </Plain>
  )
}
