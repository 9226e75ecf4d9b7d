// The dossier that stands ready before anything happens: how ready, what is old, and the way to one for a matter.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  PageHead,
  Plain,
  StateWord,
  Table,
  TextField,
} from '../../../web/kit/index.ts'
import { openDossier, viewPrepared } from '../actions/dossier.ts'
import type { CaseSource, CaseSummary } from '../case.ts'
import { dossierForm, type TypedDossier } from '../contract/forms.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { selectDossiers } from '../store/dossiers.ts'
import { type Faults, Reading } from '../typed.ts'
import { CaseField, ExerciseBox } from './call-form.tsx'
import { Items, Meter, NotDirectly } from './dossier-parts.tsx'
import { dossierHref, homeHref, memberBase, preparedHref } from './paths.ts'
import { instant, memberActs, type Reader, readerOf } from './reader.ts'
import { faultList, faultText, lookOfDossier } from './words.ts'

const dossiersShown = 50
const maxTitleLength = 200
const maxTokenLength = 100

export function preparedPages(context: Context, cases: CaseSource): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${memberBase}/dossier`,
      permission: 'support:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) =>
        show(context, cases, request, { title: '', matter: '', exercise: '', formToken: randomUUID() }, {}),
    }),
    definePage({
      method: 'POST',
      path: `${memberBase}/dossiers`,
      permission: 'support:write',
      params: memberPath,
      query: nothing,
      body: dossierForm,
      async handle(request) {
        const list = await context.database.asMember(request.organisationId, cases.list)
        const { body } = request
        const reading = new Reading<'title'>()
        const matter = list.find(({ incidentId }) => String(incidentId) === body.matter)
        const read = reading.result({
          title: reading.text('title', body.title, maxTitleLength),
          incidentId: matter?.incidentId ?? null,
          isExercise: body.exercise === 'yes',
          formToken: body.formToken.slice(0, maxTokenLength),
        })
        if (read.faults) return show(context, cases, request, body, read.faults)
        const id = await openDossier(context, cases, memberActs(request), read.value, request.now)
        return { redirect: dossierHref(request.organisationId, id) }
      },
    }),
  ]
}

async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  typed: TypedDossier,
  faults: Faults<'title'>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t } = translator
  const view = await viewPrepared(context, organisationId, request.now)
  const { dossiers, list } = await context.database.asMember(organisationId, async (scope) => ({
    dossiers: await selectDossiers(scope, { organisationId, limit: dossiersShown }),
    list: await cases.list(scope),
  }))
  const mayWrite = request.membership?.role !== 'reader'
  const errors = faultList(faults, { title: t('support.dossier.name') }, translator)
  const { ready, all } = view.readiness
  const title = t('support.dossier.title', { ready, all })
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('support.title'), href: homeHref(organisationId) }],
        }}
        lead={t('support.dossier.lead')}
      />
      <div class="s-stack-l">
        <NotDirectly reader={reader} />
        <Meter reader={reader} view={view} />
        <Items
          reader={reader}
          standings={view.standings}
          hrefOf={mayWrite ? (item) => `${preparedHref(organisationId)}/items/${item}` : null}
        />
        <Dossiers dossiers={dossiers} reader={reader} organisationId={organisationId} />
        {mayWrite && (
          <OpenForm
            reader={reader}
            organisationId={organisationId}
            typed={typed}
            faults={faults}
            cases={list}
          />
        )}
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: homeHref(organisationId) }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function Dossiers({
  dossiers,
  reader,
  organisationId,
}: {
  readonly dossiers: readonly Dossier[]
  readonly reader: Reader
  readonly organisationId: number
}) {
  const { t } = reader.translator
  if (dossiers.length === 0) return null
  return (
    <Plain id="dossiers" heading={t('support.dossier.own')} flush>
      <Table
        caption={t('support.dossier.own')}
        rows={dossiers}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('support.dossier.column'),
            kind: 'head',
            main: true,
            phoneLabel: null,
            cell: ({ id, title, realm }) => (
              <>
                <a href={dossierHref(organisationId, id)}>{title}</a>
                {realm === 'exercise' && <span class="s-sub">{t('support.exercise.word')}</span>}
              </>
            ),
          },
          {
            label: t('support.calls.state'),
            cell: ({ state }) => (
              <StateWord state={lookOfDossier[state]}>{t(`support.dossier.state.${state}`)}</StateWord>
            ),
          },
          { label: t('support.dossier.opened'), cell: ({ openedAt }) => instant(openedAt, reader) },
        ]}
      />
    </Plain>
  )
}

function OpenForm({
  reader,
  organisationId,
  typed,
  faults,
  cases,
}: {
  readonly reader: Reader
  readonly organisationId: number
  readonly typed: TypedDossier
  readonly faults: Faults<'title'>
  readonly cases: readonly CaseSummary[]
}) {
  const { translator, csrfToken } = reader
  const { t } = translator
  return (
    <Plain id="open" heading={t('support.dossier.open.heading')}>
      <form class="s-stack" method="post" action={`${homeHref(organisationId)}/dossiers`}>
        <CsrfField token={csrfToken} />
        <input type="hidden" name="formToken" value={typed.formToken} />
        <TextField
          name="title"
          label={t('support.dossier.name')}
          hint={t('support.dossier.name.hint')}
          value={typed.title}
          error={faultText(faults.title, translator)}
        />
        <CaseField cases={cases} translator={translator} value={typed.matter} />
        <ExerciseBox translator={translator} value={typed.exercise} />
        <Actions>
          <Button>{t('support.dossier.open')}</Button>
        </Actions>
      </form>
    </Plain>
  )
}
