// Reads a fragment of BinXML into a small tree: elements, attributes, texts and places for values.
// SPDX-License-Identifier: EUPL-1.2
import type { ChunkBytes } from './chunk-bytes.ts'
import { EvtxFault, evtxLimits } from './limits.ts'

export const token = {
  end: 0x00,
  openElement: 0x01,
  closeStart: 0x02,
  closeEmpty: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  cdata: 0x07,
  characterReference: 0x08,
  entityReference: 0x09,
  instructionTarget: 0x0a,
  instructionData: 0x0b,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
} as const

/** Set on a token that has attributes, or that another of its kind follows. */
export const moreFollows = 0x40

export interface Substitution {
  readonly index: number
}
/** A template instance within a fragment: where its token stands. */
export interface Instance {
  readonly instanceAt: number
}
export type Part = string | Substitution
export type Child = Part | Instance | ElementNode

export interface AttributeNode {
  readonly name: string
  readonly parts: readonly Part[]
}
export interface ElementNode {
  readonly name: string
  readonly attributes: readonly AttributeNode[]
  readonly children: readonly Child[]
}

/** Where a fragment refers to a name: at `at` stands its place in the chunk, and behind it perhaps the name itself. */
export interface NamePlace {
  readonly at: number
  readonly name: string
  readonly isInline: boolean
}

/** How far a template instance reaches; known to the caller, as it needs the table of values. */
export type InstanceEnd = (at: number, end: number) => number

export class FragmentReader {
  at: number
  private readonly chunk: ChunkBytes
  private readonly end: number
  private readonly instanceEnd: InstanceEnd
  private hasDependency: boolean
  readonly names: NamePlace[] = []
  /** Whether nothing but its own bytes and its names decided how the fragment was read. */
  isSelfContained = true

  /** `hasDependency`: whether a dependency identifier is expected in elements, as in template definitions. */
  constructor(chunk: ChunkBytes, at: number, end: number, hasDependency: boolean, instanceEnd: InstanceEnd) {
    this.chunk = chunk
    this.at = at
    this.end = end
    this.hasDependency = hasDependency
    this.instanceEnd = instanceEnd
  }

  readElement(depth: number): ElementNode {
    if (depth > evtxLimits.maxElementDepth) {
      throw new EvtxFault(`elements nested deeper than ${evtxLimits.maxElementDepth}`)
    }
    this.chunk.takeSteps(1)
    const opening = this.take()
    this.skipElementHeader()
    const name = this.readName()
    if ((opening & moreFollows) !== 0) this.skip(4)
    const attributes = this.readAttributes()
    const closing = this.take()
    if (closing === token.closeEmpty) return { name, attributes, children: [] }
    if (closing !== token.closeStart) throw this.unexpected(closing)
    return { name, attributes, children: this.readContent(depth) }
  }

  /**
   * The dependency identifier is there in template definitions and mostly absent elsewhere, without a mark. A name
   * that cannot be one tells the other layout apart.
   */
  private skipElementHeader(): void {
    const expected = this.hasDependency ? 6 : 4
    const other = this.hasDependency ? 4 : 6
    if (!this.nameFollows(this.at + expected) && this.nameFollows(this.at + other)) {
      this.hasDependency = !this.hasDependency
      this.isSelfContained = false
      this.skip(other)
    } else {
      this.skip(expected)
    }
  }

  private nameFollows(at: number): boolean {
    if (at + 4 > this.end) return false
    return this.chunk.nameBytes(this.chunk.view.getUint32(at, true)) !== null
  }

  private readName(): string {
    const offset = this.chunk.u32(this.at, this.end)
    this.at += 4
    const name = this.chunk.name(offset)
    this.names.push({ at: this.at - 4, name, isInline: offset === this.at })
    if (offset === this.at) this.skip(this.chunk.nameBytes(offset) ?? 0)
    return name
  }

  private readAttributes(): AttributeNode[] {
    const attributes: AttributeNode[] = []
    while ((this.peek() & ~moreFollows) === token.attribute) {
      this.chunk.takeSteps(1)
      this.at += 1
      const name = this.readName()
      const parts: Part[] = []
      for (let part = this.readPart(); part !== null; part = this.readPart()) parts.push(part)
      attributes.push({ name, parts })
    }
    return attributes
  }

  private readContent(depth: number): Child[] {
    const children: Child[] = []
    for (;;) {
      const next = this.peek() & ~moreFollows
      if (next === token.endElement) {
        this.at += 1
        return children
      }
      children.push(this.readChild(next, depth))
    }
  }

  private readChild(next: number, depth: number): Child {
    if (next === token.openElement) return this.readElement(depth + 1)
    if (next === token.templateInstance) {
      const instanceAt = this.at
      this.isSelfContained = false
      this.at = this.instanceEnd(instanceAt, this.end)
      return { instanceAt }
    }
    const part = this.readPart()
    if (part === null) throw this.unexpected(next)
    return part
  }

  /** null where something else than text follows. */
  private readPart(): Part | null {
    const next = this.peek() & ~moreFollows
    const read = partReaders[next]
    if (read === undefined) return null
    this.chunk.takeSteps(1)
    this.at += 1
    return read(this)
  }

  readSubstitution(): Substitution {
    const index = this.chunk.u16(this.at, this.end)
    this.skip(3)
    return { index }
  }

  readValue(): string {
    const type = this.take()
    if (type !== 0x01) throw new EvtxFault(`a text of type ${type} at ${this.at}`)
    return this.readCounted()
  }

  /** Text after its number of UTF-16 units. */
  readCounted(): string {
    const units = this.chunk.u16(this.at, this.end)
    this.at += 2
    this.chunk.takeUnits(units)
    const text = this.chunk.text(this.at, units, this.end)
    this.at += units * 2
    return text
  }

  readCharacter(): string {
    const code = this.chunk.u16(this.at, this.end)
    this.at += 2
    return String.fromCharCode(code)
  }

  readEntity(): string {
    const name = this.readName()
    return predefinedEntities.get(name) ?? `&${name};`
  }

  skipInstructionTarget(): string {
    this.readName()
    return ''
  }

  skipInstructionData(): string {
    this.readCounted()
    return ''
  }

  private peek(): number {
    return this.chunk.u8(this.at, this.end)
  }

  private take(): number {
    const value = this.peek()
    this.at += 1
    return value
  }

  private skip(count: number): void {
    this.chunk.need(this.at, count, this.end)
    this.at += count
  }

  private unexpected(found: number): EvtxFault {
    return new EvtxFault(`an unexpected token ${found} before ${this.at}`)
  }
}

const partReaders: Readonly<Record<number, (reader: FragmentReader) => Part>> = {
  [token.value]: (reader) => reader.readValue(),
  [token.cdata]: (reader) => reader.readCounted(),
  [token.characterReference]: (reader) => reader.readCharacter(),
  [token.entityReference]: (reader) => reader.readEntity(),
  [token.instructionTarget]: (reader) => reader.skipInstructionTarget(),
  [token.instructionData]: (reader) => reader.skipInstructionData(),
  [token.substitution]: (reader) => reader.readSubstitution(),
  [token.optionalSubstitution]: (reader) => reader.readSubstitution(),
}

const predefinedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
