// Finds addresses, names, URLs, hashes and mail addresses in free text, in one pass and without judging them.
// SPDX-License-Identifier: EUPL-1.2
import { version4Number } from './address.ts'
import fieldData from './fields.json' with { type: 'json' }
import type { ObservableKind } from './observables.ts'

type Found = (kind: ObservableKind, text: string) => void

/** 1 for signs of which values consist, by code: what is beyond ASCII ends a value. */
const isPart = new Uint8Array(128)
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_:/@%?=&~+#![]')
  isPart[sign.charCodeAt(0)] = 1

const noTopLevels: ReadonlySet<string> = new Set(fieldData.noTopLevels)
const maxPartUnits = 4_096

/** The text is cut to what may be searched before. */
export function observablesIn(text: string, found: Found): void {
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20
    if (unit < 128 && isPart[unit] === 1) continue
    if (at - from >= 6 && at - from <= maxPartUnits) judge(text.slice(from, at), found)
    from = at + 1
  }
}

function judge(part: string, found: Found): void {
  if (!part.includes('.') && !part.includes(':')) {
    const bare = part.slice(part.lastIndexOf('=') + 1)
    if (isHash(bare)) found('hash', bare)
    return
  }
  const url = part.indexOf('://')
  if (url > 0) {
    // `target=http://…`: the name of a value does not belong to it.
    const start = part.slice(0, url).search(/[A-Za-z][A-Za-z0-9+.-]{0,15}$/)
    if (start !== -1) found('url', trimmed(part.slice(start)))
    return
  }
  const bare = trimmed(part.slice(part.lastIndexOf('=') + 1))
  const slash = bare.indexOf('/')
  if (bare.includes('@')) {
    if (slash === -1) found('email', bare.replace(/^.*:/, ''))
  } else if (slash === -1) judgeHost(bare, found)
  else if (slash > 3 && isName(bare.slice(0, slash).replace(/:\d{1,5}$/, ''))) found('url', bare)
}

function judgeHost(text: string, found: Found): void {
  const host = text.replace(/^\[/, '').replace(/\](?::\d{1,5})?$/, '')
  const colon = host.indexOf(':')
  if (colon !== -1 && host.indexOf(':', colon + 1) !== -1) {
    if (/^[0-9a-f:.]{3,45}$/i.test(host)) found('address', host)
    return
  }
  const bare = colon === -1 ? host : host.slice(0, colon)
  if (version4Number(bare) !== -1) found('address', bare)
  else if (isName(bare)) found('name', bare)
}

/** Ends in letters that are not those of a file. */
function isName(text: string): boolean {
  const last = text.slice(text.lastIndexOf('.') + 1).toLowerCase()
  return last.length !== text.length && /^[a-z][a-z0-9-]{1,62}$/.test(last) && !noTopLevels.has(last)
}

function isHash(text: string): boolean {
  return (text.length === 32 || text.length === 40 || text.length === 64) && /^[0-9a-fA-F]+$/.test(text)
}

/** Signs of the sentence around it. */
function trimmed(text: string): string {
  return text.replace(/^[.:/#!?-]+/, '').replace(/[.:?!#=&\]]+$/, '')
}
