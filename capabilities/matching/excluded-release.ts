// Whether a statement excludes the release that an item has ("except Gate 40 R1-3").
// SPDX-License-Identifier: EUPL-1.2
import { readRangeText } from '@salus/standards/ranges'
import { wordsOf } from './closeness.ts'
import type { ExplanationStep } from './explanation.ts'
import { excludedReleases } from './matchers/name.ts'
import { releasesAsRange } from './name-text.ts'
import type { ProductName } from './product-name.ts'
import { decideVersion } from './version-decision.ts'

interface Item {
  readonly name: ProductName
  readonly version: string | null
}

export function findExcludedRelease(item: Item, stated: ProductName): ExplanationStep | null {
  for (const releases of excludedReleases(item.name, stated)) {
    const text = releasesAsRange(releases)
    const range = text === null ? null : readRangeText(text)
    if (!range || item.version === null) continue
    const decision = decideVersion(
      { version: item.version, nameWords: wordsOf([item.name]), isMember: null, models: [] },
      {
        text: releases,
        reading: range,
        bounds: null,
        display: null,
        named: null,
        branch: null,
        members: [],
        labels: [],
        isUnstated: false,
      },
    )
    if (decision.answer === 'in') return { code: 'excluded-product', name: item.name.product ?? '', releases }
  }
  return null
}
