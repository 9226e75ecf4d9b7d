// One advisory as the centre sees it: what it says, its statements, faults and revisions, and the document itself.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  ErrorSummary,
  Facts,
  Note,
  PageHead,
  Plain,
  Sheet,
} from '../../../web/kit/index.ts'
import { type AdvisoryView, readRevision, viewAdvisory } from '../actions/view.ts'
import { factsOf } from './advisory-facts.tsx'
import { Comments } from './comments.tsx'
import { Deleted, Deletion } from './deletion.tsx'
import { FaultList } from './fault-list.tsx'
import { listPath } from './paths.ts'
import { languageOf, References, Remediations } from './remediations.tsx'
import { Revisions } from './revision-table.tsx'
import { StatementTable } from './statement-table.tsx'
import { VulnerabilityTable } from './vulnerability-table.tsx'
import { clip, type Reader, readerOf } from './words.ts'

export function advisoryPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${listPath}/:advisoryId`,
      permission: 'advisories:read',
      params: z.object({ advisoryId: idParam }),
      query: nothing,
      body: nothing,
      handle: (request) => showAdvisory(context, request, request.params.advisoryId, {}),
    }),
    definePage({
      method: 'GET',
      path: `${listPath}/:advisoryId/revisions/:revisionId`,
      permission: 'advisories:read',
      params: z.object({ advisoryId: idParam, revisionId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const { advisoryId, revisionId } = request.params
        const file = await context.database.asCentre((scope) => readRevision(scope, advisoryId, revisionId))
        // Foreign content: handed out as a file of unknown kind, so that no browser shows it as a page.
        const fileName = `advisory-${advisoryId}-revision-${revisionId}.json`
        return { file, fileName, contentType: 'application/octet-stream' }
      },
    }),
  ]
}

/** What a form on the page lacks. */
export interface PageFaults {
  readonly comment?: 'missing'
  readonly reason?: 'missing'
}

export async function showAdvisory(
  context: Context,
  request: AnyRequest,
  advisoryId: number,
  faults: PageFaults,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const view = await context.database.asCentre((scope) =>
    viewAdvisory(scope, advisoryId, personOf(request).id),
  )
  const content = <AdvisoryPage view={view} faults={faults} reader={reader} />
  const title = clip(view.details.title, 120)
  return {
    html: await context.render(request, { title, content, current: listPath }),
    ...(Object.keys(faults).length > 0 ? { status: 422 } : {}),
  }
}

interface Props {
  readonly view: AdvisoryView
  readonly reader: Reader
}

function AdvisoryPage({ view, faults, reader }: Props & { readonly faults: PageFaults }) {
  const { t } = reader.translator
  const { details, statements, statementCount } = view
  return (
    <>
      <Faults faults={faults} reader={reader} />
      <PageHead
        title={<span {...languageOf(view)}>{clip(details.title)}</span>}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('advisories.list.title'), href: listPath }],
        }}
        meta={`${clip(details.publisher, 120)} · ${clip(details.trackingId, 120)}`}
      />
      <Notes view={view} reader={reader} />
      <Deleted view={view} isMissing={faults.reason === 'missing'} reader={reader} />
      <ReadMark view={view} reader={reader} />
      <Sheet id="says" heading={t('advisories.one.says')}>
        {details.content.summary && <p {...languageOf(view)}>{clip(details.content.summary, 4_000)}</p>}
        <Facts facts={factsOf(view, reader)} />
      </Sheet>
      <Plain id="vulnerabilities" heading={t('advisories.one.vulnerabilities')} flush>
        <VulnerabilityTable
          vulnerabilities={details.content.vulnerabilities}
          metrics={view.metrics}
          reader={reader}
        />
      </Plain>
      <Plain
        id="statements"
        heading={t('advisories.one.statements')}
        aside={t('shell.list.shownOf', { shown: statements.length, total: statementCount })}
        flush
      >
        <StatementTable statements={statements} reader={reader} />
      </Plain>
      <Remediations view={view} reader={reader} />
      <References view={view} reader={reader} />
      {details.faults.length > 0 && (
        <Plain id="faults" heading={t('advisories.one.faults', { count: details.faults.length })} flush>
          <FaultList faults={details.faults} caption={t('advisories.one.faults.caption')} reader={reader} />
        </Plain>
      )}
      <Revisions view={view} reader={reader} />
      <Comments view={view} isMissing={faults.comment === 'missing'} reader={reader} />
      <Deletion view={view} isMissing={faults.reason === 'missing'} reader={reader} />
    </>
  )
}

function Faults({ faults, reader }: { readonly faults: PageFaults; readonly reader: Reader }) {
  const { t } = reader.translator
  const texts = [
    ...(faults.comment ? [{ fieldId: 'text', text: t('advisories.comments.missing') }] : []),
    ...(faults.reason ? [{ fieldId: 'reason', text: t('advisories.delete.missing') }] : []),
  ]
  return <ErrorSummary title={t('shell.errors.title', { count: texts.length })} faults={texts} />
}

function Notes({ view: { details, extensions }, reader }: Props) {
  const { t } = reader.translator
  const { essential, significant } = extensions
  return (
    <>
      {details.validity === 'invalid' && <Note tone="unknown">{t('advisories.one.invalid')}</Note>}
      {details.state !== 'published' && details.deletedAt === null && (
        <Note tone="unknown">{t('advisories.one.notLive')}</Note>
      )}
      {essential > 0 && <Note tone="now">{t('advisories.one.essential', { count: essential })}</Note>}
      {significant > 0 && (
        <Note tone="unknown">{t('advisories.one.significant', { count: significant })}</Note>
      )}
      {details.wordsCut && <Note tone="unknown">{t('advisories.one.wordsCut')}</Note>}
    </>
  )
}

function ReadMark({ view: { details }, reader }: Props) {
  const { t } = reader.translator
  return (
    <form method="post" action={`${listPath}/read`}>
      <CsrfField token={reader.csrfToken} />
      <input type="hidden" name="advisoryIds" value={String(details.id)} />
      <input type="hidden" name="read" value={details.isRead ? 'no' : 'yes'} />
      <Actions>
        <Button kind={details.isRead ? 'secondary' : 'primary'}>
          {details.isRead ? t('advisories.read.unmark') : t('advisories.read.mark')}
        </Button>
        <span class="s-small s-quiet">
          {details.isRead ? t('advisories.read.is') : t('advisories.read.isNot')}
        </span>
      </Actions>
    </form>
  )
}
