// The lists of people with private numbers and of suppliers, each with the form for one more.
// SPDX-License-Identifier: EUPL-1.2
import {
  Button,
  CheckboxField,
  CsrfField,
  Details,
  LinkButton,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import type { PackPerson, PackSupplier } from '../store/facts.ts'
import type { FactFaults, TypedFacts } from './envelope-facts.tsx'
import { type Reader, sayInstant } from './reader.ts'

interface Common {
  readonly faults: FactFaults
  readonly reader: Reader
}

export function People(
  props: Common & { readonly people: readonly PackPerson[]; readonly typed: TypedFacts['person'] },
) {
  const { people, typed, faults, reader } = props
  const { t } = reader.translator
  const field = fieldsOf('person', typed, faults)
  return (
    <>
      <p>{t('readiness.people.lead')}</p>
      {people.length > 0 && (
        <Table
          caption={t('readiness.people')}
          rows={people}
          keyOf={({ id }) => id}
          columns={[
            { label: t('readiness.person.name'), kind: 'head', cell: ({ name }) => name },
            { label: t('readiness.person.task'), cell: ({ task }) => task },
            { label: t('readiness.phoneNumber'), cell: ({ phone }) => phone },
            {
              label: t('readiness.person.agreed'),
              cell: ({ agreedAt }) => sayInstant(agreedAt, reader, 'day-year'),
            },
            removal('people', reader),
          ]}
        />
      )}
      <Details summary={t('readiness.person.add')} open={isFaulty('person', faults)}>
        <form class="s-stack" method="post" action={`${reader.href}/envelope/facts/people`}>
          <CsrfField token={reader.csrfToken} />
          <TextField {...field('name')} label={t('readiness.person.name')} />
          <TextField
            {...field('task')}
            label={t('readiness.person.task')}
            hint={t('readiness.person.task.hint')}
          />
          <TextField {...field('phone')} type="tel" label={t('readiness.person.phone')} />
          <CheckboxField
            name="agreed"
            id="person-agreed"
            label={t('readiness.person.agreed.question')}
            choices={[{ value: 'yes', label: t('readiness.person.agreed.yes') }]}
            values={typed.agreed ? [typed.agreed] : []}
            error={faults['person-agreed']}
          />
          <div>
            <Button kind="secondary">{t('readiness.person.button')}</Button>
          </div>
        </form>
      </Details>
    </>
  )
}

export function Suppliers(
  props: Common & { readonly suppliers: readonly PackSupplier[]; readonly typed: TypedFacts['supplier'] },
) {
  const { suppliers, typed, faults, reader } = props
  const { t } = reader.translator
  const field = fieldsOf('supplier', typed, faults)
  return (
    <>
      {suppliers.length > 0 && (
        <Table
          caption={t('readiness.suppliers')}
          rows={suppliers}
          keyOf={({ id }) => id}
          columns={[
            { label: t('readiness.supplier.name'), kind: 'head', cell: ({ name }) => name },
            { label: t('readiness.supplier.supplies'), cell: ({ supplies }) => supplies },
            { label: t('readiness.phoneNumber'), cell: ({ phone }) => phone },
            { label: t('readiness.supplier.contract'), cell: ({ contract }) => contract },
            removal('suppliers', reader),
          ]}
        />
      )}
      <Details summary={t('readiness.supplier.add')} open={isFaulty('supplier', faults)}>
        <form class="s-stack" method="post" action={`${reader.href}/envelope/facts/suppliers`}>
          <CsrfField token={reader.csrfToken} />
          <TextField {...field('name')} label={t('readiness.supplier.name')} />
          <TextField
            {...field('supplies')}
            label={t('readiness.supplier.supplies')}
            hint={t('readiness.supplier.supplies.hint')}
          />
          <TextField {...field('phone')} type="tel" label={t('readiness.supplier.phone')} />
          <TextField
            {...field('contract')}
            label={t('readiness.supplier.contract')}
            hint={t('readiness.supplier.contract.hint')}
          />
          <div>
            <Button kind="secondary">{t('readiness.supplier.button')}</Button>
          </div>
        </form>
      </Details>
    </>
  )
}

function fieldsOf<Field extends string>(
  form: 'person' | 'supplier',
  typed: Readonly<Partial<Record<Field, string>>>,
  faults: FactFaults,
) {
  return (name: Field) => ({
    name,
    id: `${form}-${name}`,
    value: typed[name] ?? '',
    error: faults[`${form}-${name}`],
  })
}

function isFaulty(form: 'person' | 'supplier', faults: FactFaults): boolean {
  return Object.keys(faults).some((fieldId) => fieldId.startsWith(`${form}-`))
}

function removal(list: 'people' | 'suppliers', { translator, href, csrfToken }: Reader) {
  const { t } = translator
  return {
    label: t('readiness.remove'),
    hiddenLabel: true,
    phoneLabel: null,
    cell: ({ id, name }: { readonly id: number; readonly name: string }) => (
      <form method="post" action={`${href}/envelope/facts/${list}/${id}/remove`}>
        <CsrfField token={csrfToken} />
        <LinkButton>
          {t('readiness.remove')} <span class="s-hide">{name}</span>
        </LinkButton>
      </form>
    ),
  }
}
