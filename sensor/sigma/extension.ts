// Reads our extensions of Sigma: documents with `custom: {salus: {…}}` instead of a detection or a correlation.
// SPDX-License-Identifier: EUPL-1.2

import { aliasesOf, maxRules, stripped, timespanOf } from './correlation.ts'
import { textAt, textsAt } from './head.ts'
import { ruleLimits } from './limits.ts'
import { DetectionFault } from './modifiers.ts'
import type { Plain, PlainMap } from './plain.ts'
import { type CorrelationRule, type ExtensionSettings, extensionTypes, type RuleHead } from './rule.ts'

/** Null where the document is none of ours: other `custom` data is left to those who wrote it. */
export function readExtension(document: PlainMap, head: RuleHead): CorrelationRule | null {
  const ours = mapAt(mapAt(document, 'custom'), 'salus')
  if (ours === null) return null
  const type = extensionTypes.find((known) => ours.has(known))
  if (!type || ours.size !== 1)
    throw new DetectionFault(`one of ${extensionTypes.join(', ')} is expected`, 'custom/salus')
  const place = `custom/salus/${type}`
  const map = mapAt(ours, type)
  if (map === null) throw new DetectionFault('a map is expected', place)
  const after = type === 'absence' ? textsAt(map, 'after') : []
  const rules = [...after, ...textsAt(map, 'rules')]
  if (rules.length === after.length || rules.length > maxRules)
    throw new DetectionFault(`1 to ${maxRules} rules are expected`, `${place}/rules`)
  const groupBy = textsAt(map, 'group-by').map(stripped)
  return {
    kind: 'correlation',
    head,
    type,
    rules,
    groupBy,
    timespanMs:
      type === 'first_seen' ? timespanOf(textAt(map, 'learning')) : timespanOf(textAt(map, 'timespan')),
    bounds: [],
    fields: type === 'baseline' ? textsAt(map, 'field').map(stripped) : [],
    percentile: 0,
    aliases: aliasesOf(map.get('aliases') ?? null),
    generate: map.get('generate') === true,
    extension: settingsOf(type, map, { place, after: after.length, groupBy }),
  }
}

interface Reading {
  readonly place: string
  readonly after: number
  readonly groupBy: readonly string[]
}

function settingsOf(
  type: ExtensionSettings['type'],
  map: PlainMap,
  { place, after, groupBy }: Reading,
): ExtensionSettings {
  const number = (key: string, least: number, most: number, otherwise: number | null): number => {
    const value = map.get(key) ?? otherwise
    if (typeof value !== 'number' || value < least || value > most)
      throw new DetectionFault(`a number from ${least} to ${most} is expected`, `${place}/${key}`)
    return value
  }
  switch (type) {
    case 'absence':
      return {
        type,
        after,
        seen: after > 0 ? 1 : Math.ceil(number('seen', 2, ruleLimits.maxSeenOfAbsence, null)),
        unbrokenMs: map.has('unbroken') ? timespanOf(textAt(map, 'unbroken')) : 0,
      }
    case 'first_seen': {
      const of = textsAt(map, 'of').map(stripped)
      if (groupBy.length === 0)
        throw new DetectionFault('values are expected that come together', `${place}/group-by`)
      if (!of.every((name) => groupBy.includes(name)))
        throw new DetectionFault('names of group-by are expected', `${place}/of`)
      const learningMs = timespanOf(textAt(map, 'learning'))
      return {
        type,
        of,
        learningMs,
        forgetMs: map.has('forget') ? timespanOf(textAt(map, 'forget')) : longestMs,
      }
    }
    case 'baseline':
      return {
        type,
        alike: textsAt(map, 'alike').map(stripped),
        percentile: number('percentile', 0, 100, 99),
        factor: number('factor', 0.01, 1_000, 1),
        floor: number('floor', 1, 10_000, null),
        learning: number('learning', 1, 50_000, null),
      }
  }
}

const longestMs = 366 * 86_400_000

function mapAt(map: PlainMap | null, key: string): PlainMap | null {
  const value: Plain | undefined = map?.get(key)
  return value instanceof Map ? value : null
}
