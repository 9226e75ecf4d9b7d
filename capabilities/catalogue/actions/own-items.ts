// The centre writes an item of its own, changes it, retires it, and offers it again: each a new version.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { changedMeanwhile, unknownItem } from '../contract/refusals.ts'
import type { OwnContent, OwnVersion } from '../own-item.ts'
import { insertOwnVersion, nextOwnKey, selectOwnVersions } from '../store/own-items.ts'

export interface Editor {
  readonly personId: number
  readonly name: string
}

/** The key of the new item. */
export function writeOwnItem(
  context: Pick<Context, 'database'>,
  editor: Editor,
  content: OwnContent,
  now: Date,
): Promise<string> {
  return context.database.asCentre(async (scope) => {
    const key = await nextOwnKey(scope)
    await save(scope, editor, { key, version: 1, state: 'offered', content }, 'item-written', now)
    return key
  })
}

/** `after`: the version that was changed; a newer one that somebody else wrote is not overwritten. */
export function changeOwnItem(
  context: Pick<Context, 'database'>,
  editor: Editor,
  change: {
    readonly key: string
    readonly after: number
    readonly content: OwnContent | null
    readonly state: OwnVersion['state']
  },
  now: Date,
): Promise<void> {
  return context.database.asCentre(async (scope) => {
    const [newest] = await selectOwnVersions(scope, change.key)
    if (!newest) throw unknownItem()
    if (newest.version !== change.after) throw changedMeanwhile()
    const { key, state } = change
    const next = { key, version: newest.version + 1, state, content: change.content ?? newest.content }
    await save(scope, editor, next, state === 'retired' ? 'item-retired' : 'item-changed', now)
  })
}

type Saving = Pick<OwnVersion, 'key' | 'version' | 'state' | 'content'>

async function save(
  scope: Parameters<Parameters<Context['database']['asCentre']>[0]>[0],
  { personId, name }: Editor,
  version: Saving,
  action: string,
  now: Date,
): Promise<void> {
  const by = `person:${personId}`
  if (!(await insertOwnVersion(scope, { ...version, at: now, by, byName: name }))) throw changedMeanwhile()
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: by,
    action: `catalogue.${action}`,
    objectType: 'item',
    objectId: version.key,
    details: { version: version.version },
  })
}
