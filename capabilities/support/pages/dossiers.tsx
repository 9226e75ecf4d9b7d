// A hospital's pages of one dossier: read it, hand it over, withdraw or end it, print it, take it along as JSON.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, ButtonLink, CsrfField, ErrorSummary, ReasonLine } from '../../../web/kit/index.ts'
import { leaveDossier, viewDossier } from '../actions/dossier.ts'
import { decideOnDossier } from '../actions/endorse.ts'
import type { CaseSource } from '../case.ts'
import { decisionForm, dossierPath, type TypedDecision } from '../contract/forms.ts'
import { mayEnd, mayWithdraw, mayWrite, turnOf } from '../dossier/chain.ts'
import { lackingOf } from '../dossier/standing.ts'
import type { Faults } from '../typed.ts'
import {
  type DecisionFault,
  DecisionForm,
  decisionLabels,
  noDecision,
  readDecision,
} from './decision-form.tsx'
import { DossierContent } from './dossier-view.tsx'
import { dossierHref, homeHref, memberBase, preparedHref } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultList } from './words.ts'

export function dossierPages(context: Context, cases: CaseSource): readonly Page[] {
  const path = `${memberBase}/dossiers/:dossierId`
  const common = { params: dossierPath, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path,
      permission: 'support:read',
      body: nothing,
      handle: (request) => show(context, cases, request, request.params.dossierId, noDecision, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: `${path}/hand-over`,
      permission: 'support:endorse',
      body: decisionForm,
      async handle(request) {
        const { organisationId, params, now } = request
        const typed = { ...request.body, step: 'hospital', decision: 'endorsed' }
        const read = readDecision(typed)
        if (read.faults) return show(context, cases, request, params.dossierId, typed, read.faults)
        await decideOnDossier(context, cases, memberActs(request), params.dossierId, read.value, now)
        return { redirect: dossierHref(organisationId, params.dossierId) }
      },
    }),
    ...(['withdrawn', 'ended'] as const).map((how) =>
      definePage({
        ...common,
        method: 'POST',
        path: `${path}/${how}`,
        permission: 'support:endorse',
        body: nothing,
        async handle(request) {
          const { organisationId, params, now } = request
          await leaveDossier(context, memberActs(request), params.dossierId, how, now)
          return { redirect: dossierHref(organisationId, params.dossierId) }
        },
      }),
    ),
    definePage({
      ...common,
      method: 'GET',
      path: `${path}/dossier.json`,
      permission: 'support:read',
      body: nothing,
      async handle({ organisationId, params, now }) {
        const view = await viewDossier(context, cases, organisationId, params.dossierId, now)
        return dossierFile(view.current.text, params.dossierId)
      },
    }),
  ]
}

export function dossierFile(text: string, dossierId: number): PageReply {
  return { file: text, fileName: `reserve-dossier-${dossierId}.json`, contentType: 'application/json' }
}

async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  dossierId: number,
  typed: TypedDecision,
  faults: Faults<DecisionFault>,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const view = await viewDossier(context, cases, organisationId, dossierId, request.now)
  const { dossier } = view
  const role = request.membership?.role
  const isTurn = turnOf(dossier.state) === 'hospital'
  const href = dossierHref(organisationId, dossierId)
  const errors = faultList(faults, decisionLabels(reader), reader.translator)
  const leave = mayEnd(dossier.state) ? 'ended' : mayWithdraw(dossier.state) ? 'withdrawn' : null
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <DossierContent
        reader={reader}
        view={view}
        back={{ label: t('support.dossier.short'), href: preparedHref(organisationId) }}
        hrefOfItem={role !== 'reader' && mayWrite(dossier.state) ? (item) => `${href}/items/${item}` : null}
        after={
          <div class="s-actions">
            <ButtonLink kind="secondary" href={`${href}/dossier.json`}>
              {t('support.dossier.json')}
            </ButtonLink>
            {leave && role === 'lead' && (
              <form method="post" action={`${href}/${leave}`}>
                <CsrfField token={reader.csrfToken} />
                <Actions>
                  <Button kind="secondary">{t(`support.dossier.${leave}`)}</Button>
                </Actions>
              </form>
            )}
          </div>
        }
      >
        {isTurn && role === 'lead' && (
          <DecisionForm
            reader={reader}
            step="hospital"
            action={`${href}/hand-over`}
            typed={{ ...typed, name: typed.name || (request.caller?.person.name ?? '') }}
            faults={faults}
            sha256={view.current.sha256}
            lacking={lackingOf(view.standings)}
          />
        )}
        {isTurn && role !== 'lead' && <ReasonLine>{tr('support.dossier.leadOnly')}</ReasonLine>}
      </DossierContent>
    </>
  )
  return {
    html: await context.render(request, {
      title: dossier.title,
      content,
      current: homeHref(organisationId),
    }),
    status: errors.length > 0 ? 422 : 200,
  }
}
