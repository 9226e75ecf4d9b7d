// Would we get up again: hours for each clinical service, the tests behind them, and the red envelope.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { PageHead, Plain, Sheet, StateWord, Table } from '../../../web/kit/index.ts'
import { forecastsOf } from '../actions/tests.ts'
import type { ServiceForecast } from '../forecast.ts'
import { selectPhoneFacts } from '../store/phones.ts'
import { selectTests } from '../store/tests.ts'
import { ageName, sayForecast, sayStep, serviceName } from '../words.ts'
import { EnvelopeState } from './envelope-state.tsx'
import { type Reader, readerOf, show } from './reader.ts'
import { Tests } from './tests.tsx'

export function overviewPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/readiness',
      permission: 'readiness:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { organisationId, now } = request
        const facts = await context.database.asMember(organisationId, async (scope) => ({
          forecasts: await forecastsOf(scope, organisationId, now),
          tests: await selectTests(scope, organisationId),
          phones: await selectPhoneFacts(scope, organisationId),
        }))
        const reader = readerOf(context, request)
        const { t } = reader.translator
        const known = facts.forecasts.filter(({ knownHours, isAtLeast }) => knownHours !== null && !isAtLeast)
        const title = t('readiness.title', { known: known.length, total: facts.forecasts.length })
        const content = (
          <>
            <PageHead title={title} lead={t('readiness.lead')} />
            <div class="s-stack-l">
              <Sheet id="services" heading={t('readiness.services')} flush>
                <Services forecasts={facts.forecasts} reader={reader} />
              </Sheet>
              <Plain id="envelope" heading={t('readiness.envelope')}>
                <EnvelopeState phones={facts.phones} reader={reader} />
                <p>
                  <a href={`${reader.href}/envelope`}>{t('readiness.envelope.open')}</a>
                </p>
              </Plain>
              <Tests tests={facts.tests} reader={reader} />
            </div>
          </>
        )
        return show(context, request, { title, content })
      },
    }),
  ]
}

function Services({ forecasts, reader }: { forecasts: readonly ServiceForecast[]; reader: Reader }) {
  const { translator, href, mayRecord } = reader
  const { t } = translator
  return (
    <Table
      caption={t('readiness.services')}
      rows={forecasts}
      keyOf={({ service }) => service}
      stateOf={({ knownHours, isAtLeast }) => (knownHours === null || isAtLeast ? 'unknown' : undefined)}
      columns={[
        {
          label: t('readiness.service'),
          kind: 'head',
          cell: ({ service }) => serviceName(service, translator),
        },
        {
          label: t('readiness.forecast'),
          main: true,
          cell: (forecast) => (
            <>
              {forecast.knownHours === null || forecast.isAtLeast ? (
                <StateWord state="unknown">{sayForecast(forecast, translator)}</StateWord>
              ) : (
                sayForecast(forecast, translator)
              )}
              {forecast.steps.map((step, index) => (
                <span class="s-sub" key={step.system}>
                  {index + 1}. {sayStep(step, translator)}
                </span>
              ))}
            </>
          ),
        },
        {
          label: t('readiness.proof'),
          cell: ({ age }) => (age === null ? '–' : ageName(age, translator)),
        },
        ...(mayRecord
          ? [
              {
                label: t('readiness.order.change'),
                hiddenLabel: true,
                phoneLabel: null,
                cell: ({ service }: ServiceForecast) => (
                  <a href={`${href}/order/${service}`}>
                    {t('readiness.order.change')}{' '}
                    <span class="s-hide">{serviceName(service, translator)}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
