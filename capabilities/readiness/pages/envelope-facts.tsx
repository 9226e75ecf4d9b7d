// What the crisis pack holds beside what Salus knows already: private numbers, suppliers, the hospital's own pages.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead, Plain } from '../../../web/kit/index.ts'
import { addPerson, addSupplier, removePerson, removeSupplier, writePage } from '../actions/facts.ts'
import { pageForm, pagePath, personForm, rowPath, supplierForm } from '../contract.ts'
import { selectPages, selectPeople, selectSuppliers } from '../store/facts.ts'
import {
  maxPageCharacters,
  type PersonField,
  readPerson,
  readSupplier,
  type SupplierField,
} from '../typed.ts'
import { OwnPages } from './own-pages.tsx'
import { People, Suppliers } from './people-and-suppliers.tsx'
import { actOf, readerOf, show, wayTo } from './reader.ts'

export interface TypedFacts {
  readonly person: Readonly<Partial<Record<PersonField, string>>>
  readonly supplier: Readonly<Partial<Record<SupplierField, string>>>
  readonly page: { readonly name: string; readonly body: string } | null
}

export interface FactFaults {
  /** By the id of the field. */
  readonly [fieldId: string]: string
}

const nothingTyped: TypedFacts = { person: {}, supplier: {}, page: null }

export function envelopeFactsPages(context: Context): readonly Page[] {
  const path = '/o/:organisationId/readiness/envelope/facts'
  const common = { permission: 'envelope:manage', query: nothing } as const
  const post = { ...common, method: 'POST' } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      params: memberPath,
      body: nothing,
      handle: (request) => showFacts(context, request, nothingTyped, {}),
    }),
    definePage({
      ...post,
      path: `${path}/people`,
      params: memberPath,
      body: personForm,
      async handle(request) {
        const { t } = context.translator(request.locale)
        const read = readPerson(request.body)
        const texts: Record<PersonField, string> = {
          name: t('readiness.person.name.wrong'),
          task: t('readiness.person.task.wrong'),
          phone: t('readiness.phoneNumber.wrong'),
          agreed: t('readiness.person.agreed.wrong'),
        }
        const typed = { ...nothingTyped, person: request.body }
        if (read.faults) return showFacts(context, request, typed, faultsOf('person', read.faults, texts))
        return change(context, request, typed, (scope) =>
          addPerson(context, scope, read.value, actOf(request)),
        )
      },
    }),
    definePage({
      ...post,
      path: `${path}/suppliers`,
      params: memberPath,
      body: supplierForm,
      async handle(request) {
        const { t } = context.translator(request.locale)
        const read = readSupplier(request.body)
        const texts: Record<SupplierField, string> = {
          name: t('readiness.supplier.name.wrong'),
          supplies: t('readiness.supplier.supplies.wrong'),
          phone: t('readiness.phoneNumber.wrong'),
          contract: t('readiness.supplier.contract.wrong'),
        }
        const typed = { ...nothingTyped, supplier: request.body }
        if (read.faults) return showFacts(context, request, typed, faultsOf('supplier', read.faults, texts))
        return change(context, request, typed, (scope) =>
          addSupplier(context, scope, read.value, actOf(request)),
        )
      },
    }),
    definePage({
      ...post,
      path: `${path}/people/:rowId/remove`,
      params: rowPath,
      body: nothing,
      handle: (request) =>
        change(context, request, nothingTyped, async (scope) => {
          await removePerson(context, scope, request.params.rowId, actOf(request))
          return true
        }),
    }),
    definePage({
      ...post,
      path: `${path}/suppliers/:rowId/remove`,
      params: rowPath,
      body: nothing,
      handle: (request) =>
        change(context, request, nothingTyped, async (scope) => {
          await removeSupplier(context, scope, request.params.rowId, actOf(request))
          return true
        }),
    }),
    definePage({
      ...post,
      path: `${path}/pages/:page`,
      params: pagePath,
      body: pageForm,
      async handle(request) {
        const { t } = context.translator(request.locale)
        const { page } = request.params
        const body = request.body.body.trim()
        const typed = { ...nothingTyped, page: { name: page, body } }
        if (body.length > maxPageCharacters)
          return showFacts(context, request, typed, {
            [`page-${page}`]: t('readiness.page.wrong', { characters: maxPageCharacters }),
          })
        return change(context, request, typed, (scope) =>
          writePage(context, scope, page, body, actOf(request)),
        )
      },
    }),
  ]
}

function faultsOf<Field extends string>(
  form: 'person' | 'supplier',
  faults: Partial<Record<Field, true>>,
  texts: Readonly<Record<Field, string>>,
): FactFaults {
  // Keys of the faults of this form and nothing else.
  return Object.fromEntries(
    (Object.keys(faults) as Field[]).map((field) => [`${form}-${field}`, texts[field]]),
  )
}

async function change(
  context: Context,
  request: AnyRequest,
  typed: TypedFacts,
  work: (scope: MemberScope) => Promise<boolean>,
): Promise<PageReply> {
  const isTaken = await context.database.asMember(request.organisationId, work)
  if (isTaken) return { redirect: `${readerOf(context, request).href}/envelope/facts` }
  const form = typed.person.name === undefined ? 'supplier' : 'person'
  return showFacts(context, request, typed, {
    [`${form}-name`]: context.translator(request.locale).t('readiness.envelope.full'),
  })
}

async function showFacts(
  context: Context,
  request: AnyRequest,
  typed: TypedFacts,
  faults: FactFaults,
): Promise<PageReply> {
  const { organisationId } = request
  const facts = await context.database.asMember(organisationId, async (scope) => ({
    people: await selectPeople(scope, organisationId),
    suppliers: await selectSuppliers(scope, organisationId),
    pages: await selectPages(scope, organisationId),
  }))
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const shownFaults = Object.entries(faults).map(([fieldId, text]) => ({ fieldId, text }))
  const title = t('readiness.envelope.facts')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: shownFaults.length })} faults={shownFaults} />
      <PageHead
        title={title}
        wayTo={wayTo(reader, { label: t('readiness.envelope'), href: `${reader.href}/envelope` })}
        lead={t('readiness.envelope.facts.lead')}
      />
      <div class="s-stack-l">
        <Plain id="people" heading={t('readiness.people')}>
          <People people={facts.people} typed={typed.person} faults={faults} reader={reader} />
        </Plain>
        <Plain id="suppliers" heading={t('readiness.suppliers')}>
          <Suppliers suppliers={facts.suppliers} typed={typed.supplier} faults={faults} reader={reader} />
        </Plain>
        <Plain id="pages" heading={t('readiness.pages')}>
          <OwnPages pages={facts.pages} typed={typed.page} faults={faults} reader={reader} />
        </Plain>
      </div>
    </>
  )
  return show(context, request, { title, content }, shownFaults.length > 0)
}
