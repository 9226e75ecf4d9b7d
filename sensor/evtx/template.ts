// Template definitions of a chunk, inline or by offset, each read once for each place in an event.
// SPDX-License-Identifier: EUPL-1.2
import type { ChunkBytes } from './chunk-bytes.ts'
import { type ElementNode, FragmentReader, moreFollows, token } from './fragment.ts'
import { KnownTemplates } from './known-templates.ts'
import { EvtxFault, evtxLayout, evtxLimits } from './limits.ts'
import { buildPlan, type Plan, type Section } from './plan.ts'

/** Next definition, identifier, size. */
const definitionHeaderBytes = 24
/** Token, a byte, identifier and offset of the definition. */
const instanceHeaderBytes = 10

interface InstancePlace {
  readonly definition: number
  readonly valuesAt: number
}

export class TemplatePlans {
  private readonly chunk: ChunkBytes
  private readonly plans = new Map<number, Map<Section, Plan>>()
  private readonly known = new KnownTemplates()

  constructor(chunk: ChunkBytes) {
    this.chunk = chunk
  }

  clear(): void {
    this.plans.clear()
  }

  /** Where an instance's definition and values stand. */
  locate(at: number, end: number): InstancePlace {
    const { chunk } = this
    const definition = chunk.u32(at + 6, end)
    const after = at + instanceHeaderBytes
    if (definition !== after) return { definition, valuesAt: after }
    const size = chunk.u32(definition + 20, end)
    chunk.need(definition + definitionHeaderBytes, size, end)
    return { definition, valuesAt: after + definitionHeaderBytes + size }
  }

  readonly instanceEnd = (at: number, end: number): number => {
    const { chunk } = this
    const { valuesAt } = this.locate(at, end)
    const count = chunk.u32(valuesAt, end)
    if (count > evtxLimits.maxValues) throw new EvtxFault(`${count} values at ${valuesAt}`)
    chunk.takeSteps(count)
    let after = valuesAt + 4 + count * 4
    for (let index = 0; index < count; index += 1) after += chunk.u16(valuesAt + 4 + index * 4, end)
    chunk.need(after, 0, end)
    return after
  }

  plan(definition: number, section: Section): Plan {
    let bySection = this.plans.get(definition)
    if (bySection === undefined) {
      bySection = new Map()
      this.plans.set(definition, bySection)
    }
    const known = bySection.get(section)
    if (known !== undefined) return known
    const plan = this.planOf(definition, section)
    bySection.set(section, plan)
    return plan
  }

  private planOf(definition: number, section: Section): Plan {
    const { chunk } = this
    if (definition < evtxLayout.chunkHeaderBytes) throw new EvtxFault(`a template at ${definition}`)
    const size = chunk.u32(definition + 20, chunk.length)
    const start = definition + definitionHeaderBytes
    chunk.need(start, size, chunk.length)
    const template = this.known.find(chunk, start, size)
    const plan = template?.plans.get(section)
    if (template !== null && plan !== undefined) {
      chunk.takeSteps(template.steps)
      return plan
    }
    const steps = chunk.steps
    const { elements, reader } = this.read(start, size)
    const made = buildPlan(elements, section)
    if (template !== null) template.plans.set(section, made)
    else if (reader.isSelfContained) {
      const names = reader.names.map((place) => ({ ...place, at: place.at - start }))
      const plans = new Map([[section, made]])
      this.known.keep(chunk, start, size, { plans, names, steps: chunk.steps - steps })
    }
    return made
  }

  private read(start: number, size: number): { elements: ElementNode[]; reader: FragmentReader } {
    const { chunk } = this
    const reader = new FragmentReader(chunk, start, start + size, true, this.instanceEnd)
    const elements: ElementNode[] = []
    while (reader.at < start + size) {
      const next = chunk.u8(reader.at, start + size) & ~moreFollows
      if (next === token.end) break
      if (next === token.fragmentHeader) reader.at += 4
      else if (next === token.openElement) elements.push(reader.readElement(0))
      else throw new EvtxFault(`an unexpected token at ${reader.at}`)
    }
    return { elements, reader }
  }
}
