// Test data: invented organisations, and a context without the rest of the application.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { readConfig } from '../../platform/config/config.ts'
import type { Context } from '../../platform/context.ts'
import type { Database } from '../../platform/database/database.ts'
import { createEvents } from '../../platform/events/announce.ts'
import type { Subscription } from '../../platform/events/event.ts'
import { isLocale, loadTranslations } from '../../platform/i18n/index.ts'
import { createLog } from '../../platform/log/log.ts'
import { testSecret } from '../../platform/testing/database.ts'
import { registerOrganisation } from './actions.ts'
import type { NewContact, NewOrganisation } from './organisation.ts'

export const aMoment = new Date('2026-11-16T08:00:00Z')
let made = 0

export function aProvider(changes: Partial<NewOrganisation> = {}): NewOrganisation {
  made += 1
  return {
    kind: 'provider',
    name: `Lakeland Hospital ${made}`,
    country: 'AT',
    languages: ['de', 'en'],
    timeZone: 'Europe/Vienna',
    providerKind: 'hospital',
    employees: null,
    turnoverEuro: null,
    balanceSheetEuro: null,
    designation: null,
    isExample: false,
    ...changes,
  }
}

export function aCentre(changes: Partial<NewOrganisation> = {}): NewOrganisation {
  return aProvider({
    kind: 'centre',
    name: 'Lakeland Health Security Centre',
    providerKind: null,
    ...changes,
  })
}

export function aContact(changes: Partial<NewContact> = {}): NewContact {
  return {
    duty: 'primary',
    name: 'Pia Lorenz',
    email: 'pia.lorenz@lakeland.example',
    phone: '+43 555 0100',
    outOfHoursPhone: null,
    language: 'de',
    personId: null,
    ...changes,
  }
}

export function givenOrganisation(
  database: Database,
  organisation: NewOrganisation,
  now = aMoment,
): Promise<number> {
  return database.asCentre((scope) => registerOrganisation(scope, organisation, now))
}

const translations = loadTranslations(join(import.meta.dirname, '..', '..', 'translations'))

/** Pages come out without the shell; events that are asked for stay in their table. */
export function contextFor(database: Database, subscriptions: readonly Subscription[] = []): Context {
  return {
    config: readConfig({ SALUS_LOG_LEVEL: 'silent' }, '.'),
    database,
    events: createEvents(subscriptions),
    log: createLog('silent'),
    now: () => aMoment,
    secret: testSecret,
    wake: async () => undefined,
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => 'https://salus.example',
    // Every page of ours hands over one element.
    render: async (_request, page) => `<title>${page.title}</title>${renderToString(page.content as VNode)}`,
  }
}
