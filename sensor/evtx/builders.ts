// Makes event logs of Windows for tests and measurements: chunks, records, templates and values, right or wrong.
// SPDX-License-Identifier: EUPL-1.2
import { crc32 } from 'node:zlib'
import { moreFollows, token } from './fragment.ts'
import { evtxLayout } from './limits.ts'
import { valueType } from './value-types.ts'

export type Content = string | { readonly value: number } | Element
export interface Element {
  readonly element: string
  readonly attributes?: Readonly<Record<string, string | { readonly value: number }>>
  readonly children?: readonly Content[]
}
/** A value: its bytes, or what writes it where it will stand. */
export interface Value {
  readonly type: number
  readonly write: (to: ChunkWriter) => void
}

export class ChunkWriter {
  readonly bytes = Buffer.alloc(evtxLayout.chunkBytes)
  at: number = evtxLayout.chunkHeaderBytes
  records = 0
  private readonly names = new Map<string, number>()
  private readonly definitions = new Map<Element, number>()

  u8(value: number): void {
    this.at = this.bytes.writeUInt8(value, this.at)
  }
  u16(value: number): void {
    this.at = this.bytes.writeUInt16LE(value, this.at)
  }
  u32(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at)
  }
  u64(value: bigint): void {
    this.at = this.bytes.writeBigUInt64LE(value, this.at)
  }
  utf16(text: string): void {
    this.at += this.bytes.write(text, this.at, 'utf16le')
  }

  name(name: string): void {
    const known = this.names.get(name)
    if (known !== undefined) {
      this.u32(known)
      return
    }
    this.u32(this.at + 4)
    this.names.set(name, this.at)
    this.u32(0)
    this.u16(0)
    this.u16(name.length)
    this.utf16(name)
    this.u16(0)
  }

  /** `dependency`: whether elements have a dependency identifier. */
  element({ element, attributes = {}, children = [] }: Element, dependency = true): void {
    const list = Object.entries(attributes)
    this.u8(token.openElement | (list.length > 0 ? moreFollows : 0))
    if (dependency) this.u16(0xffff)
    const sizeAt = this.at
    this.u32(0)
    this.name(element)
    if (list.length > 0) this.u32(0)
    for (const [index, [name, value]] of list.entries()) {
      this.u8(token.attribute | (index < list.length - 1 ? moreFollows : 0))
      this.name(name)
      this.content(value, dependency)
    }
    this.u8(children.length === 0 ? token.closeEmpty : token.closeStart)
    for (const child of children) this.content(child, dependency)
    if (children.length > 0) this.u8(token.endElement)
    this.bytes.writeUInt32LE(this.at - sizeAt - 4, sizeAt)
  }

  private content(content: Content, dependency: boolean): void {
    if (typeof content === 'string') {
      this.u8(token.value)
      this.u8(valueType.text)
      this.u16(content.length)
      this.utf16(content)
    } else if ('value' in content) {
      this.u8(token.optionalSubstitution)
      this.u16(content.value)
      this.u8(valueType.text)
    } else this.element(content, dependency)
  }

  fragmentHeader(): void {
    this.u32(0x0001010f)
  }

  /** An instance of a template; its definition stands inline the first time. */
  instance(definition: Element, values: readonly Value[]): void {
    const known = this.definitions.get(definition)
    this.instanceHead(known ?? this.at + 10)
    if (known === undefined) this.define(definition)
    this.values(values)
  }

  instanceHead(definitionAt: number): void {
    this.u8(token.templateInstance)
    this.u8(1)
    this.u32(0)
    this.u32(definitionAt)
  }

  private define(definition: Element): void {
    this.definitions.set(definition, this.at)
    this.at += 20
    const sizeAt = this.at
    this.u32(0)
    this.fragmentHeader()
    this.element(definition)
    this.u8(token.end)
    this.bytes.writeUInt32LE(this.at - sizeAt - 4, sizeAt)
  }

  values(values: readonly Value[]): void {
    this.u32(values.length)
    const table = this.at
    this.at += values.length * 4
    for (const [index, { type, write }] of values.entries()) {
      const start = this.at
      write(this)
      this.bytes.writeUInt16LE(this.at - start, table + index * 4)
      this.bytes.writeUInt8(type, table + index * 4 + 2)
    }
  }

  record(write: (to: ChunkWriter) => void, id = this.records + 1, fileTime = 0n): void {
    const start = this.at
    this.u32(0x00002a2a)
    this.u32(0)
    this.u64(BigInt(id))
    this.u64(fileTime)
    write(this)
    while ((this.at + 4) % 8 !== 0) this.u8(token.end)
    const size = this.at + 4 - start
    this.bytes.writeUInt32LE(size, start + 4)
    this.u32(size)
    this.records += 1
  }

  finish(): Buffer {
    const { bytes } = this
    bytes.write('ElfChnk\0', 0, 'latin1')
    bytes.writeUInt32LE(128, 40)
    bytes.writeUInt32LE(this.at, 48)
    bytes.writeUInt32LE(crc32(bytes.subarray(512, this.at)), 52)
    bytes.writeUInt32LE(crc32(bytes.subarray(128, 512), crc32(bytes.subarray(0, 120))), 124)
    return bytes
  }
}

export function logOf(...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(evtxLayout.fileHeaderBytes)
  header.write('ElfFile\0', 0, 'latin1')
  header.writeUInt32LE(128, 32)
  header.writeUInt16LE(evtxLayout.fileHeaderBytes, 40)
  header.writeUInt16LE(chunks.length, 42)
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124)
  return Buffer.concat([header, ...chunks])
}

export const textValue = (text: string): Value => ({
  type: valueType.text,
  write: (to) => to.utf16(text),
})
export const numberValue = (value: number): Value => ({
  type: valueType.uint32,
  write: (to) => to.u32(value),
})
export const noValue: Value = { type: valueType.none, write: () => {} }
export const bytesValue = (type: number, ...bytes: readonly number[]): Value => ({
  type,
  write: (to) => {
    for (const byte of bytes) to.u8(byte)
  },
})
export const fileTimeValue = (ticks: bigint): Value => ({
  type: valueType.fileTime,
  write: (to) => to.u64(ticks),
})
export const fragmentValue = (write: (to: ChunkWriter) => void): Value => ({
  type: valueType.fragment,
  write,
})

/** The form of nearly every event of Windows: its own data stand in a template within the first one. */
export const eventTemplate: Element = {
  element: 'Event',
  attributes: { xmlns: 'http://schemas.microsoft.com/win/2004/08/events/event' },
  children: [
    {
      element: 'System',
      children: [
        { element: 'Provider', attributes: { Name: { value: 0 } } },
        { element: 'EventID', children: [{ value: 1 }] },
        { element: 'TimeCreated', attributes: { SystemTime: { value: 2 } } },
        { element: 'Correlation', attributes: { ActivityID: { value: 5 } } },
        { element: 'Channel', children: ['Security'] },
        { element: 'Computer', children: [{ value: 3 }] },
      ],
    },
    { value: 4 },
  ],
}

export const created = 134_087_028_101_653_241n

export function eventValues(eventId: number, data: Value): Value[] {
  return [
    textValue('Invented-Provider'),
    numberValue(eventId),
    fileTimeValue(created),
    textValue('ws1.invented.example'),
    data,
    noValue,
  ]
}
