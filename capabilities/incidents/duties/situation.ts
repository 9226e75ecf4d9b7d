// What is known of a case when its duties are asked for, and what follows from it.
// SPDX-License-Identifier: EUPL-1.2
import { addMonths, type CalendarDay, dayOf } from '../../../platform/time/zone.ts'
import type { ConditionFacts, StatedFacts } from './condition-facts.ts'
import type { Moments } from './moments.ts'

export interface Situation {
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA name of the member's zone, such as Europe/Paris. */
  readonly timeZone: string
  readonly facts: StatedFacts
  readonly moments: Moments
  /** The day whose law counts; left out: the day on which the hospital became aware. */
  readonly lawOn?: CalendarDay | null
}

/** The law of the day on which the hospital became aware: a later law does not move the clock of an old case. */
export function lawDayOf({ lawOn, moments, timeZone }: Situation, at: Date): CalendarDay {
  return lawOn ?? dayOf(moments.awareAt ?? at, timeZone)
}

/** The stated facts and those that follow from several of them. */
export function conditionFactsOf(situation: Situation, at: Date): ConditionFacts {
  return {
    ...situation.facts,
    ongoingAtFinalReport: ongoingAtFinalReport(situation),
    finalReportWaits: finalReportWaits(situation, at),
    serviceAffected: serviceAffected(situation.facts),
    essentialServiceHit: essentialServiceHit(situation.facts),
  }
}

type Answer = 'yes' | 'no' | 'unknown'

/** One month after the notification, NIS2 Art. 23(4)(d); null before it. */
function finalReportDay({ moments, timeZone }: Situation): Date | null {
  const submittedAt = moments.notificationSubmittedAt
  return submittedAt ? addMonths(submittedAt, 1, timeZone).at : null
}

/** NIS2 Art. 23(4)(e). What was handled before the notification was filed is handled on the day of the final report too. */
function ongoingAtFinalReport(situation: Situation): Answer {
  const { facts, moments } = situation
  const day = finalReportDay(situation)
  if (moments.handledAt) return day && moments.handledAt > day ? 'yes' : 'no'
  if (moments.progressReportSubmittedAt || facts.ongoing === 'yes') return 'yes'
  return facts.ongoing === 'no' ? 'no' : 'unknown'
}

/** Until its day has come the final report keeps it, since an incident that runs now may be handled by then. */
function finalReportWaits(situation: Situation, at: Date): Answer {
  const { facts, moments } = situation
  const day = finalReportDay(situation)
  if (!day) return 'no'
  if (moments.handledAt) return moments.handledAt > day ? 'yes' : 'no'
  if (moments.progressReportSubmittedAt) return 'yes'
  return facts.ongoing === 'yes' && at >= day ? 'yes' : 'no'
}

function serviceAffected(facts: StatedFacts): Answer {
  return anyOf([
    impactOf(facts.severeDisruption),
    impactOf(facts.essentialServiceDisrupted),
    answerOf(facts.degradedMode),
    answerOf(facts.diversion),
  ])
}

/** "Potential to significantly disrupt" counts. Where nobody said it, what was decided on significance stands for it. */
function essentialServiceHit(facts: StatedFacts): Answer {
  const stated = impactOf(facts.essentialServiceDisrupted)
  return stated === 'unknown' ? answerOf(facts.significant) : stated
}

function impactOf(impact: string | undefined): Answer {
  if (impact === 'happened' || impact === 'possible') return 'yes'
  return impact === 'no' ? 'no' : 'unknown'
}

function answerOf(answer: string | undefined): Answer {
  return answer === 'yes' || answer === 'no' ? answer : 'unknown'
}

function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes'
  return answers.every((answer) => answer === 'no') ? 'no' : 'unknown'
}
