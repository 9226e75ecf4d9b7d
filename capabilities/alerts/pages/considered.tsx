// Every advisory that was compared with one asset, also those that do not concern it, each with its reason.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { type Column, Details, Empty, PageHead, StateWord, Table } from '../../../web/kit/index.ts'
import { type AdvisorySummary, summariesOf } from '../../advisories/index.ts'
import { type Asset, assetById, assetUnknown, titleOfAsset } from '../../assets/index.ts'
import { type Explained, type ExplanationStep, explainConsidered } from '../../matching/index.ts'
import { findAlertOfAdvisory } from '../store.ts'
import { sayStep } from './explain.ts'
import type { Reader } from './words.ts'

/** Each needs its whole document read and judged, while somebody waits. */
const pairsOnPage = 25

const assetPath = z.object({ organisationId: idParam, assetId: idParam })
const query = z.object({ after: idParam.optional() })

interface Row {
  readonly explained: Explained
  readonly summary: AdvisorySummary | null
  readonly alertId: number | null
}

export function consideredPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/assets/:assetId/advisories',
    permission: 'alerts:read',
    params: assetPath,
    query,
    body: nothing,
    handle: (request) => showConsidered(context, request, request.params.assetId, request.query.after ?? 0),
  })
}

async function showConsidered(
  context: Context,
  request: AnyRequest,
  assetId: number,
  after: number,
): Promise<PageReply> {
  const { organisationId } = request
  const translator = context.translator(request.locale)
  const reader: Reader = { translator, timeZone: request.membership?.timeZone ?? 'UTC', now: request.now }
  const asset = await context.database.asMember(organisationId, (scope) => assetById(scope, assetId))
  if (!asset) throw assetUnknown(assetId)
  const explained = await context.database.asEngineFor(organisationId, (scope) =>
    explainConsidered(
      scope,
      { productVersionIds: [asset.productVersionId] },
      { after: { advisoryId: after, productVersionId: asset.productVersionId }, limit: pairsOnPage },
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
          reader={reader}
        />
      ),
    }),
  }
}

function rowsOf(context: Context, organisationId: number, explained: readonly Explained[]) {
  return context.database.asMember(organisationId, async (scope): Promise<readonly Row[]> => {
    const summaries = new Map(
      (
        await summariesOf(
          scope,
          explained.map((one) => one.advisoryId),
        )
      ).map((summary) => [summary.advisoryId, summary]),
    )
    const rows: Row[] = []
    for (const one of explained) {
      const alert = one.stored ? await findAlertOfAdvisory(scope, organisationId, one.advisoryId) : null
      rows.push({
        explained: one,
        summary: summaries.get(one.advisoryId) ?? null,
        alertId: alert?.id ?? null,
      })
    }
    return rows
  })
}

interface ContentProps {
  readonly organisationId: number
  readonly asset: Asset
  readonly rows: readonly Row[]
  readonly isFirst: boolean
  readonly reader: Reader
}

function Content({ organisationId, asset, rows, isFirst, reader }: ContentProps) {
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
      <div class="s-sheet">
        {rows.length === 0 ? (
          <Empty heading={t('alerts.considered.empty.heading')}>
            {t(isFirst ? 'alerts.considered.empty.text' : 'alerts.considered.empty.end')}
          </Empty>
        ) : (
          <Table
            caption={t('alerts.considered.title')}
            columns={columnsOf(organisationId, reader)}
            rows={rows}
            keyOf={(row) => row.explained.advisoryId}
            stateOf={(row) => (row.explained.answer === 'cannot_tell' ? 'unknown' : undefined)}
          />
        )}
        {rows.length === pairsOnPage && last && (
          <p class="s-sheet__body">
            <a href={`${own}/advisories?after=${last.explained.advisoryId}`}>{t('alerts.considered.more')}</a>
          </p>
        )}
      </div>
    </>
  )
}

function columnsOf(organisationId: number, { translator }: Reader): readonly Column<Row>[] {
  const { t } = translator
  return [
    {
      label: t('alerts.considered.column.advisory'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ summary, alertId }) => {
        const title = summary ? `${summary.title} (${summary.trackingId})` : ''
        return alertId === null ? title : <a href={`/o/${organisationId}/alerts/${alertId}`}>{title}</a>
      },
    },
    {
      label: t('alerts.considered.column.answer'),
      cell: ({ explained: { answer } }) => (
        <StateWord state={stateOfAnswer[answer]}>{t(`alerts.considered.answer.${answer}`)}</StateWord>
      ),
    },
    {
      label: t('alerts.considered.column.because'),
      cell: ({ explained }) => {
        const steps = stepsOf(explained)
        const deciding = decidingStep(steps)
        return (
          <>
            {deciding && sayStep(deciding, translator)}
            <Details summary={t('alerts.why.steps')}>
              <ol>
                {steps.map((step, index) => (
                  <li key={index}>{sayStep(step, translator)}</li>
                ))}
              </ol>
            </Details>
          </>
        )
      },
    },
  ]
}

const stateOfAnswer = {
  affected: 'new',
  cannot_tell: 'unknown',
  not_affected: 'done',
  no_match: 'done',
} as const

const telling: ReadonlySet<ExplanationStep['code']> = new Set<ExplanationStep['code']>([
  'version',
  'model-compared',
  'patch-named',
  'excluded-product',
  'platform',
  'alias',
  'identifier-differs',
  'name',
])

/** The last thing that was compared. */
function decidingStep(steps: readonly ExplanationStep[]): ExplanationStep | undefined {
  return steps.findLast((step) => telling.has(step.code))
}

/** The document in front is shown with the alert. */
function stepsOf({ explanation }: Explained): readonly ExplanationStep[] {
  return (explanation as readonly (ExplanationStep | { readonly code: 'document' })[]).filter(
    (step): step is ExplanationStep => step.code !== 'document',
  )
}
