// One sensor: what it last said of itself, and how to withdraw it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Actions,
  Button,
  CsrfField,
  Facts,
  PageHead,
  Plain,
  ReasonLine,
  Sheet,
  StateWord,
} from '../../../web/kit/index.ts'
import { noSuchSensor, withdrawSensor } from '../actions/enrol.ts'
import { sensorPath } from '../contract/forms.ts'
import { type NewestPack, type Sensor, standingOf } from '../standing.ts'
import { selectPacks } from '../store/packs.ts'
import { findSensor } from '../store/sensors.ts'
import { memberBase, sensorHref, sensorsHref } from './paths.ts'
import { actOf, instantText, type Reader, readerOf } from './reader.ts'
import { packText, silentText } from './sensor-table.tsx'
import { blindText, standingLook } from './words.tsx'

export function sensorDetailPages(context: Context): readonly Page[] {
  const path = `${memberBase}/:sensorId`
  return [
    definePage({
      method: 'GET',
      path,
      permission: 'sensors:read',
      params: sensorPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, request, request.params.sensorId),
    }),
    definePage({
      method: 'POST',
      path: `${path}/withdraw`,
      permission: 'sensors:enrol',
      params: sensorPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        await withdrawSensor(context, actOf(request), request.params.sensorId, request.now)
        return { redirect: `${sensorsHref(request.organisationId)}?withdrawn=yes` }
      },
    }),
  ]
}

async function show(context: Context, request: AnyRequest, id: string): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t, tr } = reader.translator
  const { sensor, newest } = await context.database.asMember(organisationId, async (scope) => ({
    sensor: await findSensor(scope, organisationId, id),
    newest: (await selectPacks(scope, 1))[0] ?? null,
  }))
  if (!sensor) throw noSuchSensor()
  const home = sensorsHref(organisationId)
  const standing = standingOf(sensor, newest, request.now)
  const isLead = request.membership?.role === 'lead'
  const content = (
    <>
      <PageHead
        wayTo={{ label: t('shell.pages.wayTo'), steps: [{ label: t('sensors.menu'), href: home }] }}
        title={sensor.label}
        meta={<StateWord state={standingLook(standing)}>{t(`sensors.standing.${standing}`)}</StateWord>}
        lead={t(`sensors.standing.${standing}.say`)}
      />
      <div class="s-stack-l">
        <Plain id="health" heading={t('sensors.health')}>
          <Facts facts={factsOf(sensor, newest, reader)} />
        </Plain>
        {!sensor.withdrawnAt && (
          <Sheet id="withdraw" heading={t('sensors.withdraw')}>
            <p>{t('sensors.withdraw.say')}</p>
            {isLead ? (
              <form method="post" action={`${sensorHref(organisationId, sensor.id)}/withdraw`}>
                <CsrfField token={reader.csrfToken} />
                <Actions>
                  <Button kind="warning">{t('sensors.withdraw')}</Button>
                </Actions>
              </form>
            ) : (
              <ReasonLine>{tr('sensors.enrol.only')}</ReasonLine>
            )}
          </Sheet>
        )}
      </div>
    </>
  )
  return { html: await context.render(request, { title: sensor.label, content, current: home }) }
}

function factsOf(sensor: Sensor, newest: NewestPack | null, reader: Reader) {
  const { t } = reader.translator
  const { report } = sensor
  return [
    {
      term: t('sensors.enrolled'),
      value: instantText(sensor.enrolledAt, reader, 'day-year'),
      source: sensor.enrolledByName,
    },
    {
      term: t('sensors.column.reported'),
      value: sensor.reportedAt ? instantText(sensor.reportedAt, reader) : t('sensors.never'),
    },
    ...(report
      ? [
          { term: t('sensors.version'), value: `${report.sensorVersion}, ${report.platform}` },
          { term: t('sensors.column.pack'), value: packText(sensor, newest, reader) },
          {
            term: t('sensors.column.rules'),
            value: t('sensors.rules.all', { ...report.rules }),
          },
          {
            term: t('sensors.blind'),
            value:
              report.blind.length === 0
                ? t('sensors.blind.none')
                : t('sensors.blind.value', {
                    count: report.blind.length,
                    sources: blindText(report.blind, reader.translator),
                  }),
          },
          { term: t('sensors.column.logs'), value: silentText(sensor, reader) },
        ]
      : []),
  ]
}
