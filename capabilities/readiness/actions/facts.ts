// Keeping what only the crisis pack holds; every change makes the pack anew in the same transaction.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import { deletePerson, deleteSupplier, insertPerson, insertSupplier, putPage } from '../store/facts.ts'
import type { NewPerson, NewSupplier } from '../typed.ts'
import { rebuildPacks } from './rebuild.ts'
import type { Act } from './tests.ts'

/** False when the pack takes no more. The journal says that somebody was added, never the number. */
export function addPerson(context: Context, scope: MemberScope, person: NewPerson, act: Act) {
  return changed(context, scope, act, 'person-added', () => insertPerson(scope, person, act.now))
}

export async function removePerson(
  context: Context,
  scope: MemberScope,
  id: number,
  act: Act,
): Promise<void> {
  if (!(await changed(context, scope, act, 'person-removed', () => deletePerson(scope, id)))) throw gone()
}

export function addSupplier(context: Context, scope: MemberScope, supplier: NewSupplier, act: Act) {
  return changed(context, scope, act, 'supplier-added', () => insertSupplier(scope, supplier))
}

export async function removeSupplier(
  context: Context,
  scope: MemberScope,
  id: number,
  act: Act,
): Promise<void> {
  if (!(await changed(context, scope, act, 'supplier-removed', () => deleteSupplier(scope, id)))) throw gone()
}

export function writePage(context: Context, scope: MemberScope, page: string, body: string, act: Act) {
  return changed(context, scope, act, `page-written:${page}`, async () => {
    await putPage(scope, page, body)
    return true
  })
}

async function changed(
  context: Context,
  scope: MemberScope,
  { actor, now }: Act,
  what: string,
  change: () => Promise<boolean>,
): Promise<boolean> {
  if (!(await change())) return false
  const { organisationId } = scope
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: 'readiness.envelope-changed',
    objectType: 'envelope',
    objectId: organisationId,
    details: { what },
  })
  await rebuildPacks(context, scope, organisationId, now)
  return true
}

function gone() {
  return notFound('There is no such entry, or it was removed already.')
}
