// The page "Sensors" of a house: how each stands, what they can see together, and the way to a new one.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Empty, Note, PageHead, Plain } from '../../../web/kit/index.ts'
import { homeQuery } from '../contract/forms.ts'
import { coverageOf } from '../coverage.ts'
import { sensorLimits } from '../limits.ts'
import { standingOf } from '../standing.ts'
import { selectPacks, techniquesOfNewest } from '../store/packs.ts'
import { selectSensors } from '../store/sensors.ts'
import { CoverageMap } from './coverage-map.tsx'
import { EnrolForm, type HomeState } from './enrol-form.tsx'
import { memberBase, sensorsHref } from './paths.ts'
import { readerOf } from './reader.ts'
import { SensorTable, Withdrawn } from './sensor-table.tsx'

export function homePages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: memberBase,
      permission: 'sensors:read',
      params: memberPath,
      query: homeQuery,
      body: nothing,
      handle: (request) =>
        showHome(context, request, {
          label: '',
          error: null,
          withdrawn: request.query.withdrawn !== undefined,
        }),
    }),
  ]
}

export async function showHome(context: Context, request: AnyRequest, state: HomeState): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { sensors, newest, techniques } = await context.database.asMember(organisationId, async (scope) => ({
    sensors: await selectSensors(scope, organisationId, 2 * sensorLimits.maxSensors),
    newest: (await selectPacks(scope, 1))[0] ?? null,
    techniques: await techniquesOfNewest(scope),
  }))
  const inUse = sensors.filter(({ withdrawnAt }) => withdrawnAt === null)
  const well = inUse.filter((sensor) => standingOf(sensor, newest, now) === 'current').length
  const title = t('sensors.title', { count: inUse.length, well })
  const coverage = coverageOf(sensors, techniques, now)
  const content = (
    <>
      <PageHead title={title} lead={t('sensors.lead')} />
      <div class="s-stack-l">
        {state.withdrawn && (
          <Note tone="done" announce>
            {t('sensors.withdrawn.done')}
          </Note>
        )}
        <Plain id="sensors" heading={t('sensors.list')} flush={inUse.length > 0}>
          {inUse.length === 0 ? (
            <Empty heading={t('sensors.none')} headingLevel={3}>
              {t('sensors.none.text')}
            </Empty>
          ) : (
            <SensorTable sensors={inUse} newest={newest} reader={reader} />
          )}
        </Plain>
        <EnrolForm
          organisationId={organisationId}
          role={request.membership?.role ?? 'reader'}
          state={state}
          reader={reader}
        />
        {inUse.some(({ report }) => report !== null) && <CoverageMap coverage={coverage} reader={reader} />}
        <Withdrawn sensors={sensors} reader={reader} />
      </div>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: sensorsHref(organisationId) }),
    ...(state.error ? { status: 422 } : {}),
  }
}
