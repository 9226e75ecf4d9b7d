// All SQL about tries at a course and their answers: open to the learner's own request only, deleted after days.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { Answer } from '../course.ts'
import type { Outcome } from '../floor.ts'

export interface Learner {
  readonly organisationId: number
  readonly id: number
  readonly classId: number
  /** Grows when the course is tried again. */
  readonly round: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly passedAt: Date | null
  readonly rightAnswers: number | null
  readonly certificates: number
}

const columns = sql`organisation_id as "organisationId", id, class_id as "classId", round, started_at as "startedAt",
  finished_at as "finishedAt", passed_at as "passedAt", right_answers as "rightAnswers", certificates`

export async function insertLearner(
  scope: EngineScope,
  learner: { readonly organisationId: number; readonly classId: number; readonly tokenHash: Buffer },
  now: Date,
): Promise<void> {
  await sql`insert into training_learners (organisation_id, class_id, token_hash, started_at, seen_at)
    values (${learner.organisationId}, ${learner.classId}, ${learner.tokenHash}, ${now}, ${now})`.execute(
    scope.db,
  )
}

export async function findLearner(
  scope: EngineScope,
  { organisationId, classId, tokenHash }: { organisationId: number; classId: number; tokenHash: Buffer },
): Promise<Learner | null> {
  const { rows } = await sql<Learner>`
    select ${columns} from training_learners
    where organisation_id = ${organisationId} and class_id = ${classId} and token_hash = ${tokenHash}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** So that two presses of one button are one step. */
export async function lockLearner(
  scope: EngineScope,
  { organisationId, id }: Learner,
): Promise<Learner | null> {
  const { rows } = await sql<Learner>`
    select ${columns} from training_learners where organisation_id = ${organisationId} and id = ${id} for update`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function selectAnswers(
  scope: EngineScope,
  { organisationId, id, round }: Pick<Learner, 'organisationId' | 'id' | 'round'>,
): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`
    select question, choice from training_answers
    where organisation_id = ${organisationId} and learner_id = ${id} and round = ${round} order by question`.execute(
    scope.db,
  )
  return rows
}

/** The first answer to a question counts. */
export async function insertAnswer(scope: EngineScope, learner: Learner, answer: Answer): Promise<void> {
  await sql`insert into training_answers (organisation_id, learner_id, round, question, choice)
    values (${learner.organisationId}, ${learner.id}, ${learner.round}, ${answer.question}, ${answer.choice})
    on conflict do nothing`.execute(scope.db)
}

export async function markFinished(
  scope: EngineScope,
  { organisationId, id }: Learner,
  { right, isPassed }: { readonly right: number; readonly isPassed: boolean },
  now: Date,
): Promise<void> {
  await sql`update training_learners set finished_at = coalesce(finished_at, ${now}), right_answers = ${right},
      passed_at = ${isPassed ? now : null}, seen_at = ${now}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

/** The answers of the round before are of no use to anybody any more. */
export async function startNextRound(
  scope: EngineScope,
  { organisationId, id, round }: Learner,
  now: Date,
): Promise<void> {
  await sql`delete from training_answers where organisation_id = ${organisationId} and learner_id = ${id}`.execute(
    scope.db,
  )
  await sql`update training_learners set round = ${round + 1}, seen_at = ${now}
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export async function countCertificate(scope: EngineScope, { organisationId, id }: Learner): Promise<void> {
  await sql`update training_learners set certificates = certificates + 1
    where organisation_id = ${organisationId} and id = ${id}`.execute(scope.db)
}

export interface EndedTry {
  readonly organisationId: number
  readonly classId: number
  readonly outcome: Outcome
  readonly endedOn: string
}

/** Deletes tries with all answers, and gives back how each ended. Those who passed were counted when they did. */
export async function deleteTries(
  scope: EngineScope,
  seenBefore: Date,
  limit: number,
): Promise<{ readonly deleted: number; readonly ended: readonly EndedTry[] }> {
  const { rows } = await sql<EndedTry>`
    delete from training_learners where (organisation_id, id) in (
      select organisation_id, id from training_learners where seen_at < ${seenBefore} order by seen_at limit ${limit})
    returning organisation_id as "organisationId", class_id as "classId", to_char(seen_at, 'YYYY-MM-DD') as "endedOn",
      case when passed_at is not null then 'passed' when finished_at is not null then 'finished' else 'started' end as outcome`.execute(
    scope.db,
  )
  return { deleted: rows.length, ended: rows.filter(({ outcome }) => outcome !== 'passed') }
}
