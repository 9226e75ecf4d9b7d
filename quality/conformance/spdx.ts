// The published examples of SPDX: 2.2 and 2.3 in JSON are read, other versions and forms are refused with their name.
// SPDX-License-Identifier: EUPL-1.2

import { readSpdx } from '@salus/standards/spdx'
import { readDataSet } from '../../standards/inventory/data-sets.ts'
import { type Outcome, type Suite, summarise } from './suite.ts'

/** Every example is valid, so that each one that is refused is listed. */
export function spdxSuite(): Suite {
  const outcomes: Outcome[] = []
  const excused = new Map<string, string>()
  for (const { path, bytes } of readDataSet('spdx/spdx-examples.tar.gz')) {
    if (!/\.(?:json|spdx)$/.test(path)) continue
    const reading = readSpdx(bytes)
    const code = reading.outcome === 'refused' ? reading.faults[0].code : null
    outcomes.push({ id: path, deviation: code === null ? null : `refused: ${code}` })
    const reason = reasonOf(path, bytes, code)
    if (reason !== null) excused.set(path, reason)
  }
  return summarise('spdx', outcomes, excused)
}

/** What the document is, not what was answered, decides whether a refusal is right. */
function reasonOf(path: string, bytes: Uint8Array, code: string | null): string | null {
  if (path.endsWith('.spdx'))
    return code === 'spdx/tag-value' ? 'Not supported: the tag-value form; send JSON.' : null
  const isThird = Buffer.from(bytes).includes('spdx.org/rdf/3')
  return isThird && code === 'spdx/version' ? 'Not supported: SPDX 3.0; send 2.3 in JSON.' : null
}
