// Derives anew what an earlier release derived: keys, links, and every verdict; after an upgrade that changed the matcher.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import { advisoryIdsAfter } from '../../advisories/index.ts'
import { aliasKey } from '../alias.ts'
import { identityKeys } from '../identity-keys.ts'
import { narrowVersion } from '../narrow.ts'
import {
  forgetKeys,
  forgetLinksOf,
  insertKeys,
  type KnownNaming,
  lockMatching,
  type Side,
  selectItemsAfter,
  selectNamingsAfter,
  updateVersionKeys,
} from '../store.ts'
import { linkNamings } from './link.ts'
import { matchAdvisories } from './match-advisories.ts'

export interface RematchSummary {
  readonly namings: number
  readonly versions: number
  /** Versions whose key is another one now. */
  readonly versionsChanged: number
  readonly advisories: number
}

export type RematchStep = 'keys' | 'links' | 'versions' | 'advisories'

const namingsAtOnce = 500
const versionsAtOnce = 2_000
const advisoriesAtOnce = 100

/**
 * Portion by portion, each in a transaction of its own with the matching lock, so that the centre goes on working.
 * Interrupted, it can be begun again. Alerts follow as after every match.
 */
export async function rematchAll(
  context: Pick<Context, 'database' | 'events'>,
  now: Date,
  told: (step: RematchStep, done: number) => void,
): Promise<RematchSummary> {
  // All keys before the first link: a link is found by the keys of both sides.
  const namings = await eachNaming(context, 'keys', told, async (scope, named) => {
    await forgetKeys(
      scope,
      named.map(({ id, naming }) => ({ id, aliasKey: aliasKey(naming) })),
    )
    for (const side of ['inventory', 'advisory'] as const) await insertKeys(scope, keysOf(named, side), side)
  })
  await eachNaming(context, 'links', told, async (scope, named) => {
    const own = named.filter(({ inInventories }) => inInventories)
    await forgetLinksOf(
      scope,
      own.map(({ id }) => id),
    )
    await linkNamings(
      scope,
      own.map(({ id, naming }) => ({ id, aliasKey: aliasKey(naming) })),
      'inventory',
    )
  })
  const { versions, versionsChanged } = await rekeyVersions(context, told)
  const advisories = await matchEverything(context, now, told)
  const summary = { namings, versions, versionsChanged, advisories }
  await context.database.asEngine((scope) =>
    record(scope, {
      organisationId: centreJournal,
      at: now,
      actor: 'operator',
      action: 'matching.rematched',
      objectType: 'matching',
      objectId: 'run',
      details: { ...summary },
    }),
  )
  return summary
}

type Scope = Parameters<typeof lockMatching>[0]

async function eachNaming(
  { database }: Pick<Context, 'database'>,
  step: RematchStep,
  told: (step: RematchStep, done: number) => void,
  work: (scope: Scope, named: readonly KnownNaming[]) => Promise<void>,
): Promise<number> {
  let done = 0
  for (let after = 0; ; ) {
    const named = await database.asEngine(async (scope) => {
      await lockMatching(scope, 'advisory')
      const portion = await selectNamingsAfter(scope, after, namingsAtOnce)
      if (portion.length > 0) await work(scope, portion)
      return portion
    })
    const last = named.at(-1)
    if (!last) return done
    done += named.length
    after = last.id
    told(step, done)
  }
}

function keysOf(named: readonly KnownNaming[], side: Side) {
  return named
    .filter((one) => (side === 'inventory' ? one.inInventories : one.inAdvisories))
    .flatMap(({ id, naming }) => identityKeys(naming).map((identityKey) => ({ productId: id, identityKey })))
}

async function rekeyVersions(
  { database }: Pick<Context, 'database'>,
  told: (step: RematchStep, done: number) => void,
): Promise<{ versions: number; versionsChanged: number }> {
  let versions = 0
  let versionsChanged = 0
  for (let after = 0; ; ) {
    const items = await database.asEngine(async (scope) => {
      await lockMatching(scope, 'advisory')
      const portion = await selectItemsAfter(scope, after, versionsAtOnce)
      versionsChanged += await updateVersionKeys(
        scope,
        portion.map(({ id, item }) => {
          const { scheme, key } = narrowVersion(item)
          return { id, scheme, versionKey: key === null ? null : Buffer.from(key).toString('hex') }
        }),
      )
      return portion
    })
    const last = items.at(-1)
    if (!last) return { versions, versionsChanged }
    versions += items.length
    after = last.id
    told('versions', versions)
  }
}

async function matchEverything(
  context: Pick<Context, 'database' | 'events'>,
  now: Date,
  told: (step: RematchStep, done: number) => void,
): Promise<number> {
  let done = 0
  for (let after = 0; ; ) {
    const ids = await context.database.asEngine(async (scope) => {
      const portion = await advisoryIdsAfter(scope, after, advisoriesAtOnce)
      if (portion.length > 0) await matchAdvisories(context, scope, portion, now)
      return portion
    })
    const last = ids.at(-1)
    if (last === undefined) return done
    done += ids.length
    after = last
    told('advisories', done)
  }
}
