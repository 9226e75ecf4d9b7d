// Reads the access log of Squid in its own form.
// SPDX-License-Identifier: EUPL-1.2
import { isIP } from 'node:net'
import { emptyFields, setField } from '../event/event.ts'
import { headLines } from './lines.ts'
import { instantOfEpoch } from './local-time.ts'
import { type LineReading, lineParser } from './record.ts'
import { given, setProxyTarget } from './web.ts'

export const squidParser = lineParser({
  name: 'squid',
  accepts: (head) => start.test(headLines(head)[0] ?? ''),
  open: () => readSquid,
})

const start = /^\s*\d{9,10}\.\d{3}\s+-?\d{1,12} \S{1,255} [A-Z_]{1,64}\/\d{1,4} \d{1,15} \S{1,32} /
const maxWords = 20

function readSquid(line: string): LineReading {
  if (!start.test(line)) return 'it has not the form of the access log of Squid'
  const [time, elapsed, client = '', outcome = '', bytes, method = '', target = '', user, route, type] = line
    .trim()
    .split(/\s+/, maxWords)
  const [result = '', status] = outcome.split('/')
  const [hierarchy = '', peer = ''] = (route ?? '').split('/')
  const fields = emptyFields()
  setField(fields, 'c-ip', client)
  setField(fields, 'time-taken', Number(elapsed))
  setField(fields, 's-action', result)
  setField(fields, 'sc-status', Number(status))
  setField(fields, 'sc-bytes', Number(bytes))
  setField(fields, 'cs-method', method)
  setProxyTarget(fields, target)
  setField(fields, 'cs-username', given(user))
  setField(fields, 's-hierarchy', hierarchy)
  if (isIP(peer) !== 0) setField(fields, 'dst_ip', peer)
  setField(fields, 'cs-mime-type', given(type))
  const logSource = { product: 'squid', category: 'proxy', service: null }
  return { at: instantOfEpoch(Number(time)), logSource, fields, raw: line }
}
