// Recording and withdrawing restore tests, writing down the order, and the forecasts that follow.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import { type ClinicalService, clinicalServices } from '../clinical-service.ts'
import { forecastService, type ServiceForecast } from '../forecast.ts'
import type { NewRestoreTest } from '../restore-test.ts'
import { insertTest, replaceOrder, selectOrder, selectTests, setWithdrawn } from '../store/tests.ts'
import { rebuildPacks } from './rebuild.ts'

export interface Act {
  readonly actor: string
  readonly name: string
  readonly now: Date
}

export async function recordTest(
  context: Context,
  scope: MemberScope,
  test: NewRestoreTest,
  act: Act,
): Promise<number> {
  const id = await insertTest(scope, test, act)
  await journal(scope, act, 'readiness.test-recorded', 'restore-test', id, {
    system: test.system,
    outcome: test.outcome,
    startedAt: test.startedAt.toISOString(),
    endedAt: test.endedAt.toISOString(),
    evidence: test.evidence?.sha256 ?? null,
  })
  await rebuildPacks(context, scope, scope.organisationId, act.now)
  return id
}

export async function withdrawTest(
  context: Context,
  scope: MemberScope,
  id: number,
  act: Act,
): Promise<void> {
  if (!(await setWithdrawn(scope, id, act.now)))
    throw notFound('There is no such restore test, or it was withdrawn already.')
  await journal(scope, act, 'readiness.test-withdrawn', 'restore-test', id, {})
  await rebuildPacks(context, scope, scope.organisationId, act.now)
}

export async function writeOrder(
  context: Context,
  scope: MemberScope,
  service: ClinicalService,
  systems: readonly string[],
  act: Act,
): Promise<void> {
  await replaceOrder(scope, service, systems)
  await journal(scope, act, 'readiness.order-written', 'clinical-service', service, { systems })
  await rebuildPacks(context, scope, scope.organisationId, act.now)
}

/** For each clinical service, also those without an order: an empty line is an answer too. */
export async function forecastsOf(
  scope: MemberScope | EngineScope,
  organisationId: number,
  now: Date,
): Promise<readonly ServiceForecast[]> {
  const tests = await selectTests(scope, organisationId)
  const order = await selectOrder(scope, organisationId)
  return clinicalServices.map((service) => forecastService(service, order.get(service) ?? [], tests, now))
}

async function journal(
  scope: MemberScope,
  { actor, now }: Act,
  action: string,
  objectType: string,
  objectId: string | number,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { organisationId } = scope
  await record(scope, { organisationId, at: now, actor, action, objectType, objectId, details })
}
