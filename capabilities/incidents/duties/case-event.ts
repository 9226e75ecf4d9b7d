// What a case's journal says that bears on legal clocks, in the form in which it is stored and read back.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { isTimeZone } from '../../../platform/time/zone.ts'
import { factStatementSchema } from '../fact.ts'
import { answersOfFact } from './condition-facts.ts'
import { inboundMoments } from './moments.ts'
import { ruleKeys } from './rule-book.ts'

const instant = z.iso.datetime({ offset: true }).transform((value) => new Date(value))
const place = { number: z.int().min(1), at: instant }
const filed = { duty: z.enum(ruleKeys as [string, ...string[]]), submittedAt: instant }

/** `number` is the event's place in the journal, `at` when it was recorded; the number decides the order. */
export const caseEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...place,
    kind: z.literal('profile'),
    country: z.string().regex(/^[A-Z]{2}$/),
    timeZone: z.string().refine(isTimeZone, 'no time zone'),
    entityClass: z.enum(answersOfFact.entityClass),
    criticalEntity: z.enum(answersOfFact.criticalEntity),
  }),
  z.strictObject({ ...place, kind: z.literal('fact'), fact: factStatementSchema }),
  /** A person decided whether the incident is significant, NIS2 Art. 23(3). */
  z.strictObject({
    ...place,
    kind: z.literal('significance'),
    answer: z.enum(answersOfFact.significant),
    reason: z.string().max(10_000),
  }),
  z.strictObject({ ...place, kind: z.literal('filing'), ...filed }),
  /** A filing that turned out never to have reached its recipient: it starts and ends no clock. */
  z.strictObject({ ...place, kind: z.literal('filing-void'), ...filed, reason: z.string().max(10_000) }),
  /** What others did: the CSIRT answered, or asked for a report by a time. */
  z.strictObject({
    ...place,
    kind: z.literal('inbound'),
    moment: z.enum(inboundMoments),
    happenedAt: instant,
  }),
])
export type CaseEvent = z.output<typeof caseEventSchema>
