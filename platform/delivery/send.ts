// Sends what is due by SMTP and records each outcome; a message that fails is tried again, at last given up visibly.
// SPDX-License-Identifier: EUPL-1.2
import { createTransport, type Transporter } from 'nodemailer'
import type { Config } from '../config/config.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log/log.ts'
import { claimDue, type DueDelivery, type Outcome, recordOutcome } from './delivery.ts'

const portion = 50
const retryMinutes = [1, 5, 15, 60, 240, 720]
const connectTimeoutMs = 10_000
const socketTimeoutMs = 30_000

export interface SendSummary {
  readonly sent: number
  readonly failed: number
}

export interface SendOptions {
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>
  readonly database: Database
  readonly log: Log
}

/** Without an SMTP server nothing is claimed: messages wait, and the duty board shows that they do. */
export async function sendDue(options: SendOptions, now: () => Date): Promise<SendSummary> {
  if (options.config.smtpUrl === null) return { sent: 0, failed: 0 }
  const transport = createTransport({
    url: options.config.smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: connectTimeoutMs,
    socketTimeout: socketTimeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    return await sendPortions(options, transport, now)
  } finally {
    transport.close()
  }
}

async function sendPortions(
  options: SendOptions,
  transport: Transporter,
  now: () => Date,
): Promise<SendSummary> {
  let sent = 0
  let failed = 0
  for (;;) {
    const due = await options.database.asEngine((scope) => claimDue(scope, portion, now()))
    for (const delivery of due) {
      const outcome = await sendOne(options, transport, delivery, now())
      await options.database.asEngine((scope) => recordOutcome(scope, delivery, outcome, now()))
      outcome.sent ? sent++ : failed++
    }
    if (due.length < portion) return { sent, failed }
  }
}

async function sendOne(
  options: SendOptions,
  transport: Transporter,
  delivery: DueDelivery,
  now: Date,
): Promise<Outcome> {
  try {
    const info = (await transport.sendMail({
      from: options.config.mailFrom,
      // As an object it is one address; as text it would be read as a list.
      to: { name: '', address: delivery.recipient },
      subject: delivery.content.subject,
      text: delivery.content.text,
      html: delivery.content.html,
      // The same for every try, so that a server that took the first one can tell a repeat.
      messageId: `<delivery-${delivery.organisationId}-${delivery.id}@${options.config.mailFrom.split('@')[1] ?? 'localhost'}>`,
      headers: { 'Content-Language': delivery.language, 'Auto-Submitted': 'auto-generated' },
    })) as { messageId: string }
    return { sent: true, messageId: info.messageId }
  } catch (error) {
    options.log.warn(
      { code: (error as { code?: unknown }).code, delivery: delivery.id },
      'a mail could not be sent',
    )
    return {
      sent: false,
      problem: error instanceof Error ? error.message : String(error),
      retryAt: retryAt(error, delivery.attempts, now),
    }
  }
}

/** A 5xx answer means that this server never takes this message (RFC 5321, 4.2.1); all else may pass. */
function retryAt(error: unknown, attempts: number, now: Date): Date | null {
  const responseCode = (error as { responseCode?: unknown }).responseCode
  const minutes = retryMinutes[attempts - 1]
  if ((typeof responseCode === 'number' && responseCode >= 500) || minutes === undefined) return null
  return new Date(now.getTime() + minutes * 60_000)
}
