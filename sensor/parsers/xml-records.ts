// Cuts a stream of XML into the records of one name, without reading what is around them.
// SPDX-License-Identifier: EUPL-1.2
import { asUtf8 } from './lines.ts'
import { lineLimits } from './parser.ts'

export interface XmlPiece {
  /** The text of the record; null where it could not be cut out. */
  readonly text: string | null
  readonly bytes: number
  /** Why `text` is null. */
  readonly fault: string
}

const keepForMark = 64

/** A document with a DOCTYPE is refused whole: nothing of it is read from there on. */
export async function* xmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  names: readonly string[],
): AsyncGenerator<XmlPiece> {
  const open = new RegExp(`<(${names.join('|')})(?=[\\s>/])|<!DOCTYPE`)
  const decoder = new TextDecoder()
  let text = ''
  let name: string | null = null
  let searched = 0
  for await (const chunk of asUtf8(chunks)) {
    text += decoder.decode(chunk, { stream: true })
    for (;;) {
      if (name === null) {
        const found = open.exec(text)
        if (found === null) {
          text = text.slice(-keepForMark)
          break
        }
        text = text.slice(found.index)
        if (found[1] === undefined) {
          yield {
            text: null,
            bytes: Buffer.byteLength(text),
            fault: 'it holds a DOCTYPE and is not read further',
          }
          return
        }
        name = found[1]
      }
      const end = text.indexOf(`</${name}>`, Math.max(0, searched - keepForMark))
      searched = text.length
      if (end === -1 && text.length <= lineLimits.maxLineBytes) break
      searched = 0
      const length = end === -1 ? text.length : end + name.length + 3
      yield pieceOf(text.slice(0, length))
      text = text.slice(length)
      name = null
    }
  }
  if (name !== null) yield { text: null, bytes: Buffer.byteLength(text), fault: 'it is cut off' }
}

function pieceOf(text: string): XmlPiece {
  const bytes = Buffer.byteLength(text)
  if (bytes <= lineLimits.maxLineBytes) return { text, bytes, fault: '' }
  return { text: null, bytes, fault: `it is longer than ${lineLimits.maxLineBytes} bytes` }
}
