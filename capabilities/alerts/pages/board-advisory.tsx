// One advisory as the duty officer sees it: which members, how they stand, whom to call, what was tried.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { CentreScope } from '../../../platform/database/database.ts'
import {
  definePage,
  type Page,
  type PageReply,
  personOf,
  type Request,
} from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, Empty, PageHead, Sheet, SplitBar, Views } from '../../../web/kit/index.ts'
import { summariesOf } from '../../advisories/index.ts'
import { matchAdvisoriesAgain } from '../../matching/index.ts'
import { contactsOf } from '../../organisations/index.ts'
import { selectTried } from '../store/tried.ts'
import { type MemberOnBoard, type Standing, selectMembersOfAdvisory } from '../store.ts'
import { AnswerKey, answerParts } from './board-advisories.tsx'
import { MemberTable, type ShownMember } from './board-members.tsx'
import type { Reader } from './words.ts'

/** All are counted, so many are shown. */
const membersCounted = 10_000
const membersShown = 200

const standings = ['overdue', 'silent', 'waiting', 'answered'] as const satisfies readonly Standing[]
const params = z.object({ advisoryId: idParam })
const query = z.object({ standing: z.enum(standings).optional() })
type AdvisoryRequest = Request<z.output<typeof params>, z.output<typeof query>, unknown>

export function advisoryPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/centre/board/advisories/:advisoryId',
    permission: 'board:read',
    params,
    query,
    body: nothing,
    handle: (request) => showAdvisory(context, request),
  })
}

export function advisoryAgainPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: '/centre/board/advisories/:advisoryId/again',
    permission: 'matching:run',
    params,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { advisoryId } = request.params
      await matchAdvisoriesAgain(context, [advisoryId], `person:${personOf(request).id}`, request.now)
      return { redirect: `/centre/board/advisories/${advisoryId}` }
    },
  })
}

async function showAdvisory(context: Context, request: AdvisoryRequest): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const { advisoryId } = request.params
  const standing = request.query.standing ?? null
  const { summary, members, shown } = await context.database.asCentre((scope) =>
    loadAdvisory(scope, advisoryId, standing, request.now),
  )
  if (!summary) throw notFound(`There is no advisory ${advisoryId}.`)
  const counts = countsOf(members)
  const path = `/centre/board/advisories/${advisoryId}`
  const content = (
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('board.title'), href: '/centre/board' }] }}
        title={summary.title}
        meta={
          <span>
            {summary.publisher} {summary.trackingId}
          </span>
        }
        lead={t('board.advisory.lead', { count: members.length })}
      />
      <Views
        label={t('board.advisory.views')}
        views={[
          view(t('board.advisory.all'), path, standing === null, members.length, reader),
          ...standings.map((one) =>
            view(
              t(`board.standing.${one}`),
              `${path}?standing=${one}`,
              standing === one,
              counts[one],
              reader,
            ),
          ),
        ]}
      />
      <Sheet
        id="members"
        heading={t('board.advisory.members')}
        aside={<AnswerKey translator={translator} />}
        flush
      >
        <div class="s-sheet__body">
          <SplitBar parts={answerParts(counts, translator)} />
        </div>
        {shown.length === 0 ? (
          <Empty heading={t('board.advisory.empty')} headingLevel={3}>
            {t('board.advisory.empty.text')}
          </Empty>
        ) : (
          <MemberTable members={shown} reader={reader} />
        )}
        <More members={members} standing={standing} reader={reader} />
      </Sheet>
      <form method="post" action={`${path}/again`}>
        <CsrfField token={request.caller?.csrfToken ?? null} />
        <Button kind="secondary">{t('board.advisory.again')}</Button>
      </form>
    </>
  )
  const page = { title: summary.title, content, current: '/centre/board', width: 'wide' as const }
  return { html: await context.render(request, page) }
}

async function loadAdvisory(scope: CentreScope, advisoryId: number, standing: Standing | null, now: Date) {
  const [summary] = await summariesOf(scope, [advisoryId])
  const members = await selectMembersOfAdvisory(scope, advisoryId, null, now, membersCounted)
  const fitting = members.filter((member) => standing === null || member.standing === standing)
  const rows = fitting.slice(0, membersShown)
  const tried = await selectTried(scope, rows)
  const contacts = await contactsOf(
    scope,
    rows.map((member) => member.organisationId),
  )
  const shown = rows.map((member): ShownMember => {
    const isOf = (one: { readonly organisationId: number }) => one.organisationId === member.organisationId
    return { ...member, tried: tried.filter(isOf), contacts: contacts.filter(isOf) }
  })
  return { summary: summary ?? null, members, shown }
}

function countsOf(members: readonly MemberOnBoard[]): Readonly<Record<Standing, number>> {
  const counts = { answered: 0, waiting: 0, silent: 0, overdue: 0 }
  for (const member of members) counts[member.standing]++
  return counts
}

function view(label: string, href: string, current: boolean, count: number, { translator }: Reader) {
  return { label, href, current, count: formatNumber(count, translator) }
}

function More({
  members,
  standing,
  reader,
}: {
  readonly members: readonly MemberOnBoard[]
  readonly standing: Standing | null
  readonly reader: Reader
}) {
  const fitting = standing === null ? members.length : countsOf(members)[standing]
  if (fitting <= membersShown) return null
  return (
    <div class="s-sheet__body">
      <p class="s-dense">
        {reader.translator.t('shell.list.shownOf', { shown: membersShown, total: fitting })}
      </p>
    </div>
  )
}
