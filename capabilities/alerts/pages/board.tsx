// The duty board: the next step and why, figures, advisories, clocks, silence, ages and countries.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { CentreScope } from '../../../platform/database/database.ts'
import { definePage, type Page, type PageReply, type Request } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatInstant } from '../../../platform/i18n/index.ts'
import { Board, Note, PageHead } from '../../../web/kit/index.ts'
import { countProviders, readOrganisations } from '../../organisations/index.ts'
import { readinessOf } from '../../readiness/index.ts'
import { nextStepOf } from '../next-step.ts'
import { selectUnsent, type UnsentMails } from '../store/tried.ts'
import {
  type AdvisoryOnBoard,
  selectAges,
  selectBoard,
  selectCountries,
  selectMembersOfAdvisory,
  selectNextClocks,
  selectTotals,
} from '../store.ts'
import { Advisories, type Shown, shownKinds } from './board-advisories.tsx'
import { advisoryAgainPage, advisoryPage } from './board-advisory.tsx'
import { NextClocks } from './board-clocks.tsx'
import { Ages, Countries } from './board-figures.tsx'
import { Figures, Next } from './board-next.tsx'
import { Readiness } from './board-readiness.tsx'
import { Silence, selectSilent } from './board-silence.tsx'
import type { Reader } from './words.ts'

const advisoriesShown = 100
const clocksShown = 6
const soonHours = 8

const query = z.object({ shown: z.enum(shownKinds).optional() })

export function boardPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/centre/board',
      permission: 'board:read',
      params: nothing,
      query,
      body: nothing,
      handle: (request) => showBoard(context, request),
    }),
    advisoryPage(context),
    advisoryAgainPage(context),
  ]
}

async function showBoard(
  context: Context,
  request: Request<unknown, { shown?: Shown | undefined }, unknown>,
): Promise<PageReply> {
  const translator = context.translator(request.locale)
  const { t } = translator
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const board = await context.database.asCentre((scope) => loadBoard(scope, request.now))
  const content = (
    <>
      <PageHead
        title={t('board.title')}
        meta={
          <span>
            {formatInstant(request.now, { ...reader, style: 'long' })} ·{' '}
            {t('board.zone', { zone: reader.timeZone })}
          </span>
        }
      />
      <Unsent unsent={board.unsent} hasServer={context.config.smtpUrl !== null} reader={reader} />
      <Next
        step={board.step}
        member={board.memberToCall}
        nextClock={board.clocks[0] ?? null}
        reader={reader}
      />
      <Figures totals={board.totals} reader={reader} soonHours={soonHours} />
      <Board
        first={
          <Advisories advisories={board.advisories} shown={request.query.shown ?? null} reader={reader} />
        }
        sideLabel={t('board.side')}
        side={
          <>
            <NextClocks clocks={board.clocks} reader={reader} />
            <Silence silent={board.silent} total={board.totals.silent} reader={reader} />
          </>
        }
      >
        <Ages bands={board.ages} reader={reader} />
        <Readiness members={board.readiness.members} total={board.readiness.total} reader={reader} />
        <Countries rows={board.countries} reader={reader} />
      </Board>
    </>
  )
  const page = { title: t('board.title'), content, current: '/centre/board', width: 'wide' as const }
  return { html: await context.render(request, page) }
}

async function loadBoard(scope: CentreScope, now: Date) {
  const advisories = await selectBoard(scope, now, advisoriesShown)
  const step = nextStepOf(advisories)
  return {
    advisories,
    step,
    memberToCall: step && (await firstMember(scope, step.advisory, step.call, now)),
    totals: await selectTotals(scope, now, new Date(now.getTime() + soonHours * 3_600_000)),
    clocks: await selectNextClocks(scope, clocksShown),
    silent: await selectSilent(scope, advisories, now),
    ages: await selectAges(scope, now),
    countries: await selectCountries(scope, now),
    unsent: await selectUnsent(scope, now),
    readiness: await loadReadiness(scope, now),
  }
}

async function loadReadiness(scope: CentreScope, now: Date) {
  const known = await readinessOf(scope, now)
  const names = new Map(
    (
      await readOrganisations(
        scope,
        known.map(({ organisationId }) => organisationId),
      )
    ).map(({ id, name }) => [id, name]),
  )
  const members = known.map((one) => ({ ...one, name: names.get(one.organisationId) ?? '' }))
  return { members, total: await countProviders(scope) }
}

async function firstMember(
  scope: CentreScope,
  advisory: AdvisoryOnBoard,
  call: 'overdue' | 'silent',
  now: Date,
) {
  const [member] = await selectMembersOfAdvisory(scope, advisory.advisoryId, call, now, 1)
  return member ?? null
}

/** Mails that do not get out look like silence of the members, so they stand above it. */
function Unsent({
  unsent,
  hasServer,
  reader,
}: {
  readonly unsent: UnsentMails
  readonly hasServer: boolean
  readonly reader: Reader
}) {
  const { t } = reader.translator
  if (unsent.waiting + unsent.failed === 0) return null
  return (
    <Note tone="soon">
      {unsent.waiting > 0 && (
        <p>
          {t('board.unsent.waiting', { count: unsent.waiting })}{' '}
          {hasServer ? t('board.unsent.server') : t('board.unsent.noServer')}
        </p>
      )}
      {unsent.failed > 0 && <p>{t('board.unsent.failed', { count: unsent.failed })}</p>}
    </Note>
  )
}
