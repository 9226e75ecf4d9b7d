// Records what a person sends by hand: one document, or many in one file.
// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream'
import type { Fault } from '@salus/standards/fault'
import type { UploadedFile } from '../../../platform/http/endpoint.ts'
import type { DocumentOutcome, Outcome, ReceivedDocument } from '../recorded.ts'
import { type RecordingContext, recordDocuments } from './record.ts'
import { unpack } from './unpack/unpack.ts'

const maxUnpackedBytes = 1024 ** 3
const maxDocumentsOfUpload = 20_000
/** Listed by name; the others are counted. */
export const maxOutcomesKept = 200

export interface UploadResult {
  readonly counts: Readonly<Record<Outcome, number>>
  /** Those with faults first kept, at most `maxOutcomesKept`. */
  readonly outcomes: readonly DocumentOutcome[]
  readonly damaged: readonly { readonly name: string; readonly fault: Fault }[]
  readonly ignoredFiles: number
}

export async function recordUpload(
  context: RecordingContext,
  file: Pick<UploadedFile, 'name' | 'content'>,
  personId: number,
  now: Date,
): Promise<UploadResult> {
  const counts: Record<Outcome, number> = { new: 0, revised: 0, known: 0, quarantined: 0, kev: 0, epss: 0 }
  const kept: DocumentOutcome[] = []
  const damaged: { name: string; fault: Fault }[] = []
  let ignoredFiles = 0
  const documents = unpack(file.name, Readable.from([file.content]), {
    source: 'upload',
    maxUnpackedBytes,
    report: (name, fault) => damaged.push({ name, fault }),
    ignore: () => {
      ignoredFiles += 1
    },
  })
  const limited = firstOf(documents, maxDocumentsOfUpload, () =>
    damaged.push({ name: file.name, fault: tooMany }),
  )
  for await (const outcome of recordDocuments(context, limited, { now, actor: `person:${personId}` })) {
    counts[outcome.outcome] += 1
    if (kept.length < maxOutcomesKept || outcome.outcome === 'quarantined') kept.push(outcome)
  }
  return { counts, outcomes: kept.sort(byNeed).slice(0, maxOutcomesKept), damaged, ignoredFiles }
}

async function* firstOf(
  documents: AsyncIterable<ReceivedDocument>,
  most: number,
  reportMore: () => void,
): AsyncGenerator<ReceivedDocument> {
  let count = 0
  for await (const document of documents) {
    count += 1
    if (count > most) return reportMore()
    yield document
  }
}

const tooMany: Fault = {
  code: 'archive/too-many-documents',
  place: '',
  detail: `The file holds more than ${maxDocumentsOfUpload} documents; the others were not read.`,
  remedy:
    'Split the file, or let the operator import it on the server: npm run salus -- import advisories PATH.',
}

const needs: readonly Outcome[] = ['quarantined', 'new', 'revised', 'kev', 'known']

function byNeed(a: DocumentOutcome, b: DocumentOutcome): number {
  return needs.indexOf(a.outcome) - needs.indexOf(b.outcome)
}
