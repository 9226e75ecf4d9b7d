// Says an entry of a case's journal in words: who did what, with the value or the title it is about.
// SPDX-License-Identifier: EUPL-1.2
import type { RecordedEntry } from '../../../../platform/journal/journal.ts'
import { doneSubject } from '../../case-events.ts'
import { clinicalServices, serviceStates } from '../../clinical-service.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { inboundMoments } from '../../duties/moments.ts'
import { ownerSubject } from '../../handover.ts'
import { recoveryStates } from '../../recovery-system.ts'
import { sayHours } from '../recovery/words.tsx'
import { saidValue } from './facts-part.tsx'
import type { RoomData } from './load.ts'
import { type Reader, say } from './place.ts'

/** Notes tell themselves; their entries would say everything twice. */
const silent: ReadonlySet<string> = new Set([
  'incident.note-added',
  'incident.first-contact',
  'incident.first-step',
])
/** Guests need not know of one another. */
const aboutGuests: ReadonlySet<string> = new Set(['incident.guest-invited', 'incident.guest-shown-out'])

/** Null for what the timeline leaves to others. An action without words shows its own name: nothing is dropped. */
export function sayEntry(entry: RecordedEntry, view: RoomData, reader: Reader): string | null {
  if (silent.has(entry.action)) return null
  if (view.access.via === 'guest' && aboutGuests.has(entry.action)) return null
  const { translator } = reader
  const action = entry.action.slice('incident.'.length)
  const what = subjectOf(entry, view, reader)
  if (what === null) return null
  return (
    translator.find(`room.journal.${action}`, { who: whoOf(entry, view, reader), what }) ??
    `${whoOf(entry, view, reader)}: ${entry.action}`
  )
}

function whoOf(
  { actor, details }: RecordedEntry,
  { names }: RoomData,
  { translator: { t } }: Reader,
): string {
  const name = names.get(actor)
  if (name) return name
  if (actor.startsWith('card:')) return t('room.who.card')
  if (actor.startsWith('guest:')) return t('room.who.guest')
  if (!actor.startsWith('person:')) return t('room.who.engine')
  return t(details.via === 'centre' ? 'room.who.centre' : 'room.who.member')
}

function subjectOf({ action, details, at }: RecordedEntry, view: RoomData, reader: Reader): string | null {
  const { t, find } = reader.translator
  const title = (id: unknown) => view.tasks.find((task) => task.id === id)?.title ?? ''
  switch (action) {
    case 'incident.fact-recorded':
    case 'incident.fact-corrected': {
      const fact = view.entries.find(({ number }) => number === details.fact)
      return fact ? `${t(`filings.fact.${fact.key}`)}: ${saidValue(fact, reader)}` : ''
    }
    case 'incident.decided':
      return decisionOf(details, at, view, reader)
    case 'incident.service-told': {
      const service = clinicalServices.find((one) => one === details.service)
      const state = serviceStates.find((one) => one === details.state)
      return service && state ? `${t(`room.service.${service}`)}: ${t(`room.serviceState.${state}`)}` : ''
    }
    case 'incident.task-added':
    case 'incident.promise-added':
    case 'incident.lesson-added':
    case 'incident.task-ended':
    case 'incident.task-assigned':
      return title(details.taskId)
    case 'incident.evidence-added':
    case 'incident.evidence-handed-over':
      return view.files.find(({ id }) => id === details.fileId)?.fileName ?? ''
    case 'incident.asset-added':
    case 'incident.asset-removed':
      return view.assetTitles.get(Number(details.assetId)) ?? ''
    case 'incident.indicators-added':
      return String(details.count ?? '')
    case 'incident.guest-invited':
    case 'incident.guest-shown-out':
      return view.guests.find(({ id }) => id === details.guestId)?.name ?? ''
    case 'incident.opened':
      return find(`room.via.${String(details.via)}`) ?? ''
    case 'incident.system-told': {
      const state = recoveryStates.find((one) => one === details.state)
      return state ? `${String(details.system)}: ${t(`recovery.state.${state}`)}` : ''
    }
    case 'incident.tolerance-told': {
      const service = clinicalServices.find((one) => one === details.service)
      return service ? `${t(`room.service.${service}`)}: ${sayHours(Number(details.hours), reader)}` : ''
    }
    case 'incident.renamed':
      return `TLP:${String(details.tlp ?? '').toUpperCase()}`
    default:
      return typeof details.duty === 'string' ? nameOfRule(details.duty, reader) : ''
  }
}

function decisionOf(
  details: RecordedEntry['details'],
  at: Date,
  view: RoomData,
  reader: Reader,
): string | null {
  const subject = String(details.subject)
  const answer = String(details.answer)
  const decision = view.decisions.find(
    (one) => one.subject === subject && one.answer === answer && one.recordedAt.getTime() === at.getTime(),
  )
  const words = subjectWords(subject, answer, reader)
  return decision ? `${words} (${decision.because})` : words
}

function subjectWords(subject: string, answer: string, reader: Reader): string {
  const { translator } = reader
  const time = () => {
    const instant = new Date(answer)
    return Number.isNaN(instant.getTime()) ? answer : say(instant, reader, 'instant-year')
  }
  if (subject.startsWith(doneSubject))
    return `${nameOfRule(subject.slice(doneSubject.length), reader)}: ${translator.t('room.decided.done', { at: time() })}`
  if (subject.startsWith(ownerSubject))
    return `${nameOfRule(subject.slice(ownerSubject.length), reader)}: ${translator.t('room.decided.owner', { name: answer })}`
  const moment = inboundMoments.find((one) => one === subject)
  if (moment) return `${translator.t(`room.inbound.${moment}`)}: ${time()}`
  const name = translator.find(`room.decided.${subject}`) ?? subject
  return `${name}: ${translator.find(`filings.answer.${answer}`) ?? answer}`
}
