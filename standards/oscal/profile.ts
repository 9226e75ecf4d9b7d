// The controls that a profile names; their texts stand in the catalogue that it imports.
// SPDX-License-Identifier: EUPL-1.2
import { type FaultCollector, type JsonNode, objectAt, objectsAt, textsAt } from '../json/index.ts'
import type { OscalControl } from './document.ts'

export function controlsOfProfile(profile: JsonNode, warnings: FaultCollector): readonly OscalControl[] {
  const ids = objectsAt(profile, 'imports').flatMap((one) => {
    if (objectAt(one, 'include-all'))
      warnings.add(
        'include-all',
        `${one.pointer}/include-all`,
        'The profile takes every control of another catalogue, which is not in this file; those are left out.',
        'Import the resolved profile instead.',
      )
    const excluded = new Set(objectsAt(one, 'exclude-controls').flatMap((list) => textsAt(list, 'with-ids')))
    return objectsAt(one, 'include-controls')
      .flatMap((list) => textsAt(list, 'with-ids'))
      .filter((id) => !excluded.has(id))
  })
  return [...new Set(ids)].map((id) => ({
    id: id.slice(0, 120),
    label: id.slice(0, 120).toUpperCase(),
    title: null,
    text: null,
    depth: 1,
    isControl: true,
  }))
}
