// Sizes that the EVTX format fixes, and what the reader allows a hostile log to cost.
// SPDX-License-Identifier: EUPL-1.2

export const evtxLayout = {
  fileHeaderBytes: 4_096,
  chunkBytes: 65_536,
  chunkHeaderBytes: 512,
  recordHeaderBytes: 24,
  /** Header, an empty fragment, and the size once more. */
  minRecordBytes: 28,
} as const

export const evtxLimits = {
  /** XML elements within each other in one fragment. */
  maxElementDepth: 32,
  /** Fragments within fragments: templates whose values hold templates. */
  maxFragmentDepth: 8,
  /** Values of one template instance. */
  maxValues: 4_096,
  /** UTF-16 units of the name of an element or attribute. */
  maxNameUnits: 512,
  /** Steps of one record: elements read, values written. A record of Windows takes about 60. */
  maxRecordSteps: 20_000,
  /** Steps of a chunk; a full one of Windows takes about 30,000. */
  maxChunkSteps: 400_000,
  /** UTF-16 units written for one record, which itself has at most 64 KiB. */
  maxRecordUnits: 512 * 1024,
  /** UTF-16 units written for a chunk. */
  maxChunkUnits: 4 * 1024 * 1024,
} as const

/** Thrown within the reader only, for one record; it leaves as a Broken. */
export class EvtxFault extends Error {}
