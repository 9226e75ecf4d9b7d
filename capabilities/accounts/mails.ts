// What has to reach people by mail: facts that the sender of mails subscribes to.
// SPDX-License-Identifier: EUPL-1.2
import { defineEvent } from '../../platform/events/event.ts'
import type { AccountRole } from '../../platform/http/caller.ts'
import type { LinkPurpose } from './link.ts'

/** `url` lets its reader in: send it, never log or show it. */
export interface SignInLinkRequested {
  readonly personId: number
  readonly email: string
  readonly language: string
  readonly purpose: LinkPurpose
  readonly url: string
  readonly expiresAt: string
}
export const signInLinkRequested = defineEvent<SignInLinkRequested>('accounts.sign-in-link-requested')

/** `url` lets its reader in: send it, never log or show it. */
export interface InvitationSent {
  readonly organisationId: number
  readonly organisationName: string
  readonly email: string
  readonly role: AccountRole
  readonly language: string
  readonly invitedByName: string
  readonly url: string
  readonly expiresAt: string
}
export const invitationSent = defineEvent<InvitationSent>('accounts.invitation-sent')
