// Turns the tree of a fragment into a flat list of fields to write, so that a template is understood once only.
// SPDX-License-Identifier: EUPL-1.2
import { fieldName } from '../event/fields.ts'
import type { AttributeNode, ElementNode, Instance, Part } from './fragment.ts'

/** Where in an event a fragment stands: it decides the names of fields. */
export type Section = 'document' | 'event' | 'system' | 'eventData' | 'userData' | 'rendering'

export interface PlanItem {
  /** Name of the field; null where `nameParts` say it. */
  readonly name: string | null
  readonly nameParts: readonly Part[]
  /** Index of the value where it is the whole content, else -1. */
  readonly only: number
  readonly parts: readonly Part[]
  /** What is written where there is no value: null writes null, undefined nothing. */
  readonly missing: null | undefined
  /** Section of a fragment that a value may hold. */
  readonly section: Section
  /** Position of a template instance that stands here, else -1. */
  readonly instanceAt: number
  /** The instant of the event. */
  readonly isTime: boolean
  /** A number of System, which an exported log may hold as text. */
  readonly isNumber: boolean
  /** No other item of an event writes this field, as far as the fragment shows. */
  unique: boolean
}

export interface Plan {
  readonly items: readonly PlanItem[]
  /** Whether all its fields are of the part System, so that a fragment within it cannot write the same ones. */
  readonly onlySystem: boolean
}

/** Fields of the part System. They keep their names where the event's own data uses the same. */
export const systemFields: ReadonlySet<string> = new Set([
  'Provider_Name',
  'Provider_Guid',
  'Provider_EventSourceName',
  'EventID',
  'EventID_Qualifiers',
  'Version',
  'Level',
  'Task',
  'Opcode',
  'Keywords',
  'TimeCreated_SystemTime',
  'EventRecordID',
  'Correlation_ActivityID',
  'Correlation_RelatedActivityID',
  'Execution_ProcessID',
  'Execution_ThreadID',
  'Channel',
  'Computer',
  'Security_UserID',
])

const systemNumbers: ReadonlySet<string> = new Set([
  'EventID',
  'EventID_Qualifiers',
  'Version',
  'Level',
  'Task',
  'Opcode',
  'EventRecordID',
  'Execution_ProcessID',
  'Execution_ThreadID',
])

/** Prefix for a field that System has too: a cleared log has a `Channel` of its own (event 104). */
export const sectionPrefix: Readonly<Record<Section, string>> = {
  document: 'Event_',
  event: 'Event_',
  system: 'System_',
  eventData: 'EventData_',
  userData: 'UserData_',
  rendering: 'RenderingInfo_',
}

export function buildPlan(elements: readonly ElementNode[], section: Section): Plan {
  const items: PlanItem[] = []
  for (const element of elements) planElement(element, section, items)
  const counts = new Map<string, number>()
  for (const { name } of items) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const item of items) {
    if (item.name === null || counts.get(item.name) !== 1) continue
    item.unique = (item.section === 'system') === systemFields.has(item.name)
  }
  const onlySystem = items.every(
    ({ section, only }) => section === 'system' || (section === 'event' && only >= 0),
  )
  return { items, onlySystem }
}

const sectionsOfEvent: ReadonlyMap<string, Section> = new Map([
  ['System', 'system'],
  ['EventData', 'eventData'],
  ['UserData', 'userData'],
  ['RenderingInfo', 'rendering'],
])

function planElement(element: ElementNode, section: Section, items: PlanItem[]): void {
  if (section === 'document') planContainer(element, element.name === 'Event' ? 'event' : 'userData', items)
  else if (section === 'event') planContainer(element, sectionsOfEvent.get(element.name) ?? 'userData', items)
  else planField(element, section, items)
}

function planContainer(element: ElementNode, section: Section, items: PlanItem[]): void {
  planAttributes(element, element.name === 'Event' ? null : element.name, section, items)
  planChildren(element, element.name, section, items)
}

function planField(element: ElementNode, section: Section, items: PlanItem[]): void {
  const named = section === 'system' ? undefined : element.attributes.find(({ name }) => name === 'Name')
  const label = labelOf(element.name, section)
  planAttributes(element, named === undefined ? label : null, section, items)
  if (element.children.some(isElement)) planChildren(element, label, section, items)
  else {
    const texts = element.children.filter((child): child is Part => isPart(child))
    const field = named === undefined ? { name: label, nameParts: [] } : nameOf(named)
    const isBare = section === 'system' && element.children.length === 0
    const isNested = texts.length === 0 && element.children.length > 0
    if (!isBare && !isNested) items.push(itemOf(field, texts, section, null))
    planInstances(element, section, items)
  }
}

/** Values between child elements are fragments mostly; text there takes the name of the element around it. */
function planChildren(element: ElementNode, label: string, section: Section, items: PlanItem[]): void {
  for (const child of element.children) {
    if (isElement(child)) planElement(child, section, items)
    else if (isPart(child)) {
      if (typeof child === 'string' && child.trim() === '') continue
      items.push(itemOf({ name: label, nameParts: [] }, [child], section, undefined))
    }
  }
  planInstances(element, section, items)
}

function planInstances(element: ElementNode, section: Section, items: PlanItem[]): void {
  for (const child of element.children) {
    if (typeof child !== 'object' || !('instanceAt' in child)) continue
    items.push({ ...itemOf({ name: element.name, nameParts: [] }, [], section, undefined), ...child })
  }
}

/** A `label` of null leaves out what only describes the element: its name and the type of its value. */
function planAttributes(
  element: ElementNode,
  label: string | null,
  section: Section,
  items: PlanItem[],
): void {
  for (const attribute of element.attributes) {
    if (attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:')) continue
    if (label === null && (attribute.name === 'Name' || attribute.name === 'Type')) continue
    const name = fieldName(`${label ?? element.name}_${attribute.name}`)
    items.push(itemOf({ name, nameParts: [] }, attribute.parts, section, undefined))
  }
}

function labelOf(name: string, section: Section): string {
  return section === 'rendering' && name !== 'Message' ? `RenderingInfo_${name}` : name
}

type FieldLabel = Pick<PlanItem, 'name' | 'nameParts'>

function nameOf(attribute: AttributeNode): FieldLabel {
  const [first] = attribute.parts
  if (attribute.parts.every((part) => typeof part === 'string')) {
    return { name: fieldName(attribute.parts.join('')) || 'Data', nameParts: [] }
  }
  return { name: null, nameParts: first === undefined ? [] : attribute.parts }
}

function itemOf(
  label: FieldLabel,
  parts: readonly Part[],
  section: Section,
  missing: null | undefined,
): PlanItem {
  const [first] = parts
  const only = parts.length === 1 && typeof first === 'object' ? first.index : -1
  return {
    name: label.name === null ? null : fieldName(label.name),
    nameParts: label.nameParts,
    only,
    parts,
    missing,
    section,
    instanceAt: -1,
    isTime: section === 'system' && label.name === 'TimeCreated_SystemTime',
    isNumber: section === 'system' && label.name !== null && systemNumbers.has(label.name),
    unique: false,
  }
}

function isElement(child: ElementNode | Part | Instance): child is ElementNode {
  return typeof child === 'object' && 'attributes' in child
}

function isPart(child: ElementNode | Part | Instance): child is Part {
  return typeof child === 'string' || 'index' in child
}
