// The centre's queue: who waits for help, which dossiers are on their way, and what members offer and lack.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Empty, PageHead, Plain, Sheet, StateWord, Table } from '../../../web/kit/index.ts'
import { listOrganisations } from '../../organisations/index.ts'
import { isOpen } from '../call.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { selectCalls } from '../store/calls.ts'
import { selectDossiers } from '../store/dossiers.ts'
import { type PostingOfAll, selectPostingsOfAll } from '../store/postings.ts'
import { CallTable } from './call-table.tsx'
import { centreBase, centreCallHref, centreDossierHref } from './paths.ts'
import { instant, type Reader, readerOf } from './reader.ts'
import { lookOfDossier } from './words.ts'

const callsShown = 200
const dossiersShown = 100

export function queuePage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: centreBase,
    permission: 'support:assist',
    params: nothing,
    query: nothing,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, request)
      const { t } = reader.translator
      const { calls, dossiers, postings, names } = await context.database.asCentre(async (scope) => ({
        calls: await selectCalls(scope, { organisationId: null, limit: callsShown }),
        dossiers: await selectDossiers(scope, { organisationId: null, limit: dossiersShown }),
        postings: await selectPostingsOfAll(scope, request.now),
        names: new Map((await listOrganisations(scope)).map(({ id, name }) => [id, name])),
      }))
      const nameOf = ({ organisationId }: { readonly organisationId: number }) =>
        names.get(organisationId) ?? String(organisationId)
      const waiting = calls.filter(({ state, realm }) => state === 'asked' && realm === 'real').length
      const open = calls.filter(isOpen)
      const over = calls.filter((call) => !isOpen(call))
      const title = t('support.queue.heading', { count: waiting })
      const hrefOf = ({ organisationId, id }: { organisationId: number; id: number }) =>
        centreCallHref(organisationId, id)
      const content = (
        <>
          <PageHead title={title} lead={t('support.queue.lead')} />
          <div class="s-stack-l">
            <Sheet id="open" heading={t('support.queue.open')} flush={open.length > 0}>
              {open.length === 0 ? (
                <Empty heading={t('support.queue.empty')} headingLevel={3}>
                  {t('support.queue.empty.text')}
                </Empty>
              ) : (
                <CallTable reader={reader} calls={open} hrefOf={hrefOf} nameOf={nameOf} />
              )}
            </Sheet>
            <Dossiers dossiers={dossiers} nameOf={nameOf} reader={reader} />
            <Postings postings={postings} nameOf={nameOf} reader={reader} />
            {over.length > 0 && (
              <Plain id="over" heading={t('support.queue.over')} flush>
                <CallTable reader={reader} calls={over} hrefOf={hrefOf} nameOf={nameOf} />
              </Plain>
            )}
          </div>
        </>
      )
      return { html: await context.render(request, { title, content, current: centreBase, width: 'wide' }) }
    },
  })
}

interface PartProps {
  readonly reader: Reader
  readonly nameOf: (row: { readonly organisationId: number }) => string
}

function Dossiers({ dossiers, nameOf, reader }: PartProps & { readonly dossiers: readonly Dossier[] }) {
  const { t } = reader.translator
  return (
    <Plain id="dossiers" heading={t('support.queue.dossiers')} flush={dossiers.length > 0}>
      {dossiers.length === 0 ? (
        <p>{t('support.queue.dossiers.none')}</p>
      ) : (
        <Table
          caption={t('support.queue.dossiers')}
          rows={dossiers}
          keyOf={({ organisationId, id }) => `${organisationId}-${id}`}
          columns={[
            {
              label: t('support.dossier.column'),
              kind: 'head',
              main: true,
              phoneLabel: null,
              cell: (one) => (
                <>
                  <a href={centreDossierHref(one.organisationId, one.id)}>
                    {nameOf(one)}: {one.title}
                  </a>
                  {one.realm === 'exercise' && <span class="s-sub">{t('support.exercise.word')}</span>}
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
      )}
    </Plain>
  )
}

function Postings({ postings, nameOf, reader }: PartProps & { readonly postings: readonly PostingOfAll[] }) {
  const { t, find } = reader.translator
  return (
    <Plain id="postings" heading={t('support.queue.aid')} flush={postings.length > 0}>
      {postings.length === 0 ? (
        <p>{t('support.queue.aid.none')}</p>
      ) : (
        <Table
          caption={t('support.queue.aid')}
          rows={postings}
          keyOf={({ subject, id }) => `${subject}-${id}`}
          columns={[
            {
              label: t('support.aid.what'),
              kind: 'head',
              main: true,
              phoneLabel: null,
              cell: (one) => one.title,
            },
            { label: t('support.aid.subject'), cell: ({ subject }) => t(`support.aid.subject.${subject}`) },
            {
              label: t('support.aid.kind'),
              cell: ({ kind }) => find(`support.aid.kind.${kind}`) ?? kind,
            },
            { label: t('support.queue.member'), cell: nameOf },
            { label: t('support.aid.area'), cell: ({ area }) => area },
            { label: t('support.aid.until'), cell: ({ until }) => instant(until, reader) },
          ]}
        />
      )}
    </Plain>
  )
}
