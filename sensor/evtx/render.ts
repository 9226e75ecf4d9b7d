// Writes the fields of one record: template instances within each other, each by its plan.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type FieldValue, setField } from '../event/event.ts'
import type { ChunkBytes } from './chunk-bytes.ts'
import { FragmentReader, moreFollows, type Part, token } from './fragment.ts'
import { EvtxFault, evtxLimits } from './limits.ts'
import { buildPlan, type Plan, type PlanItem, type Section, sectionPrefix, systemFields } from './plan.ts'
import { Scratch } from './scratch.ts'
import { TemplatePlans } from './template.ts'
import { ValueTable } from './values.ts'

export class RecordRenderer {
  private readonly chunk: ChunkBytes
  private readonly scratch = new Scratch()
  private readonly tables: ValueTable[] = []
  private readonly templates: TemplatePlans
  private fields: Fields = emptyFields()
  /** The instant that the last event gives itself, in milliseconds since 1970. */
  createdAt: number | null = null

  constructor(chunk: ChunkBytes) {
    this.chunk = chunk
    this.templates = new TemplatePlans(chunk)
  }

  /** To be called when the chunk holds other bytes. */
  forget(): void {
    this.templates.clear()
  }

  /** Throws EvtxFault. */
  render(at: number, end: number): Fields {
    this.fields = emptyFields()
    this.createdAt = null
    this.chunk.startRecord()
    this.renderFragment(at, end, 'document', 0, false)
    if (this.fields.EventID === undefined && Object.keys(this.fields).length === 0) {
      throw new EvtxFault('it holds no event')
    }
    return this.fields
  }

  /** `careful`: another fragment may have written the same fields. */
  private renderFragment(
    start: number,
    end: number,
    section: Section,
    depth: number,
    careful: boolean,
  ): void {
    if (depth > evtxLimits.maxFragmentDepth) {
      throw new EvtxFault(`fragments nested deeper than ${evtxLimits.maxFragmentDepth}`)
    }
    let at = start
    let first = true
    while (at < end) {
      const next = this.chunk.u8(at, end) & ~moreFollows
      if (next === token.end) return
      if (next === token.fragmentHeader) at += 4
      else if (next === token.templateInstance) {
        at = this.renderInstance(at, end, section, depth, careful || !first)
        first = false
      } else {
        at = this.renderElement(at, end, section, depth)
        first = false
      }
    }
  }

  /** An element without a template, as in events written by hand into a record. */
  private renderElement(start: number, end: number, section: Section, depth: number): number {
    const { chunk, templates } = this
    if ((chunk.u8(start, end) & ~moreFollows) !== token.openElement) {
      throw new EvtxFault(`an unexpected token at ${start}`)
    }
    const reader = new FragmentReader(chunk, start, end, false, templates.instanceEnd)
    this.writePlan(buildPlan([reader.readElement(0)], section), null, depth, true)
    return reader.at
  }

  private renderInstance(at: number, end: number, section: Section, depth: number, careful: boolean): number {
    const { definition, valuesAt } = this.templates.locate(at, end)
    const table = this.tableAt(depth)
    const after = table.load(valuesAt, end)
    const plan = this.templates.plan(definition, section)
    table.prepare()
    this.writePlan(plan, table, depth, careful)
    return after
  }

  private tableAt(depth: number): ValueTable {
    const known = this.tables[depth]
    if (known !== undefined) return known
    const table = new ValueTable(this.chunk, this.scratch)
    this.tables[depth] = table
    return table
  }

  private writePlan(
    { items, onlySystem }: Plan,
    table: ValueTable | null,
    depth: number,
    careful: boolean,
  ): void {
    this.chunk.takeSteps(items.length)
    let within = 0
    for (const item of items) {
      if (item.instanceAt >= 0) {
        this.renderNested(item.instanceAt, this.chunk.length, item.section, depth)
        continue
      }
      const fragment = item.only >= 0 && table !== null ? table.fragmentAt(item.only) : null
      if (fragment === null) {
        this.writeItem(item, table, careful)
        continue
      }
      const inner = careful || within > 0 || !onlySystem
      this.renderFragment(fragment.at, fragment.end, item.section, depth + 1, inner)
      within += 1
    }
  }

  private renderNested(at: number, end: number, section: Section, depth: number): void {
    if (depth >= evtxLimits.maxFragmentDepth) {
      throw new EvtxFault(`fragments nested deeper than ${evtxLimits.maxFragmentDepth}`)
    }
    this.renderInstance(at, end, section, depth + 1, true)
  }

  private writeItem(item: PlanItem, table: ValueTable | null, careful: boolean): void {
    const value = item.only >= 0 ? (table?.value(item.only) ?? null) : joined(item.parts, table)
    const given = (item.isNumber ? numberOf(value) : value) ?? item.missing
    if (given === undefined) return
    if (typeof given === 'string') this.chunk.takeUnits(given.length)
    if (item.isTime) this.createdAt = table?.instant(item.only) ?? instantOf(given)
    const name = item.name ?? String(joined(item.nameParts, table) ?? 'Data')
    if (item.unique && !careful) this.fields[name] = given
    else this.write(name, given, item.section)
  }

  private write(name: string, value: FieldValue, section: Section): void {
    const taken = section !== 'system' && systemFields.has(name)
    setField(this.fields, taken ? sectionPrefix[section] + name : name, value)
  }
}

/** A log that was exported and imported again holds text where Windows wrote numbers. */
function numberOf(value: FieldValue): FieldValue {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
}

function instantOf(value: FieldValue): number | null {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(instant) ? null : instant
}

function joined(parts: readonly Part[], table: ValueTable | null): FieldValue {
  if (parts.length === 0) return null
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += part
    else text += textOf(table?.value(part.index) ?? null)
  }
  return text
}

function textOf(value: FieldValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? value.join(', ') : String(value)
}
