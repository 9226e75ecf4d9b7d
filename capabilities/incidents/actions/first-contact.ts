// Opens a case from a printed card's page and keeps what was answered.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import type { CaseNumbers } from '../case-key.ts'
import { answersOf, type FirstContact, newFormToken } from '../contract/first-contact.ts'
import { type FirstAnswers, factsOfAnswers, kindOf } from '../first-contact.ts'
import { markCardUsed } from '../store/doors.ts'
import { findIncident, selectIncidents } from '../store/incidents.ts'
import { insertNote, selectNotes } from '../store/room.ts'
import type { KnownCard } from './doors.ts'
import { answeredAction } from './first-steps.ts'
import { openWithin } from './open.ts'

type NightContext = Pick<Context, 'database' | 'events'>

/** What the page says in the person's language: the case's title, where it came from, and the answers as a note. */
export interface Said {
  readonly title: string
  readonly source: string
  readonly cardName: string
  readonly note: string
  readonly language: string
}

export interface FirstContactOpened extends CaseNumbers {
  readonly isNew: boolean
}

/**
 * The same form sent twice is one case: what differs the second time is kept as one more note. Where that case was
 * closed meanwhile the page had been left open since an earlier night, and this is another case.
 */
export function openFirstContact(
  context: NightContext,
  card: KnownCard,
  contact: FirstContact,
  said: Said,
  now: Date,
): Promise<FirstContactOpened> {
  return context.database.asMember(card.organisationId, async (scope) => {
    const opened = await openOnce(context, scope, card, contact, said, now)
    const numbers = { organisationId: card.organisationId, incidentId: opened.incidentId }
    await markCardUsed(scope, card.organisationId, card.card.id, now)
    const notes = opened.isNew ? [] : await selectNotes(scope, numbers)
    if (!notes.some((note) => note.text === said.note))
      await keepAnswers(scope, numbers, card, answersOf(contact), said, now)
    return { ...numbers, isNew: opened.isNew }
  })
}

async function openOnce(
  context: NightContext,
  scope: MemberScope,
  { organisationId, card }: KnownCard,
  contact: FirstContact,
  said: Said,
  now: Date,
): Promise<{ readonly incidentId: number; readonly isNew: boolean }> {
  const answers = answersOf(contact)
  const opening = {
    organisationId,
    realm: card.realm,
    kind: kindOf(answers),
    title: said.title,
    tlp: 'amber+strict',
    via: 'first-contact',
    actor: `card:${card.id}`,
    name: said.cardName,
    reporterName: contact.name || null,
    reporterPhone: contact.phone,
    site: contact.site || null,
    language: said.language,
    formToken: contact.formToken,
    facts: factsOfAnswers(answers, now).map((fact) => ({ ...fact, source: said.source })),
  } as const
  const opened = await openWithin(context, scope, opening, now)
  if (opened.isNew) return opened
  const known = await findIncident(scope, organisationId, opened.incidentId)
  if (known?.state !== 'closed') return opened
  return openWithin(context, scope, { ...opening, formToken: newFormToken() }, now)
}

async function keepAnswers(
  scope: MemberScope,
  { organisationId, incidentId }: CaseNumbers,
  { card }: KnownCard,
  { danger, spreading, sights, works }: FirstAnswers,
  said: Said,
  now: Date,
): Promise<void> {
  const actor = `card:${card.id}`
  const by = { recordedAt: now, recordedBy: actor, recordedByName: said.cardName }
  const noteId = await insertNote(
    scope,
    { organisationId, incidentId },
    { kind: 'note', text: said.note, happenedAt: now, ...by },
  )
  await record(scope, {
    organisationId,
    at: now,
    actor,
    action: answeredAction,
    objectType: 'incident',
    objectId: incidentId,
    details: { danger, spreading, sights, works, noteId },
  })
}

/** Open cases are few; one that was opened otherwise has no page to come back to. */
const searchedCases = 100

/** The case that this hospital's first contact opened under that word; null where there is none. */
export function findByWord(
  context: Pick<Context, 'database'>,
  organisationId: number,
  typed: string,
): Promise<CaseNumbers | null> {
  const word = typed
    .toLowerCase()
    .split(/[\s-]+/)
    .filter(Boolean)
    .join('-')
  return context.database.asMember(organisationId, async (scope) => {
    const open = await selectIncidents(scope, { organisationId, state: 'open', limit: searchedCases })
    const found = open.find((one) => one.word === word && one.openedVia === 'first-contact')
    return found ? { organisationId, incidentId: found.id } : null
  })
}
