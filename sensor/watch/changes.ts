// Tells whether something that a running sensor detects with has changed on the disk: names, sizes and times, not contents.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { contextFileNames } from '../health/context/read.ts'
import type { SensorConfig } from '../run/config.ts'
import { statePlaces } from '../state/places.ts'
import { findLogs } from './tail/paths.ts'

/** The pack in force, rules and filters, indicators, extracts, lists of placeholders. */
export function watchedPaths(config: SensorConfig): readonly string[] {
  const { state, rules, indicators, placeholders, context } = config
  const packs = state === undefined ? null : statePlaces(state).packs
  return [
    ...(packs === null ? [] : [join(packs, 'current'), join(packs, 'records')]),
    ...rules,
    ...indicators,
    ...(placeholders === undefined ? [] : [placeholders]),
    ...(context === undefined ? [] : contextFileNames.map((name) => join(context, name))),
  ]
}

/** Those by which indicators come. */
export function indicatorPaths({ state, indicators }: SensorConfig): readonly string[] {
  return [...(state === undefined ? [] : [join(statePlaces(state).packs, 'current')]), ...indicators]
}

/** The same text as long as nothing changed. */
export async function markOfPaths(paths: readonly string[]): Promise<string> {
  const { logs, faults } = await findLogs(paths, [])
  return createHash('sha256')
    .update(JSON.stringify([logs, [...faults]]))
    .digest('hex')
}
