// The mapping sets of a library: which requirement of one framework stands for which of another.
// SPDX-License-Identifier: EUPL-1.2
import { type FaultCollector, type JsonNode, objectsAt, textAt } from '../json/index.ts'
import { type CisoMapping, lastOfUrn, localPart, relationships } from './library.ts'
import { maxMappings } from './limits.ts'

export function mappingsAt(objects: JsonNode, faults: FaultCollector): readonly CisoMapping[] {
  const sets = objectsAt(objects, 'requirement_mapping_sets')
  const all = sets.flatMap((set) => mappingsOf(set, faults))
  if (all.length <= maxMappings) return all
  faults.add(
    'too-many',
    '/objects/requirement_mapping_sets',
    `${all.length} mappings; at most ${maxMappings} are read.`,
    'Split the file.',
  )
  return []
}

function mappingsOf(set: JsonNode, faults: FaultCollector): readonly CisoMapping[] {
  const from = textAt(set, 'source_framework_urn')
  const to = textAt(set, 'target_framework_urn')
  if (!from || !to) {
    faults.add(
      'required',
      `${set.pointer}/${from ? 'target' : 'source'}_framework_urn`,
      'A mapping set names the two frameworks that it joins.',
      'Get the file from its publisher again.',
    )
    return []
  }
  return objectsAt(set, 'requirement_mappings').flatMap((one) => {
    const source = textAt(one, 'source_requirement_urn')
    const target = textAt(one, 'target_requirement_urn')
    const said = textAt(one, 'relationship')
    const relationship = relationships.find((known) => known === said)
    if (!source || !target || !relationship) {
      faults.add(
        'mapping',
        one.pointer,
        'A mapping needs two requirements and a relationship that is known here.',
        `Use one of ${relationships.join(', ')}.`,
      )
      return []
    }
    return {
      fromFramework: lastOfUrn(from),
      toFramework: lastOfUrn(to),
      from: localPart(source),
      to: localPart(target),
      relationship,
    }
  })
}
