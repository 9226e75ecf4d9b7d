// Evidence as it may be shown or sent: foreign values defanged and bounded.
// SPDX-License-Identifier: EUPL-1.2
import type { Evidence } from './finder.ts'
import { defang, type MarkKind } from './mark.ts'

export interface SaidEvidence {
  readonly kind: Evidence['kind']
  readonly markKind: MarkKind | null
  readonly values: readonly string[]
  readonly share: number | null
  readonly sharedBy: number | null
}

const maxShownCharacters = 120

export function sayEvidence(evidence: Evidence): SaidEvidence {
  const { kind } = evidence
  switch (evidence.kind) {
    case 'mark':
      return said(kind, [evidence.mark.value], { markKind: evidence.mark.kind, sharedBy: evidence.sharedBy })
    case 'text':
      return said(kind, evidence.phrases, { share: Math.round(evidence.share * 100) / 100 })
    case 'name':
      return said(kind, [evidence.name], { sharedBy: evidence.sharedBy })
    case 'file-name':
    case 'ending':
      return said(kind, [evidence.pattern], { sharedBy: evidence.sharedBy })
  }
}

function said(kind: Evidence['kind'], values: readonly string[], more: Partial<SaidEvidence>): SaidEvidence {
  const shown = values.map((value) => defang(value.slice(0, maxShownCharacters)))
  return { kind, markKind: null, share: null, sharedBy: null, ...more, values: shown }
}
