// Writes the mails that accounts asked for as deliveries, in the reader's language.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type Message, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import type { InvitationSent, SignInLinkRequested } from '../mails.ts'
import { roleNames } from '../role-names.ts'

type MailContext = Pick<Context, 'translator' | 'wake'>

export async function sendLinks(
  context: MailContext,
  scope: EngineScope,
  links: readonly SignInLinkRequested[],
  now: Date,
): Promise<void> {
  const requests = links.map((link) => ({
    organisationId: centreJournal,
    kind: link.purpose === 'sign-in' ? 'sign-in-link' : 'second-factor-recovery',
    occasion: `${link.purpose} of person ${link.personId} until ${link.expiresAt}`,
    recipient: link.email,
    language: link.language,
    subjectType: null,
    subjectId: null,
    message: linkMessage(context, link),
    urgent: true,
    notBefore: now,
  }))
  await requestDeliveries(scope, requests, now)
  await context.wake('delivery.send')
}

export async function sendInvitations(
  context: MailContext,
  scope: EngineScope,
  invitations: readonly InvitationSent[],
  now: Date,
): Promise<void> {
  const requests = invitations.map((invitation) => ({
    organisationId: invitation.organisationId,
    kind: 'invitation',
    occasion: `invitation until ${invitation.expiresAt}`,
    recipient: invitation.email,
    language: invitation.language,
    subjectType: null,
    subjectId: null,
    message: invitationMessage(context, invitation),
    urgent: true,
    notBefore: now,
  }))
  await requestDeliveries(scope, requests, now)
  await context.wake('delivery.send')
}

function linkMessage(context: MailContext, { purpose, language, url }: SignInLinkRequested): Message {
  const { t } = context.translator(language)
  return purpose === 'sign-in'
    ? message(t('accounts.mail.link.subject'), t('accounts.mail.link.text'), url, t('accounts.mail.notYou'))
    : message(
        t('accounts.mail.recover.subject'),
        t('accounts.mail.recover.text'),
        url,
        t('accounts.mail.notYou'),
      )
}

function invitationMessage(context: MailContext, invitation: InvitationSent): Message {
  const translator = context.translator(invitation.language)
  const { t } = translator
  const organisation = invitation.organisationName
  const text = t('accounts.mail.invitation.text', {
    person: invitation.invitedByName,
    organisation,
    role: roleNames(translator)[invitation.role],
  })
  const subject = t('accounts.mail.invitation.subject', { organisation })
  return message(subject, text, invitation.url, t('accounts.mail.invitation.notYou'))
}

function message(subject: string, text: string, url: string, last: string): Message {
  return {
    // Names of organisations stand in subjects, and a line end there would begin a header.
    subject: subject.replace(/\s+/g, ' '),
    text: `${text}\n\n${url}\n\n${last}\n`,
    html: `<p>${escapeHtml(text)}</p><p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p><p>${escapeHtml(last)}</p>`,
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
