// Walks the groups and controls of a catalogue in the order of the document.
// SPDX-License-Identifier: EUPL-1.2
import { type FaultCollector, type JsonNode, objectsAt, textAt } from '../json/index.ts'
import type { OscalControl } from './document.ts'
import { maxEntries, maxNesting } from './limits.ts'
import { statementOf } from './statement.ts'

export function controlsOfCatalog(
  catalog: JsonNode,
  faults: FaultCollector,
  warnings: FaultCollector,
): readonly OscalControl[] {
  const found: OscalControl[] = []
  walk(catalog, 1, { found, faults, warnings })
  return found
}

interface Walk {
  readonly found: OscalControl[]
  readonly faults: FaultCollector
  readonly warnings: FaultCollector
}

function walk(node: JsonNode, depth: number, to: Walk): void {
  if (depth > maxNesting) {
    to.faults.add(
      'too-deep',
      node.pointer,
      `Groups and controls are nested more than ${maxNesting} deep.`,
      'Check where the document comes from.',
    )
    return
  }
  for (const group of objectsAt(node, 'groups')) {
    const title = textAt(group, 'title')
    const id = textAt(group, 'id') ?? title
    if (id && to.found.length <= maxEntries)
      to.found.push({
        id: clip(id),
        label: labelOf(group) ?? clip(id),
        title,
        text: null,
        depth,
        isControl: false,
      })
    walk(group, depth + 1, to)
  }
  for (const control of objectsAt(node, 'controls')) takeControl(control, depth, to)
}

function takeControl(control: JsonNode, depth: number, to: Walk): void {
  // One more than is read, so that the reader refuses it; the rest is not kept.
  if (to.found.length > maxEntries) return
  const id = textAt(control, 'id')
  const title = textAt(control, 'title')
  if (!id || !title) {
    to.faults.add(
      'required',
      `${control.pointer}/${id ? 'title' : 'id'}`,
      'A control needs an id and a title.',
      'Ask the publisher for a complete document.',
    )
    return
  }
  if (isWithdrawn(control)) {
    to.warnings.add(
      'withdrawn',
      control.pointer,
      `The publisher has withdrawn ${clip(id)}; it was left out.`,
      'Nothing: its successor stands elsewhere in the catalogue.',
    )
    return
  }
  to.found.push({
    id: clip(id),
    label: labelOf(control) ?? clip(id),
    title,
    text: statementOf(control),
    depth,
    isControl: true,
  })
  walk(control, depth + 1, to)
}

function isWithdrawn(control: JsonNode): boolean {
  return objectsAt(control, 'props').some(
    (prop) => textAt(prop, 'name') === 'status' && textAt(prop, 'value')?.toLowerCase() === 'withdrawn',
  )
}

/** The plain label, not the one padded with zeros for sorting. */
function labelOf(node: JsonNode): string | null {
  const labels = objectsAt(node, 'props').filter((prop) => textAt(prop, 'name') === 'label')
  const plain = labels.find((prop) => textAt(prop, 'class') === null) ?? labels[0]
  const label = plain && textAt(plain, 'value')
  return label ? clip(label) : null
}

const maxIdCharacters = 120

function clip(text: string): string {
  return text.slice(0, maxIdCharacters)
}
