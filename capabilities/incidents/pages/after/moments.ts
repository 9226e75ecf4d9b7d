// Chooses what of a case belongs into a final report and says it in one line each, in the reader's language.
// SPDX-License-Identifier: EUPL-1.2

import { authorityByKey } from '../../actions/filings/receivers.ts'
import { doneSubject } from '../../case-events.ts'
import { nameOfRule } from '../../duties/explain.ts'
import { factMoments, inboundMoments } from '../../duties/moments.ts'
import type { FactEntry } from '../../fact.ts'
import type { FactKey } from '../../fact-keys.ts'
import { valueText } from '../../filings/value-text.ts'
import type { Moment } from '../../report-draft.ts'
import type { SentFiling } from '../../store/filings.ts'
import type { Note, NoteKind } from '../../store/room.ts'
import type { RoomData } from '../room/load.ts'
import { type Reader, say } from '../room/place.ts'

/** What NIS2 Art. 23(4)(d) and GDPR Art. 33(3) ask for; the description itself is what the draft becomes. */
const toldFacts = [
  'impact',
  'careImpact',
  'usersAffected',
  'durationHours',
  'countriesAffected',
  'measuresTaken',
  'measuresPlanned',
  'personalData',
  'dataSubjectCount',
  'deviceModel',
] as const satisfies readonly FactKey[]

/** Calls are how people found each other, and lessons have a list of their own. */
const toldNotes: readonly NoteKind[] = ['note', 'decision', 'action']

export interface Chosen {
  readonly moments: readonly Moment[]
  /** How many notes were left out, by kind. */
  readonly leftOut: ReadonlyMap<NoteKind, number>
}

export function chooseMoments(view: RoomData, filings: readonly SentFiling[], reader: Reader): Chosen {
  const notes = view.notes.filter(({ kind }) => toldNotes.includes(kind))
  const others = view.notes.filter(({ kind }) => !toldNotes.includes(kind))
  return {
    moments: [
      ...frameOf(view, reader),
      ...factsOf(view, reader),
      ...decisionsOf(view, reader),
      ...servicesOf(view, reader),
      ...filings.map((filing) => filingOf(filing, reader)),
      ...notes.map(({ happenedAt, text }: Note) => ({ at: happenedAt, text })),
      ...tasksOf(view, reader),
    ],
    leftOut: new Map([...Map.groupBy(others, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length])),
  }
}

function frameOf({ incident }: RoomData, { translator: { t } }: Reader): readonly Moment[] {
  const kind = t(`incidents.kind.${incident.kind}`)
  return [
    { at: incident.openedAt, text: t('after.line.opened', { kind }) },
    ...(incident.closedAt
      ? [{ at: incident.closedAt, text: t('after.line.closed', { note: incident.closingNote ?? '' }) }]
      : []),
  ]
}

function factsOf({ ledger }: RoomData, reader: Reader): readonly Moment[] {
  const { t } = reader.translator
  const times = factMoments.flatMap((key): readonly Moment[] => {
    const fact = ledger.get(key)
    if (!fact || fact.current.value === null) return []
    const text = t(`filings.fact.${key}`)
    return [
      { at: new Date(String(fact.current.value)), text },
      ...correctionOf(fact.current, fact.struck, reader),
    ]
  })
  const told = toldFacts.flatMap((key): readonly Moment[] => {
    const fact = ledger.get(key)
    if (!fact || fact.current.value === null) return []
    const text = t('after.line.fact', {
      fact: t(`filings.fact.${key}`),
      value: saidBy(fact.current, reader),
    })
    return [{ at: fact.current.recordedAt, text }, ...correctionOf(fact.current, fact.struck, reader)]
  })
  return [...times, ...told]
}

/** The last one: earlier ones stay in the room, and an authority asks what it was told before. */
function correctionOf(current: FactEntry, struck: readonly FactEntry[], reader: Reader): readonly Moment[] {
  const before = struck.findLast(
    ({ value }) => value !== null && JSON.stringify(value) !== JSON.stringify(current.value),
  )
  if (!before) return []
  const { t } = reader.translator
  const text = t('after.line.corrected', {
    fact: t(`filings.fact.${current.key}`),
    before: saidBy(before, reader),
    now: saidBy(current, reader),
    reason: current.reason ?? '',
  })
  return [{ at: current.recordedAt, text }]
}

function saidBy({ key, value }: FactEntry, reader: Reader): string {
  return value === null ? '–' : valueText(key, value, false, reader)
}

/** The last on each subject counts; who answers for which clock is nobody's business outside. */
function decisionsOf({ decisions }: RoomData, reader: Reader): readonly Moment[] {
  const { t, find } = reader.translator
  const last = new Map(decisions.map((decision) => [decision.subject, decision]))
  return [...last.values()].flatMap(({ subject, answer, because, recordedAt }): readonly Moment[] => {
    if (subject === 'significant') {
      const said = find(`filings.answer.${answer}`) ?? answer
      return [{ at: recordedAt, text: t('after.line.significant', { answer: said, because }) }]
    }
    const at = new Date(answer)
    if (Number.isNaN(at.getTime())) return []
    const moment = inboundMoments.find((one) => one === subject)
    if (moment) return [{ at, text: t('after.line.moment', { moment: t(`duties.moment.${moment}`) }) }]
    if (!subject.startsWith(doneSubject)) return []
    const duty = nameOfRule(subject.slice(doneSubject.length), reader)
    return [{ at, text: t('after.line.done', { duty }) }]
  })
}

function servicesOf({ services }: RoomData, { translator }: Reader): readonly Moment[] {
  const { t } = translator
  const before = new Map<string, string>()
  return services.flatMap(({ service, state, divertedTo, recordedAt }): readonly Moment[] => {
    const isSame = before.get(service) === state
    before.set(service, state)
    if (isSame) return []
    const words = { service: t(`readiness.service.${service}`), state: t(`after.state.${state}`) }
    const text = divertedTo
      ? t('after.line.diverted', { ...words, to: divertedTo })
      : t('after.line.service', words)
    return [{ at: recordedAt, text }]
  })
}

function filingOf({ duty, authority, sentAt, correctsId }: SentFiling, reader: Reader): Moment {
  const { t } = reader.translator
  const words = { filing: nameOfRule(duty, reader), authority: authorityByKey(authority)?.name ?? authority }
  return {
    at: sentAt,
    text: correctsId === null ? t('after.line.filing', words) : t('after.line.correction', words),
  }
}

/** What was promised and done is between those two. */
function tasksOf({ tasks }: RoomData, { translator: { t } }: Reader): readonly Moment[] {
  return tasks.flatMap(({ kind, state, endedAt, title }): readonly Moment[] =>
    kind === 'task' && state === 'done' && endedAt
      ? [{ at: endedAt, text: t('after.line.task', { title }) }]
      : [],
  )
}

/** As a line of the draft begins; the zone is named once, above it. */
export function timeOf(at: Date, reader: Reader): string {
  return say(at, reader, 'instant-year')
}
