// The sender of messages as a job: every minute, and at once when somebody asks.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../context.ts'
import type { Capability } from '../http/capability.ts'
import { sendDue } from './send.ts'

export const sendJob = 'delivery.send'

export function createDelivery(context: Context): Capability {
  const job = {
    name: sendJob,
    schedule: '* * * * *',
    async run() {
      const summary = await sendDue(context, context.now)
      if (summary.sent + summary.failed > 0) context.log.info({ summary }, 'messages were sent')
    },
  }
  return {
    name: 'delivery',
    permissions: {},
    routes: [],
    pages: [],
    subscriptions: [],
    menu: [],
    jobs: [job],
  }
}
