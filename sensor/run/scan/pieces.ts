// Cuts what is to be scanned into pieces of work: small files together, a large file alone, a large event log in parts.
// SPDX-License-Identifier: EUPL-1.2
import { open } from 'node:fs/promises'
import { fileMark } from '../../evtx/frames.ts'
import { evtxLayout } from '../../evtx/limits.ts'
import type { FileRange, FoundFile } from '../files.ts'
import { runLimits } from '../limits.ts'

export type Part =
  | FoundFile
  /** Chunks of an event log: each can be read by itself. `firstChunk` of them were before. */
  | {
      readonly kind: 'chunks'
      readonly path: string
      readonly firstChunk: number
      readonly range: FileRange
      readonly bytes: number
    }

/** Costs of rules are counted piece by piece, so the cut depends on the files alone, and not on who reads them. */
export interface Piece {
  readonly parts: readonly Part[]
  readonly bytes: number
}

export async function* piecesOf(
  found: AsyncIterable<FoundFile>,
  pieceBytes: number = runLimits.pieceBytes,
): AsyncGenerator<Piece> {
  let parts: Part[] = []
  let bytes = 0
  const gathered = (): Piece => {
    const piece = { parts, bytes }
    parts = []
    bytes = 0
    return piece
  }
  for await (const file of found) {
    const own = file.kind === 'file' ? file.bytes : 0
    if (parts.length > 0 && (bytes + own > pieceBytes || parts.length >= runLimits.maxPieceFiles))
      yield gathered()
    if (file.kind === 'file' && own > pieceBytes)
      for (const part of await partsOf(file.path, own, pieceBytes)) yield { parts: [part], bytes: part.bytes }
    else {
      parts.push(file)
      bytes += own
    }
  }
  if (parts.length > 0) yield gathered()
}

type LargePart = Part & { readonly bytes: number }

async function partsOf(path: string, bytes: number, pieceBytes: number): Promise<readonly LargePart[]> {
  if (!(await isEventLog(path))) return [{ kind: 'file', path, bytes }]
  const { fileHeaderBytes, chunkBytes } = evtxLayout
  const chunksOfPart = Math.ceil(pieceBytes / chunkBytes)
  const parts: LargePart[] = []
  for (let firstChunk = 0; ; firstChunk += chunksOfPart) {
    const behindHeader = fileHeaderBytes + firstChunk * chunkBytes
    if (behindHeader >= bytes) return parts
    const isFirst = firstChunk === 0
    const start = isFirst ? 0 : behindHeader
    const end = Math.min(bytes, behindHeader + chunksOfPart * chunkBytes)
    const range = { headerBytes: isFirst ? 0 : fileHeaderBytes, start, end }
    parts.push({ kind: 'chunks', path, firstChunk, range, bytes: end - start })
  }
}

/** With its header: without it nobody knows where the chunks begin. What cannot be looked at is told when it is read. */
async function isEventLog(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const start = Buffer.alloc(fileMark.length)
      await file.read(start, 0, start.length, 0)
      return start.toString('latin1') === fileMark
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
