// Prepares the anonymised extract of a case, and hands it over once what leaves was seen; nothing is sent from here.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { mispEvent } from '@salus/standards/misp'
import { type IncidentExtract, type SharedIndicator, stixBundle } from '@salus/standards/stix'
import type { Context } from '../../../../platform/context.ts'
import type { MemberScope } from '../../../../platform/database/database.ts'
import { dayOf } from '../../../../platform/time/zone.ts'
import { findOrganisation, listOrganisations, type Organisation } from '../../../organisations/index.ts'
import type { Access } from '../../access.ts'
import { extractOf, isWider, smallestGroup, textOf } from '../../extract.ts'
import { currentValue, foldLedger } from '../../fact.ts'
import type { Incident, IncidentKind, Tlp } from '../../incident.ts'
import { type Indicator, insertDecision, selectFacts, selectIndicators } from '../../store/room.ts'
import { findHits, type Hit } from '../../telling.ts'
import { caseOf, inRoom, noteInJournal, type Room } from '../room.ts'
import { mustBeAtHome } from './at-home.ts'
import { ownWordsOf } from './own-words.ts'

type Extracting = Pick<Context, 'database' | 'config' | 'secret'>

export const formats = ['stix', 'misp'] as const
export type Format = (typeof formats)[number]

export interface ExtractChoice {
  readonly tlp: Tlp
  /** Asked for where others may see it than may see the case. */
  readonly because: string | null
  readonly description: string
  readonly sayCountry: boolean
  /** Numbers of the chosen ones; what is none of the case's is not there to be chosen. */
  readonly indicatorIds: readonly number[]
  readonly withRemarks: boolean
  /** Keys of hits of which a person said that they tell nothing. */
  readonly confirmed: readonly string[]
  readonly madeAt: Date
  /** In the reader's language. */
  readonly titleOf: (kind: IncidentKind) => string
}

export interface Prepared {
  readonly incident: Incident
  readonly hits: readonly (Hit & { readonly isConfirmed: boolean })[]
  readonly extract: IncidentExtract
  /** Members of the same kind in the same country, this one included. */
  readonly group: number
  readonly indicators: readonly Indicator[]
  /** Without a STIX pattern. */
  readonly withoutPattern: readonly SharedIndicator[]
  /** Exactly what leaves, to the last byte. */
  readonly files: Readonly<Record<Format, string>>
  /** Of both files together: what a person looked at. */
  readonly seen: string
}

export async function prepareExtract(
  context: Extracting,
  access: Access,
  choice: ExtractChoice,
  now: Date,
): Promise<Prepared> {
  mustBeAtHome(access)
  const group = await groupOf(context, access.organisationId)
  return inRoom(context, access, now, (room) => prepareIn(context, room, choice, group), {
    write: true,
    closed: true,
  })
}

export type Made =
  | { readonly content: string; readonly fileName: string }
  /** Something is not settled, or is not what the person looked at. */
  | { readonly prepared: Prepared }

export async function makeExtract(
  context: Extracting,
  access: Access,
  choice: ExtractChoice,
  asked: { readonly format: Format; readonly seen: string },
  now: Date,
): Promise<Made> {
  mustBeAtHome(access)
  const group = await groupOf(context, access.organisationId)
  return inRoom(
    context,
    access,
    now,
    async (room): Promise<Made> => {
      const prepared = await prepareIn(context, room, choice, group)
      const isSettled = prepared.hits.every(({ isConfirmed }) => isConfirmed)
      const isWide = isWider(choice.tlp, room.incident.tlp)
      if (!isSettled || prepared.seen !== asked.seen || (isWide && choice.because === null))
        return { prepared }
      if (isWide) await noteReason(room, choice)
      const content = prepared.files[asked.format]
      const { tlp } = choice
      await noteInJournal(room, 'extract-made', { tlp, sha256: sha256Of(content), format: asked.format })
      return { content, fileName: fileNameOf(prepared, asked.format) }
    },
    { write: true, closed: true },
  )
}

async function noteReason(room: Room, { tlp, because }: ExtractChoice): Promise<void> {
  const decision = { subject: 'extractTlp', answer: tlp, because: because ?? '' }
  await insertDecision(room.scope, caseOf(room), { ...decision, ...room.by })
  await noteInJournal(room, 'decided', { subject: decision.subject, answer: decision.answer })
}

async function prepareIn(
  context: Extracting,
  room: Room,
  choice: ExtractChoice,
  group: number,
): Promise<Prepared> {
  const { scope, incident } = room
  const organisation = await organisationOf(scope, incident)
  const indicators = await selectIndicators(scope, caseOf(room))
  const chosen = indicators
    .filter(({ id }) => choice.indicatorIds.includes(id))
    .map(({ type, value, note }) => ({ type, value, note: choice.withRemarks ? note : null }))
  const ledger = foldLedger(await selectFacts(scope, caseOf(room)))
  const aware = currentValue(ledger, 'awareAt')
  const sharing = {
    producer: context.config.centreName,
    title: choice.titleOf(incident.kind),
    description: choice.description,
    tlp: choice.tlp,
    country: choice.sayCountry && group >= smallestGroup ? organisation.country : null,
    indicators: chosen,
    secret: context.secret,
  }
  const day = dayOf(typeof aware === 'string' ? new Date(aware) : incident.openedAt, organisation.timeZone)
  const extract = extractOf(incident, sharing, day, choice.madeAt)
  const { bundle, leftOut } = stixBundle(extract)
  const severity = currentValue(ledger, 'severity')
  const files = {
    stix: written(bundle),
    misp: written(mispEvent(extract, { threatLevel: threatLevelOf(severity) })),
  }
  const own = await ownWordsOf(scope, incident)
  return {
    incident,
    hits: hitsIn(choice, chosen, own),
    extract,
    group,
    indicators,
    withoutPattern: leftOut,
    files,
    seen: sha256Of(files.stix + files.misp),
  }
}

function hitsIn(choice: ExtractChoice, chosen: readonly SharedIndicator[], own: readonly string[]) {
  const passages = [
    { where: 'description' as const, text: choice.description },
    ...chosen.map((indicator) => ({ where: 'indicator' as const, text: textOf(indicator) })),
  ]
  return findHits(passages, own).map((hit) => ({ ...hit, isConfirmed: choice.confirmed.includes(hit.key) }))
}

/** A member does not see the others; only their number comes back. */
async function groupOf({ database }: Extracting, organisationId: number): Promise<number> {
  const providers = await database.asCentre((scope) => listOrganisations(scope, { kind: 'provider' }))
  const own = providers.find(({ id }) => id === organisationId)
  return providers.filter(
    ({ country, providerKind, isExample }) =>
      country === own?.country && providerKind === own.providerKind && isExample === own.isExample,
  ).length
}

async function organisationOf(scope: MemberScope, { organisationId, id }: Incident): Promise<Organisation> {
  const organisation = await findOrganisation(scope, organisationId)
  if (!organisation) throw new Error(`case ${id} belongs to no organisation`)
  return organisation
}

/** MISP knows 1 high, 2 medium, 3 low, 4 undefined. */
function threatLevelOf(severity: unknown): 1 | 2 | 3 | 4 {
  if (severity === 'critical' || severity === 'high') return 1
  if (severity === 'medium') return 2
  return severity === 'low' ? 3 : 4
}

function written(document: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The name tells neither the case nor the hospital. */
function fileNameOf({ extract, seen }: Prepared, format: Format): string {
  const mark = extract.isExercise ? 'exercise-' : ''
  return `${mark}incident-extract-${seen.slice(0, 8)}.${format}.json`
}
