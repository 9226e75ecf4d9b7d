// The page on which somebody pastes a ransom note and learns which family it may be of; nothing of it is stored.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { type FindingWithSources, findRansomware } from '../actions/library-of.ts'
import { clueForm, maxNoteUploadBytes } from '../contract.ts'
import type { Clue } from '../finder.ts'
import { decodeNote } from '../note.ts'
import { selectSources } from '../store.ts'
import { ClueForm } from './clue-form.tsx'
import { FindingView, findingTitle } from './finding.tsx'
import { EvidenceToKeep, FreeTools } from './first-aid.tsx'
import { Sources } from './sources.tsx'

const noClue: Clue = { note: '', fileName: '', ending: '' }

export function ransomwarePages(context: Context): readonly Page[] {
  const common = { permission: 'ransomware:find', query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: '/o/:organisationId/ransomware',
      params: memberPath,
      body: nothing,
      handle: (request) => show(context, request, noClue, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: '/o/:organisationId/ransomware',
      params: memberPath,
      body: clueForm,
      maxUploadBytes: maxNoteUploadBytes,
      handle: (request) => answer(context, request, request.body),
    }),
    definePage({
      ...common,
      method: 'GET',
      path: '/centre/ransomware',
      params: nothing,
      body: nothing,
      handle: (request) => show(context, request, noClue, null),
    }),
    definePage({
      ...common,
      method: 'POST',
      path: '/centre/ransomware',
      params: nothing,
      body: clueForm,
      maxUploadBytes: maxNoteUploadBytes,
      handle: (request) => answer(context, request, request.body),
    }),
  ]
}

/** The file wins over pasted text, and its name counts where none was typed. */
async function answer(context: Context, request: AnyRequest, typed: Clue): Promise<PageReply> {
  const [file] = request.files
  const clue = file
    ? { ...typed, note: decodeNote(file.content), fileName: typed.fileName.trim() || file.name }
    : typed
  const isEmpty = [clue.note, clue.fileName, clue.ending].every((text) => text.trim() === '')
  if (isEmpty) return show(context, request, typed, null, true)
  const found = await within(context, request, (scope) => findRansomware(context, scope, clue))
  return show(context, request, file ? { ...typed, fileName: clue.fileName } : typed, found)
}

async function show(
  context: Context,
  request: AnyRequest,
  typed: Clue,
  found: FindingWithSources | null,
  isEmpty = false,
): Promise<PageReply> {
  const sources = found?.sources ?? (await within(context, request, selectSources))
  const translator = context.translator(request.locale)
  const { t } = translator
  const href = request.organisationId === 0 ? '/centre/ransomware' : `/o/${request.organisationId}/ransomware`
  const title = found ? findingTitle(found.finding, translator) : t('ransomware.title')
  const error = isEmpty ? t('ransomware.form.nothing') : undefined
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'note', text: error }] : []}
      />
      <PageHead title={title} lead={t('ransomware.lead')} />
      <div class="s-stack-l">
        {found && <FindingView finding={found.finding} translator={translator} />}
        <ClueForm
          translator={translator}
          csrfToken={request.caller?.csrfToken ?? null}
          href={href}
          typed={typed}
          error={error}
          isAgain={found !== null}
          isReady={sources.length > 0}
        />
        <EvidenceToKeep translator={translator} />
        <FreeTools translator={translator} />
        <Sources sources={sources} translator={translator} timeZone={request.membership?.timeZone ?? 'UTC'} />
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: href }),
    status: isEmpty ? 422 : 200,
  }
}

/** In the rights of whoever asks. */
function within<T>(
  { database }: Context,
  request: AnyRequest,
  work: (scope: Parameters<typeof selectSources>[0] & Parameters<typeof findRansomware>[1]) => Promise<T>,
): Promise<T> {
  return request.organisationId === 0
    ? database.asCentre(work)
    : database.asMember(request.organisationId, work)
}
