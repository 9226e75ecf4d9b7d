// The text of an XML document from its bytes: byte order mark first, then the declared encoding, else UTF-8.
// SPDX-License-Identifier: EUPL-1.2
import { quote } from '../inventory/quote.ts'
import { XmlRefusal } from './limits.ts'

const declarationBytes = 200
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'iso-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
}

export function decodeXml(bytes: Uint8Array): string {
  const encoding = byteOrderMark(bytes) ?? declaredEncoding(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new XmlRefusal({
      code: 'xml/encoding',
      place: 'line 1',
      detail: `The bytes of the document are not ${encoding}, the encoding that it names.`,
      remedy: 'Export the document again as UTF-8.',
    })
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, declarationBytes)).toString('latin1')
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"'>]{1,40})["']/.exec(start)?.[1] ?? 'utf-8'
  const encoding = Object.hasOwn(encodings, declared.toLowerCase())
    ? encodings[declared.toLowerCase()]
    : undefined
  if (encoding !== undefined) return encoding
  throw new XmlRefusal({
    code: 'xml/encoding',
    place: 'line 1',
    detail: `The document names the encoding "${quote(declared)}", which is not read here.`,
    remedy: 'Export the document again as UTF-8.',
  })
}
