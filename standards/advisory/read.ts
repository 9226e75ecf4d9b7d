// Reads a document of any advisory format that is known: the one function for uploads, feeds and commands.
// SPDX-License-Identifier: EUPL-1.2
import { type CsafOptions, readCsaf } from '../csaf/index.ts'
import { readCve } from '../cve/index.ts'
import { readCycloneDxVex } from '../cyclonedx/vex.ts'
import type { Fault, Reading } from '../fault/index.ts'
import { type KevCatalogue, readKev } from '../kev/index.ts'
import { readOpenVex } from '../openvex/index.ts'
import { readOsv } from '../osv/index.ts'
import type { Advisory } from './advisory.ts'
import { type DocumentFormat, detectAdvisoryFormat, documentFormats } from './detect.ts'

export interface DocumentReading {
  /** Null if the document is of no known format. */
  readonly format: DocumentFormat | null
  readonly advisory: Advisory | null
  /** Only for `kev`, which lists vulnerabilities and is no advisory. */
  readonly kev: KevCatalogue | null
  /** `invalid` goes to quarantine; it may still carry an advisory that matches. */
  readonly validity: 'valid' | 'invalid'
  readonly faults: readonly Fault[]
}

type Content = Omit<DocumentReading, 'format'>

/** A new format is one folder beside this one, one key here and one line in `detect.ts`. */
const readers: Readonly<Record<DocumentFormat, (json: unknown, options: CsafOptions) => Promise<Content>>> = {
  'csaf-2.0': async (json, options) => ({ kev: null, ...(await readCsaf(json, options)) }),
  'csaf-2.1': async (json, options) => ({ kev: null, ...(await readCsaf(json, options)) }),
  'cve-5': async (json) => ({ kev: null, ...fromReading(readCve(json), 'advisory') }),
  osv: async (json) => ({ kev: null, ...fromReading(readOsv(json), 'advisory') }),
  openvex: async (json) => ({ kev: null, ...fromReading(readOpenVex(json), 'advisory') }),
  'cyclonedx-vex': async (json) => ({ kev: null, ...fromReading(readCycloneDxVex(json), 'advisory') }),
  kev: async (json) => ({ advisory: null, ...fromReading(readKev(json), 'kev') }),
}

/** Never throws: what can't be read comes back as faults. */
export async function readAdvisory(json: unknown, options: CsafOptions = {}): Promise<DocumentReading> {
  const format = detectAdvisoryFormat(json)
  if (format === null)
    return { format, advisory: null, kev: null, validity: 'invalid', faults: [unknownFormat] }
  return { format, ...(await readers[format](json, options)) }
}

function fromReading<T, K extends 'advisory' | 'kev'>(
  reading: Reading<T>,
  key: K,
): Record<K, T | null> & Pick<DocumentReading, 'validity' | 'faults'> {
  const isRead = reading.outcome === 'read'
  const content = isRead ? reading.value : null
  const judgement = {
    validity: isRead ? ('valid' as const) : ('invalid' as const),
    faults: isRead ? reading.warnings : reading.faults,
  }
  // TypeScript widens a computed key to string; K is exactly the key written here.
  return { ...judgement, [key]: content } as Record<K, T | null> & typeof judgement
}

const unknownFormat: Fault = {
  code: 'advisory/unknown-format',
  place: '',
  detail: `The document is JSON, but none of ${documentFormats.join(', ')}.`,
  remedy: 'Send one advisory, CVE record, OSV record, VEX document or the KEV catalogue as JSON.',
}
