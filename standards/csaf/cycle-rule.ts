// CSAF 6.1.3: no product is defined by a relationship that leads back to itself.
// SPDX-License-Identifier: EUPL-1.2
import type { RuleFinding } from './rule.ts'

interface Edge {
  readonly pointer: string
  readonly id: string
  readonly references: readonly string[]
}

/**
 * Takes away, again and again, the relationships that refer only to products without open relationships;
 * what stays lies on a cycle or builds on one. The library searches every path instead, which doubles with
 * each relationship that names its predecessor twice.
 */
export function findCycles(document: unknown): RuleFinding[] {
  const edges = readEdges(document)
  const open = new Map<string, number>()
  for (const { id } of edges) open.set(id, (open.get(id) ?? 0) + 1)
  const dependents = groupByReference(edges)
  const waitingFor = edges.map(({ references }) => references.filter((id) => open.has(id)).length)
  const ready = edges.filter((_, at) => waitingFor[at] === 0)
  for (let edge = ready.pop(); edge !== undefined; edge = ready.pop()) {
    const left = (open.get(edge.id) ?? 0) - 1
    open.set(edge.id, left)
    if (left > 0) continue
    for (const at of dependents.get(edge.id) ?? []) {
      const waiting = (waitingFor[at] ?? 0) - 1
      waitingFor[at] = waiting
      const dependent = edges[at]
      if (waiting === 0 && dependent !== undefined) ready.push(dependent)
    }
  }
  return edges.filter((_, at) => (waitingFor[at] ?? 0) > 0).map(toFinding)
}

/** Positions in the list of edges, once for each reference. */
function groupByReference(edges: readonly Edge[]): ReadonlyMap<string, readonly number[]> {
  const dependents = new Map<string, number[]>()
  for (const [at, { references }] of edges.entries()) {
    for (const id of references) {
      const known = dependents.get(id)
      if (known === undefined) dependents.set(id, [at])
      else known.push(at)
    }
  }
  return dependents
}

function toFinding({ pointer, id }: Edge): RuleFinding {
  return {
    instancePath: pointer,
    message: `the relationships of "${id.slice(0, 60)}" lead back to themselves`,
  }
}

/** Relationships of 2.0, product paths of 2.1. */
function readEdges(document: unknown): Edge[] {
  const tree = at(document, 'product_tree')
  return ['relationships', 'product_paths'].flatMap((key) =>
    listAt(tree, key).flatMap((edge, index) => {
      const id = at(at(edge, 'full_product_name'), 'product_id')
      if (typeof id !== 'string') return []
      return [{ pointer: `/product_tree/${key}/${index}`, id, references: referencesOf(edge) }]
    }),
  )
}

function referencesOf(edge: unknown): string[] {
  const named = ['product_reference', 'relates_to_product_reference', 'beginning_product_reference']
  const steps = listAt(edge, 'subpaths').map((step) => at(step, 'next_product_reference'))
  return [...named.map((key) => at(edge, key)), ...steps].filter((reference) => typeof reference === 'string')
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key)
  return Array.isArray(list) ? list : []
}

function at(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined
  return Object.getOwnPropertyDescriptor(value, key)?.value
}
