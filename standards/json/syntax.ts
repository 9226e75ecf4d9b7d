// Says where a text stops being JSON; runs only after the parser refused the text.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import { quoteForeign } from './foreign.ts'
import { firstWrongOffset } from './grammar.ts'

const sendAgain = 'Fetch or export the document again; check that the transfer was complete.'

/** `json/truncated` if the text ends too early, else `json/syntax`, with line and column. */
export function findSyntaxFault(text: string): Fault {
  const offset = firstWrongOffset(text)
  const place = placeOf(text, offset)
  if (text.trim() === '') {
    return { code: 'json/empty', place, detail: 'The document is empty.', remedy: sendAgain }
  }
  if (offset >= text.length) {
    const detail = 'The document ends in the middle; a part is missing.'
    return { code: 'json/truncated', place, detail, remedy: sendAgain }
  }
  const detail = `This is not JSON from here on: ${quoteForeign(text.slice(offset, offset + 30))}.`
  const remedy = 'Correct the document at this place, or export it again.'
  return { code: 'json/syntax', place, detail, remedy }
}

/** `line 3, column 7`, counted from one. */
export function placeOf(text: string, offset: number): string {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return `line ${line}, column ${offset - lineStart + 1}`
}
