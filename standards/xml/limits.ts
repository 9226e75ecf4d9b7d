// What an XML document from outside may hold at most, and the refusal when it holds more.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'

export const maxXmlBytes = 50 * 1024 * 1024
export const maxXmlDepth = 200
export const maxXmlElements = 3_000_000
/** Text of one element. */
export const maxXmlTextCharacters = 1_000_000

/** Thrown inside the XML readers only; leaves them as a Fault. */
export class XmlRefusal extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.detail)
    this.fault = fault
  }
}

export function doctypeRefusal(line: number): XmlRefusal {
  return new XmlRefusal({
    code: 'xml/doctype',
    place: `line ${line}`,
    detail:
      'The document holds a DOCTYPE. Entities defined there could read files or grow without end, so it is not read.',
    remedy: 'Remove the DOCTYPE, or export the document again without one.',
  })
}
