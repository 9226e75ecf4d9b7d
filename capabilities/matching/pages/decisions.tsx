// Every decision about names that was ever made: what, by whom, when and why; each leads to its pair.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { type Column, Empty, PageHead, Pagination, StateWord, Table } from '../../../web/kit/index.ts'
import { countQueue, type DecidedPair, selectDecisions } from '../store.ts'
import { decisionsPath, pairHref, queuePath } from './paths.ts'
import { QueueViews } from './queue.tsx'
import { answerLooks, answerWord, clip, instant, nameText, type Reader, readerOf } from './words.ts'

const decisionsShown = 50

export function decisionsPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: decisionsPath,
    permission: 'review:read',
    params: nothing,
    query: z.object({ before: idParam.optional().catch(undefined) }),
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, request)
      const { t } = reader.translator
      const { rows, count } = await context.database.asCentre(async (scope) => ({
        rows: await selectDecisions(scope, request.query.before ?? null, decisionsShown + 1),
        count: await countQueue(scope),
      }))
      const shown = rows.slice(0, decisionsShown)
      const last = shown.at(-1)
      const older =
        rows.length > decisionsShown && last
          ? { older: { label: t('shell.list.older'), href: `${decisionsPath}?before=${last.id}` } }
          : {}
      const title = t('matching.decisions.title')
      const content = (
        <>
          <PageHead
            title={title}
            wayTo={{
              label: t('shell.pages.wayTo'),
              steps: [{ label: t('matching.menu'), href: queuePath }],
            }}
            lead={t('matching.decisions.lead')}
          />
          <QueueViews count={count} isQueue={false} reader={reader} />
          <div class="s-sheet">
            {shown.length === 0 ? (
              <Empty heading={t('matching.decisions.empty')}>{t('matching.decisions.empty.text')}</Empty>
            ) : (
              <Table
                caption={title}
                columns={columnsOf(reader)}
                rows={shown}
                keyOf={(decision) => decision.id}
              />
            )}
          </div>
          <Pagination
            label={t('shell.list.pages')}
            shown={t('shell.list.shown', { shown: shown.length })}
            {...older}
          />
        </>
      )
      return { html: await context.render(request, { title, content, current: queuePath, width: 'wide' }) }
    },
  })
}

function columnsOf(reader: Reader): readonly Column<DecidedPair>[] {
  const { t } = reader.translator
  return [
    {
      label: t('matching.column.list'),
      kind: 'head',
      main: true,
      cell: (decision) => <a href={pairHref(decision.pairId)}>{nameText(decision.inventoryName)}</a>,
    },
    {
      label: t('matching.column.advisory'),
      cell: (decision) => nameText(decision.statedName),
    },
    {
      label: t('matching.column.decision'),
      cell: (decision) => (
        <>
          <StateWord state={answerLooks[decision.answer]}>{answerWord(decision.answer, reader)}</StateWord>
          {!decision.stands && decision.answer !== 'taken-back' && (
            <span class="s-sub">{t('matching.decisions.noLonger')}</span>
          )}
        </>
      ),
    },
    { label: t('matching.column.reason'), cell: (decision) => clip(decision.reason, 300) },
    {
      label: t('matching.column.who'),
      cell: (decision) => (
        <>
          {clip(decision.decidedByName)}
          <span class="s-sub">{instant(decision.decidedAt, reader)}</span>
        </>
      ),
    },
  ]
}
