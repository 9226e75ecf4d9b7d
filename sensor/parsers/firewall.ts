// Reads key=value logs of firewalls: netfilter in the kernel log, and appliances of the FortiGate kind.
// SPDX-License-Identifier: EUPL-1.2
import { emptyFields, type Fields, type LogSource, setField } from '../event/event.ts'
import { eachPair, numberOrText } from './key-values.ts'
import { headLines } from './lines.ts'
import { instantOfEpoch, instantOfIso, offsetOf } from './local-time.ts'
import type { ReadingContext } from './parser.ts'
import { type LineReading, lineParser } from './record.ts'

export const firewallParser = lineParser({
  name: 'firewall',
  accepts: (head) => isKeyValue(headLines(head)[0] ?? ''),
  open: (context) => (line) => readFirewall(line, context) ?? 'it is no record of a firewall with key=value',
})

/** Names of netfilter, of FortiGate and of SonicWall or Sophos, to those of rules. */
const ruleNames: ReadonlyMap<string, string> = new Map([
  ['SRC', 'src_ip'],
  ['DST', 'dst_ip'],
  ['SPT', 'src_port'],
  ['DPT', 'dst_port'],
  ['PROTO', 'protocol'],
  ['srcip', 'src_ip'],
  ['dstip', 'dst_ip'],
  ['srcport', 'src_port'],
  ['dstport', 'dst_port'],
  ['proto', 'protocol'],
  ['src_ip', 'src_ip'],
  ['dst_ip', 'dst_ip'],
  ['src_port', 'src_port'],
  ['dst_port', 'dst_port'],
])

const netfilterStart = /(?:^|\s)IN=\S{0,32} OUT=\S{0,32} /

function isKeyValue(text: string): boolean {
  return netfilterStart.test(text) || isAppliance(text)
}

/** A record that begins with a date, a device or a log number as a key, or that says two addresses. */
function isAppliance(text: string): boolean {
  if (/^(?:date=\d{4}-\d\d-\d\d time=\d\d:|device=|device_name=|devname=|logver=|id=firewall )/.test(text))
    return true
  return /(?:^|\s)(?:srcip|src_ip)=/.test(text) && /(?:^|\s)(?:dstip|dst_ip)=/.test(text)
}

export function readFirewall(text: string, context: ReadingContext): LineReading {
  const netfilter = netfilterStart.exec(text)
  if (netfilter === null && !isAppliance(text)) return null
  const fields = emptyFields()
  eachPair(netfilter === null ? text : text.slice(netfilter.index), (key, value) => {
    const plain = numberOrText(value)
    setField(fields, key, plain)
    const ruleName = ruleNames.get(key)
    if (ruleName !== undefined && ruleName !== key) setField(fields, ruleName, plain)
  })
  if (netfilter !== null) return fromNetfilter(text, text.slice(0, netfilter.index), fields)
  setBlocked(fields, String(fields.action ?? ''))
  return { at: timeOf(fields, context), logSource: sourceOf(fields), fields, raw: text }
}

/** The rule's author chooses the words before `IN=`; by custom they say what was done. */
function fromNetfilter(text: string, prefix: string, fields: Fields): LineReading {
  const words = prefix.replace(/^\s*\[\s*\d{1,12}\.\d{1,9}\]/, '').trim()
  if (words !== '') setField(fields, 'prefix', words)
  const found = /drop|block|reject|deny|denied|accept|allow|permit/i.exec(words)?.[0]
  if (found !== undefined && fields.action === undefined) setField(fields, 'action', found.toLowerCase())
  setBlocked(fields, found ?? '')
  return { at: null, logSource: { product: null, category: 'firewall', service: null }, fields, raw: text }
}

function setBlocked(fields: Fields, action: string): void {
  if (action === '') return
  setField(fields, 'blocked', /^(?:drop|block|reject|den|timeout)/i.test(action) ? 'true' : 'false')
}

function sourceOf(fields: Fields): LogSource {
  const isFortiGate = fields.logid !== undefined && (fields.devid !== undefined || fields.vd !== undefined)
  if (!isFortiGate) return { product: null, category: 'firewall', service: null }
  const service = typeof fields.type === 'string' ? fields.type : null
  return { product: 'fortigate', category: service === 'traffic' ? 'firewall' : null, service }
}

function timeOf(fields: Fields, { timeZone }: ReadingContext): number | null {
  const { date, time, tz, eventtime } = fields
  if (typeof eventtime === 'number') return instantOfEpoch(eventtime)
  // Nanoseconds have too many digits for a number that keeps them all.
  if (typeof eventtime === 'string' && /^\d{16,19}$/.test(eventtime)) return instantOfEpoch(Number(eventtime))
  if (typeof date !== 'string' || typeof time !== 'string') return null
  if (typeof tz !== 'string') return instantOfIso(`${date} ${time}`, timeZone)
  const asUtc = instantOfIso(`${date} ${time}`, 'UTC')
  return asUtc === null ? null : asUtc - offsetOf(tz)
}
