// The formats that travel inside of a syslog message, or stand alone in a line.
// SPDX-License-Identifier: EUPL-1.2
import { readAtnaText } from './atna.ts'
import { readAuditd } from './auditd.ts'
import { readBindQuery } from './bind.ts'
import { readCef } from './cef.ts'
import { readFhirText } from './fhir-audit.ts'
import { readFirewall } from './firewall.ts'
import { readHl7 } from './hl7.ts'
import { readLeef } from './leef.ts'
import type { ReadingContext } from './parser.ts'
import type { LineReading } from './record.ts'

/** null where the text is not of the format. */
export type BodyReader = (text: string, context: ReadingContext) => LineReading

/** Formats with patients first: what is theirs must never be taken for plain text. */
const bodyReaders: readonly BodyReader[] = [
  readHl7,
  readFhirText,
  readAtnaText,
  readCef,
  readLeef,
  readAuditd,
  readFirewall,
  readBindQuery,
]

export function readBody(text: string, context: ReadingContext): LineReading {
  for (const read of bodyReaders) {
    const reading = read(text, context)
    if (reading !== null) return reading
  }
  return null
}
