// Reads the log of the Linux audit daemon: one record a line, values in hexadecimal made readable.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, setField } from '../event/event.ts'
import { eachPair } from './key-values.ts'
import { headLines } from './lines.ts'
import { type LineReading, lineParser } from './record.ts'

export const auditdParser = lineParser({
  name: 'auditd',
  accepts: (head) => recordStart.test(headLines(head)[0] ?? ''),
  open: () => (line) => readAuditd(line) ?? 'it is no record of the audit daemon',
})

const recordStart =
  /^(?:node=\S{1,255} )?(?:type=(\w{1,64}) )?(?:msg=)?audit\((\d{1,12})\.(\d{1,6}):(\d{1,20})\): ?/

export function readAuditd(text: string): LineReading {
  const found = recordStart.exec(text)
  if (found === null) return null
  const [whole, type = 'UNKNOWN', seconds, fraction, serial] = found
  const fields = emptyFields()
  const node = /^node=(\S+) /.exec(text)?.[1]
  if (node !== undefined) setField(fields, 'node', node)
  setField(fields, 'type', type)
  setField(fields, 'audit_id', serial ?? '')
  readPairs(text.slice(whole.length), type, fields)
  const at = Number(seconds) * 1_000 + Math.floor(Number(`0.${fraction}`) * 1_000)
  return { at, logSource: { product: 'linux', category: null, service: 'auditd' }, fields, raw: text }
}

function readPairs(text: string, type: string, fields: Fields): void {
  eachPair(text, (key, value, quoted) => {
    // Programs report in a quoted message of the same form: msg='op=login acct="root" res=failed'.
    if (key === 'msg' && quoted === "'") {
      eachPair(value, (inner, innerValue, innerQuoted) => {
        setField(fields, inner, innerQuoted === null ? readable(inner, innerValue, type) : innerValue)
      })
    } else setField(fields, key, quoted === null ? readable(key, value, type) : value)
  })
}

const encodedFields: ReadonlySet<string> = new Set([
  'acct',
  'cmd',
  'comm',
  'cwd',
  'data',
  'exe',
  'key',
  'name',
  'path',
  'proctitle',
  'watch',
])

/** Text with blanks or quotes is written in hexadecimal, its arguments ended by NUL; numbers of a SYSCALL are not text. */
function readable(key: string, value: string, type: string): string {
  const isText = encodedFields.has(key) || (type === 'EXECVE' && /^a\d{1,4}(?:\[\d{1,4}\])?$/.test(key))
  if (!isText || value.length % 2 !== 0 || !/^[0-9A-F]{2,}$/.test(value)) return value
  // A number such as 10 in a1 is both; auditd writes plain text in quotes, so what has none is encoded.
  const text = Buffer.from(value, 'hex').toString('utf8')
  return text.replace(/\0+$/, '').replaceAll('\0', ' ')
}
