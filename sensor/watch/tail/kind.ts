// Decides how a log is followed: in lines, as an event log of Windows, or whole because it only makes sense from its start.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import { isGzip } from '../../parsers/gunzip.ts'
import { parserFor } from '../../parsers/list.ts'
import { headBytes, lineLimits } from '../../parsers/parser.ts'
import { bytesAt, type Position } from './position.ts'

export type Kind = Pick<Position, 'kind' | 'parser'>

/** Null: too little of it is there to tell. `settled`: no more is expected for now. */
export async function kindOf(file: FileHandle, path: string, settled: boolean): Promise<Kind | null> {
  const head = await bytesAt(file, 0, headBytes)
  if (head.length === 0) return null
  if (isGzip(head) || isUtf16(head)) return { kind: 'whole', parser: null }
  const parser = parserFor(head, path)?.name ?? null
  if (parser === 'evtx') return head.length < headBytes && !settled ? null : { kind: 'evtx', parser }
  if (parser === 'xml') return { kind: 'whole', parser }
  if (parser === 'json') return jsonKind(file, settled)
  // A first line that is only half there may look like anything.
  if (!settled && head.length < headBytes && (parser === null || !head.includes(0x0a))) return null
  return parser === null ? { kind: 'unknown', parser: null } : { kind: 'text', parser }
}

async function jsonKind(file: FileHandle, settled: boolean): Promise<Kind | null> {
  const start = await bytesAt(file, 0, lineLimits.maxLineBytes)
  const text = start.toString('utf8').trimStart()
  const end = text.indexOf('\n')
  if (end === -1 && !settled) return null
  return { kind: isObject(end === -1 ? text : text.slice(0, end)) ? 'text' : 'whole', parser: 'json' }
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !('entry' in value)
  } catch {
    return false
  }
}

/** A line of it does not end with one byte. */
function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}
