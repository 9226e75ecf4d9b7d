// Gathers the faults of one document, at most a stated number, so that a hostile file can't fill the log.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'

export const maxFaultsOfDocument = 500

export interface FaultCollector {
  /** `code` without the reader's prefix: `type` becomes `csaf/type`. */
  readonly add: (code: string, place: string, detail: string, remedy: string) => void
  /** The faults so far; the last one says how many more there were. */
  readonly list: () => readonly Fault[]
}

/** A collector whose codes start with the reader's name (`csaf`, `cve`, `osv`, `kev`). */
export function collectFaults(prefix: string): FaultCollector {
  const faults: Fault[] = []
  // A field that is read twice must not be blamed twice.
  const known = new Set<string>()
  let beyond = 0
  return {
    add(code, place, detail, remedy) {
      const identity = `${code}\n${place}\n${detail}`
      if (known.has(identity)) return
      if (faults.length < maxFaultsOfDocument) {
        known.add(identity)
        faults.push({ code: `${prefix}/${code}`, place, detail, remedy })
      } else beyond += 1
    },
    list() {
      if (beyond === 0) return faults
      const more: Fault = {
        code: `${prefix}/too-many-faults`,
        place: '',
        detail: `${beyond} more faults of this document are not listed.`,
        remedy: 'Correct the faults listed first and send the document again.',
      }
      return [...faults, more]
    },
  }
}
