// Tells a hospital of an urgent alert at once; everything else waits for the digest of the day.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { type DeliveryRequest, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { type Colleague, colleaguesIn, ownerOf } from '../../accounts/index.ts'
import { type Contact, contactsOf, type Organisation, readOrganisations } from '../../organisations/index.ts'
import type { AlertOpened } from '../events.ts'
import { type AdvisoryWordsOf, settingFor } from '../mails/setting.ts'
import { openedMail } from '../mails/to-members.ts'
import { selectTellable, type TellableAlert } from '../store/telling.ts'
import { advisoryWords, askToSend, asRequest, type TellingContext } from './telling.ts'

/** Repeated events are harmless: the occasion names the alert and the instant at which it was opened. */
export function notifyOpened(context: TellingContext) {
  return async (scope: EngineScope, payloads: readonly AlertOpened[], now: Date): Promise<void> => {
    const urgent = payloads.filter((payload) => payload.urgency === 'act-now')
    // The alert as it stands now counts: it may have been answered, withdrawn or opened again since.
    const tellable = await selectTellable(scope, [...new Set(urgent.map((payload) => payload.alertId))])
    const alerts = tellable.filter((alert) => alert.state === 'new' && alert.urgency === 'act-now')
    if (alerts.length === 0) return
    const facts = await loadFacts(scope, alerts)
    const requests = alerts
      .map((alert) => requestFor(context, alert, facts, now))
      .filter((request) => request !== null)
    await requestDeliveries(scope, requests, now)
    if (requests.length < alerts.length)
      context.log.warn(
        { alerts: alerts.length - requests.length },
        'urgent alerts have nobody to write to; the duty board shows them',
      )
    await askToSend(context)
  }
}

interface Facts {
  readonly organisations: ReadonlyMap<number, Organisation>
  readonly contacts: readonly Contact[]
  readonly colleagues: readonly (Colleague & { readonly organisationId: number })[]
  readonly wordsOf: AdvisoryWordsOf
}

async function loadFacts(scope: EngineScope, alerts: readonly TellableAlert[]): Promise<Facts> {
  const ids = [...new Set(alerts.map((alert) => alert.organisationId))]
  const organisations = await readOrganisations(scope, ids)
  return {
    organisations: new Map(organisations.map((organisation) => [organisation.id, organisation])),
    contacts: await contactsOf(scope, ids),
    colleagues: await colleaguesIn(scope, ids),
    wordsOf: await advisoryWords(
      scope,
      alerts.map((alert) => alert.advisoryId),
    ),
  }
}

function requestFor(
  context: TellingContext,
  alert: TellableAlert,
  facts: Facts,
  now: Date,
): DeliveryRequest | null {
  const { organisationId, alertId } = alert
  const isOf = (one: { readonly organisationId: number }) => one.organisationId === organisationId
  const member = facts.organisations.get(organisationId)
  const recipient = ownerOf(facts.contacts.filter(isOf), facts.colleagues.filter(isOf))
  if (!member || !recipient) return null
  const message = openedMail(settingFor(context, recipient, member), alert, facts.wordsOf)
  const occasion = `alert ${alertId} opened ${alert.openedAt.toISOString()}`
  return asRequest(
    context,
    { organisationId, kind: 'alert.opened', occasion, recipient, alertId, message, urgent: true },
    now,
  )
}
