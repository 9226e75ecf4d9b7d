// Opens a case, once for each form, with its first facts; who of the centre is woken follows by the event.
// SPDX-License-Identifier: EUPL-1.2
import { randomInt } from 'node:crypto'
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { playbooksFor, startRun } from '../../playbooks/index.ts'
import { doorClosed } from '../contract/refusals.ts'
import { incidentOpened } from '../events.ts'
import type { FactValue } from '../fact.ts'
import { detailsOf } from '../fact-details.ts'
import type { FactKey } from '../fact-keys.ts'
import { caseWords, type Incident, type IncidentKind, type Realm, type Tlp, wordOf } from '../incident.ts'
import { findByFormToken, insertIncident, wordsInUse } from '../store/incidents.ts'
import { insertFact } from '../store/room.ts'
import { profileOf } from './clocks.ts'
import type { RoomContext } from './room.ts'

export interface Opening {
  readonly organisationId: number
  readonly realm: Realm
  readonly kind: IncidentKind
  readonly title: string
  readonly tlp: Tlp
  readonly via: Incident['openedVia']
  readonly actor: string
  readonly name: string
  readonly reporterName: string | null
  readonly reporterPhone: string | null
  readonly site: string | null
  readonly language: string
  /** From the form: the same sent twice is one case. */
  readonly formToken: string
  readonly facts: readonly { readonly key: FactKey; readonly value: FactValue; readonly source: string }[]
}

export interface Opened {
  readonly incidentId: number
  readonly isNew: boolean
}

export function openIncident(context: RoomContext, opening: Opening, now: Date): Promise<Opened> {
  return context.database.asMember(opening.organisationId, (scope) =>
    openWithin(context, scope, opening, now),
  )
}

export async function openWithin(
  context: Pick<RoomContext, 'events'>,
  scope: MemberScope,
  opening: Opening,
  now: Date,
): Promise<Opened> {
  const { organisationId, actor, name } = opening
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) throw doorClosed()
  const used = await wordsInUse(scope, organisationId)
  const id = await insertIncident(scope, {
    ...opening,
    word: freeWord(used),
    openedAt: now,
    openedVia: opening.via,
    openedBy: actor,
    openedByName: name,
  })
  if (id === null) {
    const known = await findByFormToken(scope, organisationId, opening.formToken)
    if (!known) throw new Error('a form token was taken and belongs to no case')
    return { incidentId: known.id, isNew: false }
  }
  const entry = { organisationId, at: now, actor, objectType: 'incident', objectId: id }
  await record(scope, {
    ...entry,
    action: 'incident.opened',
    details: {
      kind: opening.kind,
      via: opening.via,
      realm: opening.realm,
      profile: profileOf(organisation, now),
    },
  })
  for (const fact of opening.facts) {
    const factId = await insertFact(
      scope,
      { organisationId, incidentId: id },
      {
        ...fact,
        confidence: 'likely',
        reason: null,
        recordedAt: now,
        recordedBy: actor,
        recordedByName: name,
      },
    )
    await record(scope, { ...entry, action: 'incident.fact-recorded', details: detailsOf(factId, fact) })
  }
  for (const playbookKey of playbookKeysFor(opening.kind)) {
    const actor = { personId: personOf(opening.actor), name, role: opening.via }
    const run = {
      subjectType: 'incident',
      subjectId: id,
      playbookKey,
      simulated: opening.realm === 'exercise',
    }
    await startRun(scope, { ...run, actor }, now)
  }
  await context.events.announce(scope, incidentOpened, { organisationId, incidentId: id }, now)
  return { incidentId: id, isNew: true }
}

/** The one that is written for this kind of case; where the kind is not clear, none, and the room offers them all. */
function playbookKeysFor(kind: IncidentKind): readonly string[] {
  if (kind === 'other' || kind === 'unknown') return []
  return playbooksFor(kind)
    .slice(0, 1)
    .map(({ playbook }) => playbook.key)
}

function personOf(actor: string): number | null {
  return actor.startsWith('person:') ? Number(actor.slice('person:'.length)) : null
}

const triesForAWord = 200

/** Words repeat only after tens of thousands of cases of one hospital; then a longer number makes them differ. */
function freeWord(used: ReadonlySet<string>): string {
  for (let tried = 0; tried < triesForAWord; tried += 1) {
    const word = wordOf(randomInt(caseWords))
    if (!used.has(word)) return word
  }
  return `${wordOf(randomInt(caseWords))}-${used.size}`
}
