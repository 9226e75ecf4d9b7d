// Puts a log's position at its end, for a first start that wants only what comes from now on.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHandle } from 'node:fs/promises'
import { chunkMark } from '../../evtx/frames.ts'
import { evtxLayout } from '../../evtx/limits.ts'
import { tailLimits } from '../limits.ts'
import { bytesAt, marksAt } from './position.ts'
import { preludeAfter } from './segment.ts'
import type { Tracked } from './tracked.ts'

export async function skipToEnd(log: Tracked, file: FileHandle): Promise<void> {
  const { position, size, changedMs } = log
  if (position.kind === 'whole') position.done = { size, changedMs }
  if (position.kind === 'evtx') position.lastId = await newestId(file, size)
  if (position.kind !== 'text') return
  const from = Math.max(0, size - tailLimits.segmentBytes)
  const end = await bytesAt(file, from, size - from)
  const offset = from + end.lastIndexOf(0x0a) + 1
  const start = await bytesAt(file, 0, tailLimits.maxPreludeUnits)
  const prelude = preludeAfter([], start, position.parser)
  Object.assign(position, { offset, prelude, ...(await marksAt(file, offset)) })
}

async function newestId(file: FileHandle, size: number): Promise<number> {
  const { fileHeaderBytes, chunkBytes } = evtxLayout
  let newest = 0
  for (let at: number = fileHeaderBytes; at + chunkBytes <= size; at += chunkBytes) {
    const header = await bytesAt(file, at, 64)
    if (header.toString('latin1', 0, 8) !== chunkMark) continue
    newest = Math.max(newest, Number(header.readBigUInt64LE(32)))
  }
  return newest
}
