// XML read as a stream of tags, without DOCTYPE, entities or unbounded depth.
// SPDX-License-Identifier: EUPL-1.2
import { SaxesParser } from 'saxes'
import { quote } from '../inventory/quote.ts'
import { doctypeRefusal, maxXmlDepth, maxXmlElements, maxXmlTextCharacters, XmlRefusal } from './limits.ts'

export interface XmlTag {
  /** Name without prefix. */
  readonly name: string
  readonly namespace: string
  readonly attributes: ReadonlyMap<string, string>
}

export interface XmlHandler {
  readonly open: (tag: XmlTag, line: number) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

export interface XmlWriter {
  readonly write: (text: string) => void
  readonly end: () => void
}

/** Throws XmlRefusal from `write` and `end`; what a handler throws passes through. */
export function openXmlReader(handler: XmlHandler, mostElements = maxXmlElements): XmlWriter {
  const parser = new SaxesParser({ xmlns: true, position: true })
  let depth = 0
  let elements = 0
  let textCharacters = 0

  parser.on('error', (error) => {
    throw malformed(parser.line, error)
  })
  parser.on('doctype', () => {
    throw doctypeRefusal(parser.line)
  })
  parser.on('opentag', (tag) => {
    depth += 1
    elements += 1
    textCharacters = 0
    if (depth > maxXmlDepth) throw tooMuch(parser.line, `elements nested deeper than ${maxXmlDepth}`)
    if (elements > mostElements) throw tooMuch(parser.line, `more than ${mostElements} elements`)
    const attributes = new Map(Object.values(tag.attributes).map((a) => [a.name, a.value]))
    handler.open({ name: tag.local, namespace: tag.uri, attributes }, parser.line)
  })
  const takeText = (text: string): void => {
    textCharacters += text.length
    if (textCharacters > maxXmlTextCharacters) {
      throw tooMuch(parser.line, `an element with more than ${maxXmlTextCharacters} characters of text`)
    }
    handler.text(text)
  }
  parser.on('text', takeText)
  parser.on('cdata', takeText)
  parser.on('closetag', (tag) => {
    depth -= 1
    textCharacters = 0
    handler.close(tag.local)
  })
  return { write: (text) => void parser.write(text), end: () => void parser.close() }
}

function tooMuch(line: number, what: string): XmlRefusal {
  return new XmlRefusal({
    code: 'xml/too-large',
    place: `line ${line}`,
    detail: `The document has ${what}.`,
    remedy: 'Split the document into smaller ones, or ask its maker for a flat export.',
  })
}

function malformed(line: number, error: Error): XmlRefusal {
  return new XmlRefusal({
    code: 'xml/malformed',
    place: `line ${line}`,
    detail: `The document is not well-formed XML: ${quote(error.message, 150)}`,
    remedy: 'Check that the file was transferred whole, and export it again.',
  })
}
