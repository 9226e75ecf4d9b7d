// What happens by time and by event: what is over is removed, mails are written.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater, type Subscription } from '../../platform/events/event.ts'
import type { Job } from '../../platform/events/jobs.ts'
import { sendInvitations, sendLinks } from './actions/send-mails.ts'
import { attemptsKeptMs } from './attempts.ts'
import { linkKeptMs } from './link.ts'
import { invitationSent, signInLinkRequested } from './mails.ts'
import { sessionIdleMs } from './session.ts'
import { deleteAttemptsBefore } from './store/attempts.ts'
import { deleteLinksExpiredBefore } from './store/links.ts'
import { deleteSessionsOver } from './store/sessions.ts'

export function tidyJob(context: Pick<Context, 'database' | 'log'>): Job {
  return {
    name: 'accounts.tidy',
    schedule: '17 * * * *',
    async run(now) {
      const before = (ms: number): Date => new Date(now.getTime() - ms)
      const removed = await context.database.asIdentity(async (scope) => ({
        sessions: await deleteSessionsOver(scope, now, before(sessionIdleMs)),
        links: await deleteLinksExpiredBefore(scope, before(linkKeptMs)),
        attempts: await deleteAttemptsBefore(scope, before(attemptsKeptMs)),
      }))
      context.log.debug({ removed }, 'sessions, links and attempts that are over were removed')
    },
  }
}

/** The mails of sign-in and invitation; a person waits for them. */
export function mailSubscriptions(context: Context): readonly Subscription[] {
  return [
    handleLater(signInLinkRequested, 'accounts.mail-links', 20, (scope, links, now) =>
      sendLinks(context, scope, links, now),
    ),
    handleLater(invitationSent, 'accounts.mail-invitations', 20, (scope, invitations, now) =>
      sendInvitations(context, scope, invitations, now),
    ),
  ]
}
