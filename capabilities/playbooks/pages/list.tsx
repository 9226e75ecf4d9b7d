// All playbooks: our own, and those that the centre took over from others.
// SPDX-License-Identifier: EUPL-1.2
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  ButtonLink,
  type Column,
  Empty,
  Note,
  PageHead,
  Plain,
  Sheet,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { keyOfImported, listPlaybooks } from '../actions/find.ts'
import { listQuery } from '../contract.ts'
import { isReviewed, textsIn, type WholePlaybook } from '../playbook.ts'
import type { ImportedPlaybook } from '../store/imported.ts'
import { importPath, listPath, playbookHref } from './paths.ts'
import { inLibrary, isOfCentre } from './reader-scope.ts'
import { type Reader, readerOf } from './words.ts'

export function listPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: listPath,
    permission: 'signed-in',
    params: nothing,
    query: listQuery,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, request)
      const { t } = reader.translator
      const { own, imported } = await inLibrary(context, request, listPlaybooks)
      const title = t('playbooks.list.title')
      const content = (
        <>
          <PageHead title={title} lead={t('playbooks.list.lead')} />
          <Done done={request.query.done} reader={reader} />
          <Sheet id="own" heading={t('playbooks.list.own')} flush>
            <Table
              caption={t('playbooks.list.own')}
              rows={own}
              keyOf={({ playbook }) => playbook.key}
              columns={ownColumns(reader)}
            />
          </Sheet>
          <Plain id="imported" heading={t('playbooks.list.imported')} flush={imported.length > 0}>
            {imported.length === 0 ? (
              <Empty heading={t('playbooks.list.none')} headingLevel={3}>
                {t('playbooks.list.none.text')}
              </Empty>
            ) : (
              <Table
                caption={t('playbooks.list.imported')}
                rows={imported}
                keyOf={({ id }) => id}
                columns={importedColumns(reader, isOfCentre(request))}
              />
            )}
          </Plain>
          {isOfCentre(request) && (
            <Actions>
              <ButtonLink kind="secondary" href={importPath}>
                {t('playbooks.import.title')}
              </ButtonLink>
            </Actions>
          )}
        </>
      )
      return { html: await context.render(request, { title, content, current: listPath }) }
    },
  })
}

function Done({
  done,
  reader,
}: {
  readonly done: z.output<typeof listQuery>['done']
  readonly reader: Reader
}) {
  if (!done) return null
  return (
    <Note tone="done" announce>
      {reader.translator.t(`playbooks.done.${done}`)}
    </Note>
  )
}

function ownColumns({ translator }: Reader): readonly Column<WholePlaybook>[] {
  const { t, locale } = translator
  const textsOf = (whole: WholePlaybook) => textsIn(whole, locale).texts
  return [
    {
      label: t('playbooks.column.name'),
      kind: 'head',
      cell: (whole) => <a href={playbookHref(whole.playbook.key)}>{textsOf(whole).name}</a>,
    },
    { label: t('playbooks.useWhen'), main: true, cell: (whole) => textsOf(whole).useWhen },
    { label: t('playbooks.edition'), cell: ({ playbook }) => playbook.version },
    {
      label: t('playbooks.column.reviewed'),
      cell: ({ playbook }) =>
        isReviewed(playbook) ? (
          <StateWord state="done">{t('playbooks.reviewed.yes')}</StateWord>
        ) : (
          <StateWord state="unknown">{t('playbooks.reviewed.no')}</StateWord>
        ),
    },
  ]
}

function importedColumns({ translator }: Reader, isCentre: boolean): readonly Column<ImportedPlaybook>[] {
  const { t } = translator
  return [
    {
      label: t('playbooks.column.name'),
      kind: 'head',
      main: true,
      cell: ({ id, name, language }) => (
        <a href={playbookHref(keyOfImported(id))} lang={language}>
          {name}
        </a>
      ),
    },
    { label: t('playbooks.column.from'), cell: ({ importedByName }) => importedByName },
    { label: t('playbooks.column.marking'), cell: ({ tlp }) => tlp ?? t('playbooks.marking.none') },
    ...(isCentre
      ? [
          {
            label: t('playbooks.column.offered'),
            cell: ({ offered }: ImportedPlaybook) =>
              t(offered ? 'playbooks.offered.yes' : 'playbooks.offered.no'),
          },
        ]
      : []),
  ]
}
