// Test data for mails and the board: invented members with contacts, alerts and clocks as rows, and a context.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { readConfig } from '../../../platform/config/config.ts'
import type { Context } from '../../../platform/context.ts'
import { createEvents } from '../../../platform/events/announce.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import { isLocale, loadTranslations } from '../../../platform/i18n/index.ts'
import { createLog } from '../../../platform/log/log.ts'
import { type TestDatabase, testSecret } from '../../../platform/testing/database.ts'
import type { AlertState } from '../alert.ts'
import type { Urgency } from '../urgency.ts'

const translations = loadTranslations(join(import.meta.dirname, '..', '..', '..', 'translations'))

/** Tuesday 17 November 2026, 09:40 in Berlin. */
export const aMoment = new Date('2026-11-17T08:40:00Z')

export function hours(count: number, from = aMoment): Date {
  return new Date(from.getTime() + count * 3_600_000)
}

export interface AlertsTestContext extends Context {
  readonly woken: string[]
}

export function alertsContext(db: TestDatabase, changes: Partial<Context> = {}): AlertsTestContext {
  const woken: string[] = []
  return {
    config: readConfig({ SALUS_LOG_LEVEL: 'silent', SALUS_CENTRE_PHONE: '+43 555 0199' }, '.'),
    database: db.database,
    events: createEvents([]),
    log: createLog('silent'),
    now: () => aMoment,
    secret: testSecret,
    wake: async (job) => void woken.push(job),
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => 'https://salus.example',
    render: async (_request, page) => page.title,
    woken,
    ...changes,
  }
}

async function insert(db: TestDatabase, statement: string, values: readonly unknown[]): Promise<number> {
  const [row] = await db.query<{ id: string }>(`${statement} returning id`, values)
  return Number(row?.id)
}

export interface GivenContact {
  readonly duty: 'primary' | 'deputy' | 'management'
  readonly email: string
  readonly language?: string
  readonly phone?: string
  readonly outOfHoursPhone?: string
}

export async function givenMember(
  db: TestDatabase,
  member: {
    readonly name: string
    readonly timeZone?: string
    readonly country?: string
    readonly kind?: 'provider' | 'centre'
    readonly contacts?: readonly GivenContact[]
  },
): Promise<number> {
  const { name, timeZone = 'Europe/Berlin', country = 'DE', kind = 'provider', contacts = [] } = member
  const id = await insert(
    db,
    `insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at) values ($1, $2, $3, '{de}', $4, $5, now())`,
    [kind, name, country, timeZone, kind === 'provider' ? 'hospital' : null],
  )
  for (const { duty, email, language = 'de', phone = null, outOfHoursPhone = null } of contacts)
    await db.query(
      `insert into contacts (organisation_id, duty, name, email, phone, out_of_hours_phone, language) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, duty, `${duty} of ${name}`, email, phone, outOfHoursPhone, language],
    )
  return id
}

export async function givenColleague(
  db: TestDatabase,
  organisationId: number,
  person: { readonly email: string; readonly role: AccountRole; readonly language?: string },
): Promise<void> {
  const personId = await insert(
    db,
    `insert into persons (email, name, language, created_at) values ($1, $1, $2, now())`,
    [person.email, person.language ?? 'en'],
  )
  await db.query(
    `insert into memberships (organisation_id, person_id, role, created_at) values ($1, $2, $3, now())`,
    [organisationId, personId, person.role],
  )
}

export async function givenAdvisory(
  db: TestDatabase,
  advisory: { readonly title?: string; readonly trackingId: string; readonly tlp?: string | null },
): Promise<number> {
  const { title = 'Infusion gateway without authentication', trackingId, tlp = 'CLEAR' } = advisory
  const content = { tlp, remediations: [{ category: 'vendor_fix', details: 'Install 2.4.0.', url: null }] }
  return insert(
    db,
    `insert into advisories (publisher, tracking_id, format, state, title, tlp, version, revision_id, validity, content, remediation_fingerprint, has_fix, first_recorded_at, recorded_at)
     values ('Velora Medical', $1, 'csaf-2.0', 'published', $2, $3, '1', 1, 'valid', $4, '\\x00', true, now(), now())`,
    [trackingId, title, tlp, JSON.stringify(content)],
  )
}

export interface GivenAlert {
  readonly urgency?: Urgency
  readonly state?: AlertState
  readonly openedAt?: Date
  readonly affected?: number
  readonly unsure?: number
  /** A running clock of acknowledging, in hours from `openedAt`; null for none. */
  readonly acknowledgeHours?: number | null
}

export async function givenAlert(
  db: TestDatabase,
  organisationId: number,
  advisoryId: number,
  alert: GivenAlert = {},
): Promise<number> {
  const { urgency = 'act-now', state = 'new', openedAt = aMoment, affected = 3, unsure = 1 } = alert
  const { acknowledgeHours = 48 } = alert
  const path = [{ question: 'exploitation', answer: 'active', because: 'kev', assumed: false }]
  const isClosed = ['remediated', 'not-applicable', 'withdrawn'].includes(state)
  const id = await insert(
    db,
    `with decided as (insert into urgency_decisions (digest, decision) values (sha256(convert_to($6, 'UTF8')), $6::jsonb) on conflict (digest) do update set decision = excluded.decision returning id)
     insert into alerts (organisation_id, advisory_id, state, answer, urgency, urgency_decision_id, affected_assets, unsure_assets, exploited, remediation_fingerprint, raised_at, opened_at, changed_at, closed_at)
     select $1, $2, $3, $4, $5, decided.id, $7, $8, true, '\\x00', $9, $9, $9, $10 from decided`,
    [
      organisationId,
      advisoryId,
      state,
      affected > 0 ? 'affected' : 'cannot_tell',
      urgency,
      JSON.stringify({ urgency, row: 1, path }),
      affected,
      unsure,
      openedAt,
      isClosed ? openedAt : null,
    ],
  )
  if (acknowledgeHours !== null && !isClosed)
    await db.query(
      `insert into obligations (organisation_id, kind, subject_type, subject_id, basis, starts_at, due_at) values ($1, 'alert-acknowledge', 'alert', $2, 'alert-acknowledge/1', $3, $4)`,
      [organisationId, id, openedAt, hours(acknowledgeHours, openedAt)],
    )
  return id
}

export interface DeliveryRow extends Record<string, unknown> {
  readonly organisation: number
  readonly kind: string
  readonly recipient: string
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What was asked to be sent, oldest first. */
export function deliveriesIn(db: TestDatabase): Promise<readonly DeliveryRow[]> {
  return db.query<DeliveryRow>(
    `select organisation_id::int as organisation, kind, recipient, language, content->>'subject' as subject, content->>'text' as text, content->>'html' as html from deliveries order by id`,
  )
}
