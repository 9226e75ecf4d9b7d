// What an organisation's own page looks like.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  ButtonLink,
  ErrorSummary,
  Note,
  PageHead,
  Plain,
  Rail,
  Sheet,
} from '../../../web/kit/index.ts'
import { type Contact, missingDuties, type Organisation, type Site } from '../organisation.ts'
import { ContactList } from './contact-list.tsx'
import { EntityClassView } from './entity-class.tsx'
import { FactList } from './fact-list.tsx'
import type { Accomplishment } from './own.tsx'
import { type SiteFault, Sites, siteFaultText } from './sites.tsx'
import { dutyNames, dutyReasons } from './words.ts'

export interface OrganisationViewProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly now: Date
  /** `/o/12/organisation` */
  readonly base: string
  readonly organisation: Organisation
  readonly contacts: readonly Contact[]
  readonly sites: readonly Site[]
  readonly mayEdit: boolean
  readonly typed: { readonly name: string; readonly city: string }
  readonly fault: SiteFault | null
  readonly done: Accomplishment | null
}

export function OrganisationView(props: OrganisationViewProps) {
  const { translator, organisation, base, mayEdit, now, fault, done } = props
  const { t } = translator
  const doneTexts = {
    facts: t('organisations.done.facts'),
    contact: t('organisations.done.contact'),
    'contact-removed': t('organisations.done.contactRemoved'),
    site: t('organisations.done.site'),
    'site-removed': t('organisations.done.siteRemoved'),
  }
  return (
    <>
      {fault && (
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={[{ fieldId: 'name', text: siteFaultText(translator, fault) }]}
        />
      )}
      {done && (
        <Note tone="done" announce>
          {doneTexts[done]}
        </Note>
      )}
      <PageHead title={organisation.name} lead={t('organisations.lead')} />
      <div class="s-stack-l">
        <Missing {...props} />
        <Rail
          first={
            <Sheet id="contacts" heading={t('organisations.contacts.heading')} flush>
              <ContactList {...props} edit={mayEdit ? base : null} />
            </Sheet>
          }
          sideLabel={t('organisations.class.heading')}
          side={
            <Plain id="class" heading={t('organisations.class.heading')}>
              <EntityClassView translator={translator} organisation={organisation} now={now} />
            </Plain>
          }
        >
          <Plain id="facts" heading={t('organisations.facts.heading')}>
            <FactList translator={translator} organisation={organisation} />
            {mayEdit && (
              <Actions>
                <ButtonLink kind="secondary" href={`${base}/facts`}>
                  {t('organisations.facts.change')}
                </ButtonLink>
              </Actions>
            )}
          </Plain>
          <Sites {...props} />
          {!mayEdit && <p class="s-small s-quiet">{t('organisations.onlyLead')}</p>}
        </Rail>
      </div>
    </>
  )
}

/** The first missing contact only: one next step at a time. */
function Missing({ translator, contacts, base, mayEdit }: OrganisationViewProps) {
  const { tr } = translator
  const [duty] = missingDuties(contacts)
  if (!duty) return null
  return (
    <Note tone="unknown">
      <p>
        {tr('organisations.contacts.missing', {
          duty: dutyNames(translator)[duty],
          reason: dutyReasons(translator)[duty],
        })}
      </p>
      {mayEdit && (
        <p>
          <a href={`${base}/contacts/${duty}`}>
            {translator.t('organisations.contacts.name', { duty: dutyNames(translator)[duty] })}
          </a>
        </p>
      )}
    </Note>
  )
}
