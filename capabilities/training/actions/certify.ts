// Makes out a certificate in the name that its holder types; the name is signed, printed and kept nowhere.
// SPDX-License-Identifier: EUPL-1.2

import { type OpenBadgeCredential, signBadge } from '@salus/standards/open-badges'
import type { Context } from '../../../platform/context.ts'
import { type CertificateWords, certificateOf, maxCertificates } from '../certificate.ts'
import type { Course } from '../course.ts'
import { countCertificate, type Learner, lockLearner } from '../store/learners.ts'
import { signingKey } from './keys.ts'

export interface Certificate {
  readonly credential: OpenBadgeCredential
  /** The signed text: what verifies. */
  readonly token: string
}

/** Null where the course is not passed, or as many were made out as one try gives. */
export async function makeCertificate(
  context: Pick<Context, 'database' | 'secret' | 'origin' | 'config'>,
  course: Course,
  learner: Learner,
  holder: { readonly name: string; readonly words: CertificateWords },
  now: Date,
): Promise<Certificate | null> {
  const { organisationId, id, passedAt } = learner
  if (!passedAt) return null
  const isCounted = await context.database.asEngineFor(organisationId, async (scope) => {
    const current = await lockLearner(scope, learner)
    if (!current || current.certificates >= maxCertificates) return false
    await countCertificate(scope, current)
    return true
  })
  if (!isCounted) return null
  const credential = certificateOf(
    course,
    { organisationId, learnerId: id, passedAt, name: holder.name },
    holder.words,
    { origin: context.origin(), centreName: context.config.centreName, secret: context.secret },
  )
  return { credential, token: signBadge(credential, await signingKey(context, now)) }
}
