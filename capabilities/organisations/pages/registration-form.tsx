// What the form to register a member looks like.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CsrfField,
  PageHead,
  RadioField,
  SelectField,
  TextField,
} from '../../../web/kit/index.ts'
import { providerKinds } from '../organisation.ts'
import { countries } from '../places.ts'
import type { FactField, FieldFaults, MemberField, TypedFacts } from '../typed.ts'
import { FactFields, Faults, factFaultTexts } from './facts-form.tsx'
import { countryName, providerKindNames } from './words.ts'

export type TypedMember = TypedFacts & Readonly<Record<MemberField, string>>

export interface RegistrationFormProps {
  readonly translator: Translator
  readonly csrfToken: string | null
  readonly typed: TypedMember
  readonly faults: FieldFaults<MemberField | FactField>
  readonly nameTaken: boolean
}

export function RegistrationForm({ translator, csrfToken, typed, faults, nameTaken }: RegistrationFormProps) {
  const { t } = translator
  const texts = {
    ...factFaultTexts(translator),
    name: nameTaken ? t('organisations.register.nameTaken') : t('organisations.name.wrong'),
    country: t('organisations.country.wrong'),
    providerKind: t('organisations.kind.wrong'),
  }
  const error = (field: MemberField): string | undefined => (faults[field] ? texts[field] : undefined)
  const kinds = providerKindNames(translator)
  return (
    <>
      <Faults translator={translator} faults={faults} texts={texts} />
      <PageHead
        title={t('organisations.register.title')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('organisations.menu.members'), href: '/centre/members' }],
        }}
        lead={t('organisations.register.lead')}
      />
      <form class="s-sheet" method="post" action="/centre/members/new">
        <div class="s-sheet__body">
          <CsrfField token={csrfToken} />
          <TextField name="name" label={t('organisations.name')} value={typed.name} error={error('name')} />
          <SelectField
            name="country"
            label={t('organisations.country')}
            options={[{ value: '', label: t('shell.field.choose') }, ...countryOptions(translator)]}
            value={typed.country}
            error={error('country')}
          />
          <RadioField
            name="providerKind"
            label={t('organisations.kind')}
            choices={providerKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
            value={typed.providerKind}
            error={error('providerKind')}
          />
          <FactFields translator={translator} typed={typed} faults={faults} />
          <Actions>
            <Button>{t('organisations.register.button')}</Button>
            <a href="/centre/members">{t('organisations.back')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
}

function countryOptions(translator: Translator) {
  const collator = new Intl.Collator(translator.locale)
  return countries
    .map((country) => ({ value: country, label: countryName(translator, country) }))
    .sort((a, b) => collator.compare(a.label, b.label))
}
