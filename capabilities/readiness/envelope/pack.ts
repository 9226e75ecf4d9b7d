// The crisis pack: what a hospital needs on paper or phone when nothing of its own works, made from its own facts.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import { type Authority, authorityName, type Channel } from '../../authorities/index.ts'
import type { Contact, Organisation } from '../../organisations/index.ts'
import { type ClinicalService, clinicalServices } from '../clinical-service.ts'
import type { ServiceForecast } from '../forecast.ts'
import type { NewPerson, NewSupplier } from '../typed.ts'
import { sayForecast, sayStep, serviceName } from '../words.ts'

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** `phone` becomes a link to call it. */
  | { readonly kind: 'facts'; readonly facts: readonly PackFact[] }

export interface PackFact {
  readonly term: string
  readonly value: string
  readonly phone: string | null
}

export interface PackSection {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export interface Pack {
  readonly title: string
  /** "As of Tue 17 Nov 2026, 08:40". */
  readonly asOf: string
  readonly openingWord: string
  readonly openingHint: string
  readonly sections: readonly PackSection[]
}

export interface PackFacts {
  readonly organisation: Organisation
  readonly contacts: readonly Contact[]
  readonly people: readonly NewPerson[]
  readonly suppliers: readonly NewSupplier[]
  readonly authorities: readonly Authority[]
  readonly forecasts: readonly ServiceForecast[]
  /** Keys: `first-hour`, and `downtime-` with a clinical service. */
  readonly pages: ReadonlyMap<string, string>
  readonly centre: { readonly name: string; readonly phone: string | null }
}

export const firstHourPage = 'first-hour'
export const downtimePage = (service: ClinicalService): string => `downtime-${service}`

export function buildPack(
  facts: PackFacts,
  translator: Translator,
  openingWord: string,
  builtAt: Date,
): Pack {
  const { t } = translator
  const { name, timeZone } = facts.organisation
  const moment = formatInstant(builtAt, { translator, timeZone, style: 'instant-year' })
  return {
    title: t('readiness.pack.title', { organisation: name }),
    asOf: t('readiness.pack.asOf', { moment, zone: timeZone }),
    openingWord,
    openingHint: t('readiness.pack.openingWord'),
    sections: packSections(facts, translator),
  }
}

/** Without date and word, so that two packs can be compared. */
export function packSections(facts: PackFacts, translator: Translator): readonly PackSection[] {
  const { t } = translator
  return [
    { heading: t('readiness.pack.firstHour'), blocks: firstHour(facts, translator) },
    { heading: t('readiness.pack.people'), blocks: people(facts, translator) },
    { heading: t('readiness.pack.downtime'), blocks: downtime(facts, translator) },
    { heading: t('readiness.pack.suppliers'), blocks: suppliers(facts, translator) },
    { heading: t('readiness.pack.order'), blocks: order(facts, translator) },
    { heading: t('readiness.pack.authorities'), blocks: authorities(facts, translator) },
  ]
}

function firstHour({ pages }: PackFacts, { t }: Translator): readonly Block[] {
  const own = pages.get(firstHourPage)
  const steps = [
    t('readiness.firstHour.patients'),
    t('readiness.firstHour.stop'),
    t('readiness.firstHour.call'),
    t('readiness.firstHour.decide'),
    t('readiness.firstHour.wards'),
    t('readiness.firstHour.evidence'),
    t('readiness.firstHour.authorities'),
    t('readiness.firstHour.journal'),
  ]
  return [...(own ? [{ kind: 'text' as const, text: own }] : []), { kind: 'list', items: steps }]
}

function people({ people, contacts, centre }: PackFacts, { t }: Translator): readonly Block[] {
  const privately = people.map(({ name, task, phone }) => ({ term: `${task}: ${name}`, value: phone, phone }))
  const known = contacts.flatMap((contact) =>
    [contact.outOfHoursPhone, contact.phone]
      .filter((phone) => phone !== null)
      .map((phone) => ({ term: contact.name, value: phone, phone })),
  )
  const centreFact = {
    term: centre.name,
    value: centre.phone ?? t('readiness.pack.noNumber'),
    phone: centre.phone,
  }
  return [
    ...(privately.length === 0 ? [{ kind: 'text' as const, text: t('readiness.pack.people.none') }] : []),
    { kind: 'facts', facts: [...privately, ...known, centreFact] },
  ]
}

/** Last, because some countries have one for each region. What has no address is named all the same. */
function authorities({ authorities, organisation }: PackFacts, translator: Translator): readonly Block[] {
  const { t, locale } = translator
  if (authorities.length === 0)
    return [{ kind: 'text', text: t('readiness.pack.authorities.none', { country: organisation.country }) }]
  const nameOf = (authority: Authority) => authorityName(authority, locale).shown.text
  const unreachable = authorities.filter(({ channels }) => channels.every(({ address }) => address === null))
  const remarks = [
    authorities.some(({ verifiedBy }) => verifiedBy === null) && t('readiness.pack.authorities.unverified'),
    authorities.some(({ regions }) => regions.length > 0) && t('readiness.pack.authorities.regions'),
    unreachable.length > 0 &&
      t('readiness.pack.authorities.unreachable', { names: unreachable.map(nameOf).join(', ') }),
  ].filter((remark) => remark !== false)
  const facts = authorities.flatMap((authority) =>
    authority.channels
      .filter(({ address }) => address !== null)
      .map((way) => ({
        term: nameOf(authority),
        value: `${way.address} · ${hoursOf(way, translator)}`,
        phone: way.kind === 'telephone' ? way.address : null,
      })),
  )
  return [
    ...remarks.map((text) => ({ kind: 'text' as const, text })),
    ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
  ]
}

/** A Monday, from which the days of the week are named. */
const monday = Date.UTC(2026, 10, 16)

function hoursOf({ hours }: Channel, { t, locale }: Translator): string {
  if (hours.kind === 'always') return t('readiness.pack.hours.always')
  if (hours.kind === 'unknown') return t('readiness.pack.hours.unknown')
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return t('readiness.pack.hours.weekly', {
    days: hours.days.map((day) => weekday.format(monday + (day - 1) * 86_400_000)).join(', '),
    from: hours.from,
    to: hours.to,
    zone: hours.timeZone,
  })
}

function downtime({ pages }: PackFacts, translator: Translator): readonly Block[] {
  const { t } = translator
  const missing = clinicalServices.filter((service) => !pages.get(downtimePage(service)))
  const written = clinicalServices.flatMap((service) => {
    const text = pages.get(downtimePage(service))
    return text
      ? [
          {
            kind: 'facts' as const,
            facts: [{ term: serviceName(service, translator), value: text, phone: null }],
          },
        ]
      : []
  })
  if (missing.length === 0) return written
  const services = missing.map((service) => serviceName(service, translator)).join(', ')
  return [...written, { kind: 'text', text: t('readiness.pack.downtime.missing', { services }) }]
}

function suppliers({ suppliers }: PackFacts, { t }: Translator): readonly Block[] {
  if (suppliers.length === 0) return [{ kind: 'text', text: t('readiness.pack.suppliers.none') }]
  return [
    {
      kind: 'facts',
      facts: suppliers.map(({ name, supplies, phone, contract }) => ({
        term: `${supplies}: ${name}`,
        value: contract === '' ? phone : `${phone} · ${contract}`,
        phone,
      })),
    },
  ]
}

function order({ forecasts }: PackFacts, translator: Translator): readonly Block[] {
  const { t } = translator
  const written = forecasts.filter(({ steps }) => steps.length > 0)
  if (written.length === 0) return [{ kind: 'text', text: t('readiness.pack.order.none') }]
  return written.flatMap((forecast): Block[] => [
    {
      kind: 'facts',
      facts: [
        {
          term: serviceName(forecast.service, translator),
          value: sayForecast(forecast, translator),
          phone: null,
        },
      ],
    },
    { kind: 'list', items: forecast.steps.map((step) => sayStep(step, translator)) },
  ])
}
