// Safe reading of XML: as a small tree, or as a stream of tags; no DOCTYPE, no entities, no network.
// SPDX-License-Identifier: EUPL-1.2
import type { Reading } from '../fault/index.ts'
import { decodeXml } from './decode.ts'
import { maxXmlBytes, XmlRefusal } from './limits.ts'
import { openXmlReader, type XmlTag } from './stream.ts'

export { maxXmlBytes, maxXmlDepth, maxXmlElements, maxXmlTextCharacters, XmlRefusal } from './limits.ts'
export { openXmlReader, type XmlHandler, type XmlTag, type XmlWriter } from './stream.ts'

export interface XmlElement extends XmlTag {
  readonly line: number
  readonly children: readonly XmlElement[]
  /** Own text, without that of the children. */
  readonly text: string
}

export function readXml(bytes: Uint8Array): Reading<XmlElement> {
  if (bytes.byteLength > maxXmlBytes) return refuse(tooManyBytes(bytes.byteLength))
  try {
    return { outcome: 'read', value: buildTree(decodeXml(bytes)), warnings: [] }
  } catch (error) {
    if (error instanceof XmlRefusal) return refuse(error)
    throw error
  }
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

function buildTree(text: string): XmlElement {
  const open: OpenElement[] = []
  let root: OpenElement | null = null
  const reader = openXmlReader({
    open: (tag, line) => {
      const element: OpenElement = { ...tag, line, children: [], text: '' }
      open.at(-1)?.children.push(element)
      root ??= element
      open.push(element)
    },
    text: (part) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += part
    },
    close: () => void open.pop(),
  })
  reader.write(text)
  reader.end()
  if (root === null) throw new XmlRefusal(noElement)
  return root
}

const noElement = {
  code: 'xml/malformed',
  place: 'line 1',
  detail: 'The document holds no element.',
  remedy: 'Check that the file was transferred whole, and export it again.',
}

function tooManyBytes(size: number): XmlRefusal {
  return new XmlRefusal({
    code: 'xml/too-large',
    place: 'line 1',
    detail: `The document has ${size} bytes; at most ${maxXmlBytes} are read.`,
    remedy: 'Split the document into smaller ones.',
  })
}

function refuse(refusal: XmlRefusal): { outcome: 'refused'; faults: [XmlRefusal['fault']] } {
  return { outcome: 'refused', faults: [refusal.fault] }
}
