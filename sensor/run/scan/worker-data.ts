// What a thread is given, and what goes between it and the thread that takes the findings: plain data only.
// SPDX-License-Identifier: EUPL-1.2
import { type AssetClass, assetClassList } from '../../engine/asset-class.ts'
import { enrich } from '../../health/context/enrich.ts'
import { readHealthContext } from '../../health/context/read.ts'
import { indicatorMatcherOver } from '../../indicators/matcher.ts'
import type { House } from '../../indicators/warning-lists.ts'
import type { Pipeline } from '../../sigma/pipelines/pipeline.ts'
import type { DetectionRule, RuleLevel } from '../../sigma/rule.ts'
import { type GivenSet, openGiven } from '../load-indicators.ts'
import { type Looker, lookerOf, unmeteredMatcher } from './look.ts'
import type { Batch } from './outcome.ts'
import type { Piece } from './pieces.ts'
import type { Reading } from './read-piece.ts'

export interface WorkerData {
  /** With their filters, in the order by which outcomes name them. */
  readonly rules: readonly DetectionRule[]
  readonly pipelines: readonly Pipeline[]
  readonly level: RuleLevel
  readonly silent: ReadonlySet<string>
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>
  readonly assetClasses: readonly (readonly [string, AssetClass])[]
  readonly indicators: readonly GivenSet[]
  readonly house: House
  /** The folder of extracts. */
  readonly context: string | null
  readonly reading: Reading
  readonly stepsPerEvent: number
}

export type ToWorker =
  | { readonly kind: 'piece'; readonly piece: Piece }
  /** So many units of what it sent have been taken. */
  | { readonly kind: 'taken'; readonly units: number }
  | { readonly kind: 'quarantine'; readonly rule: number }

export type FromWorker =
  /** It begins with this part of its piece. */
  | { readonly kind: 'part'; readonly at: number }
  | { readonly kind: 'batch'; readonly batch: Batch; readonly units: number }
  | { readonly kind: 'done' }

/** Builds in a thread what looks at events. */
export async function lookerFrom(data: WorkerData): Promise<Looker> {
  const { rules, pipelines, level, silent, wanted, house, reading, stepsPerEvent } = data
  const assetClasses = assetClassList(data.assetClasses)
  const context = data.context === null ? null : await readHealthContext(data.context, reading)
  const indicators =
    data.indicators.length === 0
      ? null
      : indicatorMatcherOver(data.indicators.map(openGiven), {
          now: () => reading.now,
          house,
          classes: assetClasses,
        })
  return lookerOf({
    matcher: unmeteredMatcher(rules, pipelines),
    level,
    silent,
    wanted,
    assetClasses,
    enrich: context && ((event) => enrich(event, context)),
    indicators,
    stepsPerEvent,
  })
}
