// One playbook as a whole, to read, to print on A4 with boxes to tick, and to hand out as CACAO.
// SPDX-License-Identifier: EUPL-1.2
import { writeCacao } from '@salus/standards/cacao'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { isLocale, nameOfLocale } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, PageHead, Plain, Sheet, StateWord } from '../../../web/kit/index.ts'
import { findWhole, idOfImported } from '../actions/find.ts'
import { offerImported } from '../actions/import.ts'
import { languageQuery, offerForm, playbookPath } from '../contract.ts'
import { selectImportedDocument } from '../store/imported.ts'
import { languages } from '../store/library.ts'
import { toCacao } from '../to-cacao.ts'
import { viewPlaybook } from '../view.ts'
import { FaultTable } from './fault-table.tsx'
import { PlaybookFacts, PlaybookRemarks } from './head.tsx'
import { cacaoHref, listPath } from './paths.ts'
import { inLibrary, isOfCentre } from './reader-scope.ts'
import { StepList } from './step.tsx'
import { type Reader, readerOf } from './words.ts'

export function playbookPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${listPath}/:key`,
      permission: 'signed-in',
      params: playbookPath,
      query: nothing,
      body: nothing,
      handle: (request) => showPlaybook(context, request, request.params.key),
    }),
    definePage({
      method: 'GET',
      path: `${listPath}/:key/cacao`,
      permission: 'signed-in',
      params: playbookPath,
      query: languageQuery,
      body: nothing,
      async handle(request) {
        const { key } = request.params
        const { language: wanted } = request.query
        const language = isLocale(wanted) ? wanted : request.locale
        return inLibrary(context, request, async (scope) => {
          const contentType = 'application/json'
          const id = idOfImported(key)
          // What came from others is handed on byte for byte.
          const imported = id === null ? null : await selectImportedDocument(scope, id)
          if (imported) return { file: imported.document, fileName: `${key}.json`, contentType }
          const cacao = writeCacao(toCacao(await findWhole(scope, key), language))
          return {
            file: `${JSON.stringify(cacao, null, 2)}\n`,
            fileName: `${key}.${language}.json`,
            contentType,
          }
        })
      },
    }),
    definePage({
      method: 'POST',
      path: '/centre/playbooks/:id/offer',
      permission: 'playbooks:import',
      params: z.object({ id: idParam }),
      query: nothing,
      body: offerForm,
      async handle({ params, body, now, ...request }) {
        const offered = body.offered === 'yes'
        const person = personOf(request)
        await context.database.asCentre((scope) => offerImported(scope, params.id, { offered, person }, now))
        return { redirect: `${listPath}?done=${offered ? 'offered' : 'kept'}` }
      },
    }),
  ]
}

async function showPlaybook(context: Context, request: AnyRequest, key: string) {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const id = idOfImported(key)
  const { whole, imported } = await inLibrary(context, request, async (scope) => ({
    whole: await findWhole(scope, key),
    imported: id === null ? null : await selectImportedDocument(scope, id),
  }))
  const view = viewPlaybook(whole, request.locale)
  const [written] = Object.keys(whole.texts)
  const steps = <StepList steps={view.steps} reader={reader} />
  const content = (
    <>
      <PageHead
        title={view.name}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('playbooks.list.title'), href: listPath }],
        }}
        lead={view.summary}
      />
      <div class="s-stack-l">
        <PlaybookRemarks view={view} reader={reader} />
        <Plain id="about" heading={t('playbooks.about')}>
          <PlaybookFacts view={view} reader={reader} />
          <p class="s-noprint">{t('playbooks.paper.how')}</p>
        </Plain>
        <Sheet
          id="steps"
          heading={t('playbooks.steps', { count: view.steps.length })}
          aside={t('playbooks.steps.from')}
        >
          {/* Only foreign words say their language: ours are those of the page. */}
          {view.language === request.locale ? steps : <div lang={view.language}>{steps}</div>}
        </Sheet>
        {imported && isOfCentre(request) && <OfCentre imported={imported} reader={reader} />}
        <Plain id="cacao" heading={t('playbooks.cacao')}>
          <p>{t(imported ? 'playbooks.cacao.foreign' : 'playbooks.cacao.own')}</p>
          <ul class="s-noprint">
            {imported ? (
              <li>
                <a href={cacaoHref(key, written ?? 'und')}>{t('playbooks.cacao.document')}</a>
              </li>
            ) : (
              languages.map((language) => (
                <li key={language}>
                  <a href={cacaoHref(key, language)}>
                    {t('playbooks.cacao.in', { language: nameOfLocale(language) })}
                  </a>
                </li>
              ))
            )}
          </ul>
        </Plain>
      </div>
    </>
  )
  return { html: await context.render(request, { title: view.name, content, current: listPath }) }
}

type Imported = NonNullable<Awaited<ReturnType<typeof selectImportedDocument>>>

function OfCentre({ imported, reader }: { readonly imported: Imported; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <Plain id="centre" heading={t('playbooks.centre')}>
      <form method="post" action={`/centre/playbooks/${imported.id}/offer`} class="s-noprint">
        <CsrfField token={reader.csrfToken} />
        <p class="s-below">
          <StateWord state={imported.offered ? 'done' : 'new'}>
            {t(imported.offered ? 'playbooks.offered.yes' : 'playbooks.offered.no')}
          </StateWord>
        </p>
        <Button kind="secondary" name="offered" value={imported.offered ? 'no' : 'yes'}>
          {t(imported.offered ? 'playbooks.offer.stop' : 'playbooks.offer.start')}
        </Button>
      </form>
      {imported.remarks.length > 0 && (
        <FaultTable caption={t('playbooks.import.remarks')} faults={imported.remarks} reader={reader} />
      )}
    </Plain>
  )
}
