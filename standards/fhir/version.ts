// Chooses the version that vulnerabilities are about from those that a Device states.
// SPDX-License-Identifier: EUPL-1.2
import { conceptText, type FhirObject, objectAt, objectsAt, textAt } from './access.ts'

type VersionKind = 'software' | 'firmware' | 'hardware' | 'other'

/** ISO/IEEE 11073-10101: MDC_ID_PROD_SPEC_SW, _FW and _HW. */
const kindOfCode: Readonly<Record<string, VersionKind>> = {
  '531975': 'software',
  '531976': 'firmware',
  '531974': 'hardware',
}
const preference: readonly VersionKind[] = ['software', 'firmware', 'other']

/** A version of the hardware alone is none that a patch changes, and is not taken. */
export function chooseVersion(versions: readonly FhirObject[]): string | null {
  const read = versions.flatMap((entry) => {
    const value = textAt(entry, 'value')
    return value === null ? [] : [{ value, kind: kindOf(objectAt(entry, 'type')) }]
  })
  for (const kind of preference) {
    const found = read.find((version) => version.kind === kind)
    if (found !== undefined) return found.value
  }
  return null
}

function kindOf(type: FhirObject | null): VersionKind {
  for (const coding of objectsAt(type, 'coding')) {
    const code = textAt(coding, 'code') ?? ''
    const kind = Object.hasOwn(kindOfCode, code) ? kindOfCode[code] : undefined
    if (kind !== undefined) return kind
  }
  const words = [conceptText(type), ...objectsAt(type, 'coding').map((coding) => textAt(coding, 'code'))]
    .join(' ')
    .toLowerCase()
  if (/firmware|\bfw\b/.test(words)) return 'firmware'
  if (/software|logiciel|\bsw\b|application/.test(words)) return 'software'
  return /hardware|\bhw\b/.test(words) ? 'hardware' : 'other'
}
