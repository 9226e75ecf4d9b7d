// What of an event is looked up among indicators: addresses, names, URLs, hashes, mail addresses, by its fields.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { FieldValue, LogEvent } from '../event/event.ts'
import { version4Number } from './address.ts'
import fieldData from './fields.json' with { type: 'json' }
import { eventLimits } from './limits.ts'
import { observablesIn } from './text-observables.ts'
import { withoutPort } from './values.ts'

export type ObservableKind = 'address' | 'name' | 'url' | 'hash' | 'email'

export interface Observable {
  readonly kind: ObservableKind
  /** As the log has it. */
  readonly text: string
  readonly field: string
  /** Who asked or came in: this says less than where something went. */
  readonly isSource: boolean
}

export interface Observed {
  readonly observables: readonly Observable[]
  /** Something was longer or more than what is looked at. */
  readonly isCut: boolean
}

const names = z.array(z.string().min(1).max(256)).max(1_000)
const fieldShape = z.object({
  kinds: z.strictObject({
    address: names,
    source: names,
    host: names,
    answers: names,
    url: names,
    path: names,
    hashes: names,
    hash: names,
    text: names,
  }),
  hostsOfPaths: names,
})

const { kinds, hostsOfPaths } = fieldShape.parse(fieldData)
type FieldKind = keyof typeof kinds
const kindOf: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(kinds).flatMap(([kind, fields]) =>
    // The keys of the table are the kinds.
    fields.map((field) => [field, kind as FieldKind] as const),
  ),
)

interface Taking {
  readonly observables: Observable[]
  textLeft: number
  isCut: boolean
}

export function observablesOf(event: LogEvent): Observed {
  const taking: Taking = { observables: [], textLeft: eventLimits.maxTextUnits, isCut: false }
  const { fields } = event
  for (const field in fields) {
    const kind = kindOf.get(field)
    if (kind === undefined) continue
    const value = fields[field] as FieldValue
    if (typeof value === 'string') take(kind, value, field, event, taking)
    else if (typeof value === 'object' && value !== null)
      for (const text of value) take(kind, text, field, event, taking)
  }
  // A record without known fields may still be words.
  if (taking.observables.length === 0 && event.raw !== null && fields.message === undefined)
    take('text', event.raw, 'the record', event, taking)
  return taking
}

function take(kind: FieldKind, value: string, field: string, event: LogEvent, taking: Taking): void {
  if (value.length < 3) return
  if (kind === 'text') {
    takeText(value, field, taking)
    return
  }
  const text = value.length > eventLimits.maxValueUnits ? value.slice(0, eventLimits.maxValueUnits) : value
  if (text !== value) taking.isCut = true
  if (kind === 'address' || kind === 'source')
    add('address', withoutPort(text), field, kind === 'source', taking)
  else if (kind === 'host') addHost(text, field, taking)
  else if (kind === 'answers') addAnswers(text, field, taking)
  else if (kind === 'path') addPath(text, field, event, taking)
  else if (kind === 'hashes') addHashes(text, field, taking)
  else add(kind, text, field, false, taking)
}

/** Sysmon: "type:  5 alias.example;::ffff:192.0.2.1;" */
function addAnswers(text: string, field: string, taking: Taking): void {
  for (const part of text.split(';', 64))
    if (part.length > 2) addHost(part.replace(/^type:\s{0,4}\d{1,5}\s{1,4}/, ''), field, taking)
}

/** "SHA256=…,MD5=…" */
function addHashes(text: string, field: string, taking: Taking): void {
  for (const part of text.split(',', 16))
    add('hash', part.slice(part.indexOf('=') + 1).trim(), field, false, taking)
}

function takeText(value: string, field: string, taking: Taking): void {
  const text = value.length > taking.textLeft ? value.slice(0, taking.textLeft) : value
  if (text !== value) taking.isCut = true
  taking.textLeft -= text.length
  observablesIn(text, (kind, found) => add(kind, found, field, false, taking))
}

function addHost(text: string, field: string, taking: Taking): void {
  const host = withoutPort(text)
  const isAddress = host.includes(':') || version4Number(host) !== -1
  add(isAddress ? 'address' : 'name', host, field, false, taking)
}

/** A proxy logs the whole address or, of a tunnel, host and port; a server the path only. */
function addPath(text: string, field: string, { fields }: LogEvent, taking: Taking): void {
  if (!text.startsWith('/')) {
    if (text.includes('://') || text.includes('/')) add('url', text, field, false, taking)
    else addHost(text, field, taking)
    return
  }
  const host = hostsOfPaths.map((name) => fields[name]).find((value) => typeof value === 'string')
  if (host !== undefined) add('url', `${host}${text}`, field, false, taking)
}

function add(kind: ObservableKind, text: string, field: string, isSource: boolean, taking: Taking): void {
  if (text.length < 3) return
  const { observables } = taking
  if (observables.length >= eventLimits.maxObservables) taking.isCut = true
  else observables.push({ kind, text, field, isSource })
}
