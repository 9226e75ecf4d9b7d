// Shows the four questions and takes the answers: a case for a card that is known, a message to all officers otherwise.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { AnyRequest, PageReply, Request } from '../../../../platform/http/endpoint.ts'
import type { Counter } from '../../../../platform/http/flood.ts'
import { networkOf } from '../../../../platform/http/network.ts'
import type { Translator } from '../../../../platform/i18n/index.ts'
import { findOrganisation } from '../../../organisations/index.ts'
import { cardOf, type KnownCard } from '../../actions/doors.ts'
import { findByWord, openFirstContact, type Said } from '../../actions/first-contact.ts'
import { tellUnplaced } from '../../actions/unplaced.ts'
import { caseKeyOf } from '../../case-key.ts'
import {
  answersOf,
  type FirstContact,
  type NightQuery,
  newFormToken,
  phoneFault,
} from '../../contract/first-contact.ts'
import { kindOf } from '../../first-contact.ts'
import { nextStep } from '../../first-steps.ts'
import { answerLines } from '../../mails/unplaced.ts'
import { emptyContact, type FormFault, formPage } from './form.tsx'
import { addressIn } from './frame.tsx'
import { receivedPage } from './received.tsx'
import { frameOf, translatorOf } from './request.ts'

export interface Counters {
  readonly casesOfCard: Counter
  readonly wordsOfCard: Counter
  readonly unplacedFromRemote: Counter
  readonly unplaced: Counter
}

type NightRequest = Request<unknown, NightQuery, unknown>
const everybody = 'everybody'

export async function show(
  context: Context,
  counters: Counters,
  request: NightRequest,
  token: string,
): Promise<PageReply> {
  const { word, code } = request.query
  const { locale } = translatorOf(context, request)
  if (token === '' && code !== '') return { redirect: addressIn(pathOf(code.replace(/\s/g, '')), locale) }
  const card = await cardOf(context, token)
  if (!card || word === '') return showForm(context, request, { token, card })
  const subject = subjectOf(card)
  const found = counters.wordsOfCard.allows(subject, request.now)
    ? await findByWord(context, card.organisationId, word)
    : null
  counters.wordsOfCard.count(subject, request.now)
  if (!found) return showForm(context, request, { token, card, wordFault: true })
  return { redirect: addressIn(`${pathOf(token)}/${caseKeyOf(context.secret, found)}`, locale) }
}

export async function receive(
  context: Context,
  counters: Counters,
  request: Request<unknown, NightQuery, FirstContact>,
  token: string,
): Promise<PageReply> {
  const contact = request.body
  const translator = translatorOf(context, request, contact.language)
  const card = await cardOf(context, token)
  const again = (faults: readonly FormFault[]) =>
    showForm(context, request, { token, card, contact, faults, translator })
  const fault = phoneFault(contact.phone)
  if (fault) return again([{ field: 'phone', text: translator.t(`night.fault.phone.${fault}`) }])
  const sent = card
    ? await openCase(context, counters, request, { card, token, contact, translator })
    : await passOn(context, counters, request, contact, translator)
  if (sent) return { redirect: sent }
  const { centrePhone } = context.config
  const text = centrePhone
    ? translator.t('night.fault.tooMany', { phone: centrePhone })
    : translator.t('night.fault.tooMany.noPhone')
  return { ...(await again([{ field: 'main', text }])), status: 429 } as PageReply
}

/** Beyond a card's limit (it may be in wrong hands) a person sorts it out; the first case of a card is always below it. */
async function openCase(
  context: Context,
  counters: Counters,
  request: AnyRequest,
  given: {
    readonly card: KnownCard
    readonly token: string
    readonly contact: FirstContact
    readonly translator: Translator
  },
): Promise<string | null> {
  const { card, token, contact, translator } = given
  const { now } = request
  const subject = subjectOf(card)
  if (!counters.casesOfCard.allows(subject, now)) {
    const hospital = await nameOf(context, card.organisationId)
    return passOn(context, counters, request, { ...contact, hospital }, translator)
  }
  const opened = await openFirstContact(context, card, contact, sayOf(card, contact, translator), now)
  if (opened.isNew) counters.casesOfCard.count(subject, now)
  return addressIn(`${pathOf(token)}/${caseKeyOf(context.secret, opened)}`, translator.locale)
}

async function passOn(
  context: Context,
  { unplaced, unplacedFromRemote }: Counters,
  { now, remoteAddress }: AnyRequest,
  contact: FirstContact,
  { locale }: Translator,
): Promise<string | null> {
  const network = networkOf(remoteAddress)
  if (!unplaced.allows(everybody, now) || !unplacedFromRemote.allows(network, now)) return null
  unplaced.count(everybody, now)
  unplacedFromRemote.count(network, now)
  const told = await tellUnplaced(context, contact, locale, now)
  const step = nextStep(answersOf(contact), []) ?? 'write-down'
  return addressIn('/now/received', locale, { do: step, ...(told === 0 ? { nobody: 'yes' } : {}) })
}

export async function showReceived(context: Context, request: NightRequest): Promise<PageReply> {
  const translator = translatorOf(context, request)
  return receivedPage({
    ...(await frameOf(context, translator)),
    path: '/now/received',
    step: request.query.do,
    isNobody: request.query.nobody,
  })
}

async function showForm(
  context: Context,
  request: NightRequest,
  given: {
    readonly token: string
    readonly card: KnownCard | null
    readonly contact?: FirstContact
    readonly faults?: readonly FormFault[]
    readonly wordFault?: boolean
    readonly translator?: Translator
  },
): Promise<PageReply> {
  const { token, card, faults = [], wordFault = false } = given
  const translator = given.translator ?? translatorOf(context, request)
  return formPage({
    ...(await frameOf(context, translator)),
    path: card ? pathOf(token) : '/now',
    csrfToken: request.caller?.csrfToken ?? null,
    card: card && {
      organisationName: await nameOf(context, card.organisationId),
      place: card.card.place,
      isExercise: card.card.realm === 'exercise',
    },
    isUnknownCode: !card && token !== '',
    typed: given.contact ?? emptyContact(newFormToken(), card?.card.place ?? ''),
    faults,
    wordFault,
  })
}

function sayOf({ card }: KnownCard, contact: FirstContact, translator: Translator): Said {
  const { t } = translator
  const kind = t(`incidents.kind.${kindOf(answersOf(contact))}`)
  const ring = [contact.name, contact.phone].filter(Boolean).join(', ')
  return {
    title: contact.site === '' ? kind : t('night.caseTitle', { kind, site: contact.site }),
    source: t('night.source', { place: card.place }),
    cardName: t('night.cardName', { place: card.place }),
    note: [...answerLines(contact, translator), `${t('night.mail.ring')}: ${ring}`].join('\n'),
    language: translator.locale,
  }
}

async function nameOf(context: Context, organisationId: number): Promise<string> {
  const organisation = await context.database.asMember(organisationId, (scope) =>
    findOrganisation(scope, organisationId),
  )
  return organisation?.name ?? ''
}

const pathOf = (token: string) => `/now/${encodeURIComponent(token)}`
const subjectOf = ({ organisationId, card }: KnownCard) => `${organisationId}/${card.id}`
