// The advisories that were compared with one asset, as broad or narrow as wanted, each with its reason; and looking again.
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
import { formatNumber } from '../../../platform/i18n/index.ts'
import { Button, CsrfField, Empty, Note, PageHead, Table, Views } from '../../../web/kit/index.ts'
import { summariesOf } from '../../advisories/index.ts'
import { type Asset, assetById, assetUnknown, titleOfAsset } from '../../assets/index.ts'
import {
  type Explained,
  exemptionsOf,
  explainPairs,
  type LevelCounts,
  type MatchLevel,
  matchLevels,
} from '../../matching/index.ts'
import { runAgain } from '../actions/run-again.ts'
import { advisoriesOf, findAlertOfAdvisory } from '../store.ts'
import { type ConsideredRow, consideredColumns } from './considered-columns.tsx'
import type { Reader } from './words.ts'

/** Each needs its whole document read and judged, while somebody waits. */
const pairsOnPage = 25

const assetPath = z.object({ organisationId: idParam, assetId: idParam })
/** What a person opens this page for is mostly what did not come, so it shows everything at first. */
const query = z.object({
  after: idParam.optional(),
  show: z.enum(matchLevels).default('ignored'),
  again: z.literal('done').optional(),
})
type Query = z.output<typeof query>

export function consideredPages(context: Context): readonly Page[] {
  return [showPage(context), againPage(context)]
}

function showPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/assets/:assetId/advisories',
    permission: 'alerts:read',
    params: assetPath,
    query,
    body: nothing,
    handle: (request) => showConsidered(context, request, request.params.assetId, request.query),
  })
}

function againPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: '/o/:organisationId/assets/:assetId/advisories/again',
    permission: 'alerts:answer',
    params: assetPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { organisationId, assetId } = request.params
      const command = { organisationId, assetIds: [assetId], personId: personOf(request).id }
      await runAgain(context, command, request.now)
      return { redirect: `/o/${organisationId}/assets/${assetId}/advisories?again=done` }
    },
  })
}

async function showConsidered(
  context: Context,
  request: AnyRequest,
  assetId: number,
  { after = 0, show, again }: Query,
): Promise<PageReply> {
  const { organisationId } = request
  const translator = context.translator(request.locale)
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const { asset, matched } = await context.database.asMember(organisationId, async (scope) => ({
    asset: await assetById(scope, assetId),
    matched: await advisoriesOf(scope, { assetId }, { show, after, limit: pairsOnPage }),
  }))
  if (!asset) throw assetUnknown(assetId)
  const { productVersionId } = asset
  const explained = await context.database.asEngineFor(organisationId, (scope) =>
    explainPairs(
      scope,
      matched.rows.map(({ advisoryId }) => ({ advisoryId, productVersionId })),
    ),
  )
  const rows = await rowsOf(context, organisationId, explained)
  return {
    html: await context.render(request, {
      title: translator.t('alerts.considered.title'),
      current: `/o/${organisationId}/assets`,
      content: (
        <Content
          organisationId={organisationId}
          asset={asset}
          rows={rows}
          isFirst={after === 0}
          show={show}
          counts={matched.counts}
          isDone={again === 'done'}
          mayRun={request.membership?.role !== 'reader'}
          csrfToken={request.caller?.csrfToken ?? null}
          reader={reader}
        />
      ),
    }),
  }
}

function rowsOf(context: Context, organisationId: number, explained: readonly Explained[]) {
  return context.database.asMember(organisationId, async (scope): Promise<readonly ConsideredRow[]> => {
    const summaries = new Map(
      (
        await summariesOf(
          scope,
          explained.map((one) => one.advisoryId),
        )
      ).map((summary) => [summary.advisoryId, summary]),
    )
    const rows: ConsideredRow[] = []
    for (const one of explained) {
      const alert = one.stored ? await findAlertOfAdvisory(scope, organisationId, one.advisoryId) : null
      rows.push({
        explained: one,
        summary: summaries.get(one.advisoryId) ?? null,
        alertId: alert?.id ?? null,
        isExempt: (await exemptionsOf(scope, one.advisoryId)).some(
          ({ productVersionId }) => productVersionId === one.productVersionId,
        ),
      })
    }
    return rows
  })
}

interface ContentProps {
  readonly organisationId: number
  readonly asset: Asset
  readonly rows: readonly ConsideredRow[]
  readonly isFirst: boolean
  readonly show: MatchLevel
  readonly counts: LevelCounts
  readonly isDone: boolean
  readonly mayRun: boolean
  readonly csrfToken: string | null
  readonly reader: Reader
}

function Content(props: ContentProps) {
  const { organisationId, asset, rows, isFirst, show, reader } = props
  const { t } = reader.translator
  const own = `/o/${organisationId}/assets/${asset.id}`
  const last = rows.at(-1)
  return (
    <>
      <PageHead
        title={t('alerts.considered.title')}
        wayTo={{
          label: t('alerts.alert.wayTo'),
          steps: [{ label: titleOfAsset(asset.facts), href: own }],
        }}
        lead={t('alerts.considered.lead')}
      />
      {props.isDone && (
        <Note tone="done" announce>
          {t('alerts.considered.again.done')}
        </Note>
      )}
      <Views label={t('alerts.considered.show')} views={viewsOf(`${own}/advisories`, props)} />
      <div class="s-sheet">
        {rows.length === 0 ? (
          <Empty heading={t('alerts.considered.empty.heading')}>
            {t(isFirst ? 'alerts.considered.empty.text' : 'alerts.considered.empty.end')}
          </Empty>
        ) : (
          <Table
            caption={t('alerts.considered.title')}
            columns={consideredColumns(organisationId, reader)}
            rows={rows}
            keyOf={(row) => row.explained.advisoryId}
            stateOf={(row) => (row.explained.answer === 'cannot_tell' ? 'unknown' : undefined)}
          />
        )}
        {rows.length === pairsOnPage && last && (
          <p class="s-sheet__body">
            <a href={`${own}/advisories?show=${show}&after=${last.explained.advisoryId}`}>
              {t('alerts.considered.more')}
            </a>
          </p>
        )}
      </div>
      {props.mayRun && (
        <form method="post" action={`${own}/advisories/again`}>
          <CsrfField token={props.csrfToken} />
          <Button kind="secondary">{t('alerts.considered.again')}</Button>
        </form>
      )}
    </>
  )
}

/** Each view holds the narrower ones, so its count is the sum up to it. */
function viewsOf(path: string, { show, counts, reader }: ContentProps) {
  let sum = 0
  return matchLevels.map((level) => {
    sum += counts[level]
    return {
      label: reader.translator.t(`alerts.considered.show.${level}`),
      href: `${path}?show=${level}`,
      current: level === show,
      count: formatNumber(sum, reader.translator),
    }
  })
}
