// Gathers documents into portions that are stored together, small enough to fit into memory.
// SPDX-License-Identifier: EUPL-1.2
import type { ReceivedDocument } from '../recorded.ts'

const maxDocumentsOfPortion = 200
const maxBytesOfPortion = 8 * 1024 * 1024

/** A document that exceeds the limit alone is a portion of its own. */
export async function* portionsOf(
  documents: Iterable<ReceivedDocument> | AsyncIterable<ReceivedDocument>,
): AsyncGenerator<readonly ReceivedDocument[]> {
  let portion: ReceivedDocument[] = []
  let bytes = 0
  for await (const document of documents) {
    const isFull =
      portion.length === maxDocumentsOfPortion || bytes + document.bytes.byteLength > maxBytesOfPortion
    if (isFull && portion.length > 0) {
      yield portion
      portion = []
      bytes = 0
    }
    portion.push(document)
    bytes += document.bytes.byteLength
  }
  if (portion.length > 0) yield portion
}
