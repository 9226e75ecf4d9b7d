// The finding of an indicator: which value in which field, on which list, since and until when, how sure.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import { type Finding, placeOf } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'
import type { LogEvent } from '../event/event.ts'
import type { PackReference, RuleLevel } from '../sigma/rule.ts'
import type { IndicatorType } from './indicator.ts'
import type { Observable } from './observables.ts'
import type { SetEntry } from './set/entry.ts'

const titles: Readonly<Record<IndicatorType, string>> = {
  domain: 'Contact with a domain on a list of indicators',
  ipv4: 'Contact with an address on a list of indicators',
  ipv6: 'Contact with an address on a list of indicators',
  cidr: 'Contact with a network on a list of indicators',
  md5: 'File on a list of indicators',
  sha1: 'File on a list of indicators',
  sha256: 'File on a list of indicators',
  url: 'Web address on a list of indicators',
  email: 'Mail address on a list of indicators',
}

const words: Readonly<Record<IndicatorType, string>> = {
  domain: 'domain',
  ipv4: 'address',
  ipv6: 'address',
  cidr: 'network',
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  url: 'web address',
  email: 'mail address',
}

export function indicatorFinding(
  entry: SetEntry,
  observable: Observable,
  event: LogEvent,
  pack: PackReference | null,
  classes: AssetClassList | undefined,
): Finding {
  const { field, text } = observable
  const seen = text.toLowerCase() === entry.value ? '' : ` ("${printable(text)}")`
  return {
    ...commonOf(entry, pack),
    level: levelOf(entry.confidence, observable.isSource),
    ...placeOf(event, classes),
    reason: `The ${what(entry)} of ${printable(field, 80)}${seen} is on ${listOf(entry)}.`,
  }
}

/** Of an indicator that came after it was met: the index of what was seen knows days, not records. */
export function huntFinding(
  entry: SetEntry,
  days: { readonly first: string; readonly last: string },
  pack: PackReference | null,
): Finding {
  const when = days.first === days.last ? `on ${days.first}` : `between ${days.first} and ${days.last}`
  return {
    ...commonOf(entry, pack),
    level: levelOf(entry.confidence, false),
    time: `${days.last}T00:00:00.000Z`,
    source: 'what was seen before',
    record: 0,
    asset: null,
    assetClass: 'unknown',
    reason: `The ${what(entry)} was met here ${when}, before it came on ${listOf(entry)}. Search the logs of these days for it.`,
  }
}

function commonOf(
  { id, type, source, licence, tlp }: SetEntry,
  pack: PackReference | null,
): Pick<
  Finding,
  'origin' | 'audience' | 'indicatorId' | 'pack' | 'ruleId' | 'title' | 'author' | 'licence' | 'tags'
> {
  return {
    origin: 'indicator',
    audience: 'it',
    indicatorId: id,
    pack,
    ruleId: id,
    title: titles[type],
    author: source,
    licence,
    tags: tlp === null ? [] : [`tlp.${tlp}`],
  }
}

function what({ type, value }: SetEntry): string {
  return `${words[type]} ${printable(value)}`
}

function listOf({ list, since, until, confidence }: SetEntry): string {
  const facts = [
    since === null ? null : `since ${dayText(since)}`,
    until === null ? null : `until ${dayText(until)}`,
    confidence === null ? null : `confidence ${confidence}`,
  ].filter((fact) => fact !== null)
  return `the list "${printable(list, 100)}"${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
}

export function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** Many addresses knock at every door: who came in is one step less. */
function levelOf(confidence: number | null, isSource: boolean): RuleLevel {
  const level =
    confidence === null ? 'medium' : confidence >= 80 ? 'high' : confidence >= 50 ? 'medium' : 'low'
  if (!isSource) return level
  return level === 'high' ? 'medium' : 'low'
}
