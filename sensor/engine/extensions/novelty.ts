// first_seen: values that come together for the first time, once the rule has had time to learn what is usual.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule, FirstSeenSettings } from '../../sigma/rule.ts'
import type { Correlator, Grouped } from '../correlation/correlator.ts'
import { referenceOf } from '../correlation/counting.ts'
import type { Correlated } from '../correlation/hit.ts'
import { extensionLimits } from './limits.ts'
import { memoryOf, type SavedMemory } from './memory.ts'

export function firstSeenCorrelator(rule: CorrelationRule, settings: FirstSeenSettings): Correlator {
  /** Values together → when they were last seen. */
  const seen = memoryOf(extensionLimits.maxRemembered)
  /** Values of `of` → when learning about them began. */
  const learners = memoryOf(extensionLimits.maxLearners)

  const feedOne = ({ key, group, hit }: Grouped): Correlated | null => {
    const learner = JSON.stringify(settings.of.map((name) => group[name]))
    const since = learners.get(learner) ?? hit.at
    learners.set(learner, since)
    const last = seen.get(key)
    seen.set(key, hit.at)
    const isKnown = last !== undefined && last >= hit.at - settings.forgetMs
    if (isKnown || hit.at < since + settings.learningMs) return null
    return { ruleId: rule.head.id, at: hit.at, group, value: 1, events: 1, evidence: [referenceOf(hit)] }
  }
  return {
    feed: (grouped) => grouped.map(feedOne).filter((found) => found !== null),
    nextClose: () => null,
    close: () => null,
    evicted: () => seen.evicted() + learners.evicted(),
    forgotten: () => 0,
    save: () => ({ seen: seen.save(), learners: learners.save() }),
    load(saved) {
      const state = saved as { seen: SavedMemory; learners: SavedMemory }
      seen.load(state.seen)
      learners.load(state.learners)
    },
  }
}
