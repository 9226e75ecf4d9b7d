// The first page of the yearly check: start it, go on with it, close it, and what was said in earlier years.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { PageHead } from '../../../web/kit/index.ts'
import { type Checking, changeDepth, openCheck, viewHouse, yearOf } from '../actions/check.ts'
import { closeCheck } from '../actions/close.ts'
import { linksOf } from '../actions/links.ts'
import { askAgainOf, type Depth, depths, progressOf } from '../check.ts'
import { depthForm } from '../contract/forms.ts'
import { openInvitations } from '../store/campaigns.ts'
import { findSnapshot, selectAnswers, selectChecks } from '../store/checks.ts'
import { checkHref, memberBase, resultHref } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { Running } from './running.tsx'
import { AskAgain, Past, Start } from './start.tsx'
import { CheckViews } from './words.tsx'

export function homePages(checking: Checking): readonly Page[] {
  const common = { params: memberPath, query: nothing } as const
  const post = { ...common, method: 'POST', permission: 'assessments:answer' } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      path: memberBase,
      permission: 'assessments:read',
      body: nothing,
      handle: (request) => show(checking, request),
    }),
    definePage({
      ...post,
      path: memberBase,
      body: depthForm,
      async handle(request) {
        await openCheck(checking, memberActs(request), depthOf(request.body.depth), request.now)
        return { redirect: checkHref(request.organisationId) }
      },
    }),
    definePage({
      ...post,
      path: `${memberBase}/depth`,
      body: depthForm,
      async handle(request) {
        await changeDepth(checking, memberActs(request), depthOf(request.body.depth), request.now)
        return { redirect: checkHref(request.organisationId) }
      },
    }),
    definePage({
      ...post,
      path: `${memberBase}/close`,
      permission: 'assessments:close',
      body: nothing,
      async handle(request) {
        await closeCheck(checking, memberActs(request), request.locale, request.now)
        return { redirect: resultHref(request.organisationId) }
      },
    }),
  ]
}

/** A form without a choice starts with the shortest; it can be changed at any time. */
function depthOf(typed: string): Depth {
  return depths.find((depth) => String(depth) === typed) ?? 1
}

async function read(checking: Checking, request: AnyRequest) {
  const { organisationId, now } = request
  return checking.context.database.asMember(organisationId, async (scope) => {
    const checks = await selectChecks(scope, organisationId)
    const running = checks.find(({ closedAt }) => closedAt === null) ?? null
    const last = checks.find(({ closedAt }) => closedAt !== null) ?? null
    return {
      checks,
      running,
      last,
      snapshot: last && (await findSnapshot(scope, organisationId, last.id)),
      house: await viewHouse(checking, scope, organisationId, now),
      year: running?.year ?? (await yearOf(scope, organisationId, now)),
      links: running ? await linksOf(scope, running) : [],
      answers: running ? await selectAnswers(scope, organisationId, running.id) : [],
      invitation: (await openInvitations(scope, organisationId))[0] ?? null,
    }
  })
}

async function show(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const found = await read(checking, request)
  const { running, last, snapshot, house, invitation } = found
  const progress = running && progressOf(house.form, house.facts, running.depth)
  const again =
    !running && last && snapshot
      ? askAgainOf(house.form, checking.book.keys, house.facts, {
          depth: last.depth,
          answers: snapshot.snapshot.answers.filter(({ value }) => value !== null),
        })
      : []
  const title =
    running && progress
      ? t('assessments.home.running', { done: progress.answered, total: progress.questions.length })
      : last
        ? t('assessments.home.closed', { year: String(last.year) })
        : t('assessments.home.start')
  const content = (
    <>
      <PageHead
        title={title}
        meta={`${t('assessments.title')} ${found.year}`}
        lead={t(running ? 'assessments.home.running.lead' : 'assessments.home.lead')}
      />
      <CheckViews organisationId={organisationId} current="check" reader={reader} />
      <div class="s-stack-l">
        {running && progress ? (
          <Running
            {...{ organisationId, check: running, house, progress, invitation, reader }}
            keys={checking.book.keys}
            links={found.links}
            answers={found.answers}
          />
        ) : (
          <Start
            {...{ organisationId, house, invitation, reader, year: found.year, hasLast: last !== null }}
          />
        )}
        <AskAgain
          {...{
            again,
            reader,
            keys: checking.book.keys,
            version: snapshot?.snapshot.form.version ?? null,
            now: house.form.version,
          }}
        />
        <Past {...{ organisationId, checks: found.checks, reader }} />
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}
