// Reads the solutions and workarounds of a CVE record, which are texts for the whole record.
// SPDX-License-Identifier: EUPL-1.2
import type { Remediation } from '../advisory/advisory.ts'
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'

export function readSolutions(cna: JsonNode, vulnerability: string): Remediation[] {
  return [
    ...readTexts(cna, 'solutions', 'vendor_fix', vulnerability),
    ...readTexts(cna, 'workarounds', 'workaround', vulnerability),
  ]
}

function readTexts(
  cna: JsonNode,
  key: string,
  category: Remediation['category'],
  vulnerability: string,
): Remediation[] {
  return objectsAt(cna, key)
    .filter((text) => /^en\b/i.test(textAt(text, 'lang') ?? 'en'))
    .flatMap((text) => textAt(text, 'value') ?? [])
    .map((details) => ({ category, details, url: null, productIds: [], vulnerability }))
}
