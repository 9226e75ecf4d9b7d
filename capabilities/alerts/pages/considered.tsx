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
import {
  Button,
  type Column,
  CsrfField,
  Details,
  Empty,
  Note,
  PageHead,
  StateWord,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import { type AdvisorySummary, summariesOf } from '../../advisories/index.ts'
import { type Asset, assetById, assetUnknown, titleOfAsset } from '../../assets/index.ts'
import {
  type Explained,
  type ExplanationStep,
  explainPairs,
  type LevelCounts,
  type MatchLevel,
  matchLevels,
} from '../../matching/index.ts'
import { runAgain } from '../actions/run-again.ts'
import { advisoriesOf, findAlertOfAdvisory } from '../store.ts'
import { sayStep } from './explain.ts'
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

interface Row {
  readonly explained: Explained
  readonly summary: AdvisorySummary | null
  readonly alertId: number | null
}

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
            columns={columnsOf(organisationId, reader)}
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
  'remedy-contradicts',
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
