// All extensions of Sigma that are ours; one line for each kind.
// SPDX-License-Identifier: EUPL-1.2
import type { ExtensionSettings } from '../../sigma/rule.ts'
import type { Correlator } from '../correlation/correlator.ts'
import type { Resolved } from '../correlation/resolve.ts'
import { baselineCorrelator } from './baseline.ts'
import { firstSeenCorrelator } from './novelty.ts'
import { absenceCorrelator } from './silence.ts'

export function extensionCorrelator(
  { rule, positions, sources }: Resolved,
  settings: ExtensionSettings,
): Correlator {
  switch (settings.type) {
    case 'absence':
      return absenceCorrelator(rule, settings, positions)
    case 'first_seen':
      return firstSeenCorrelator(rule, settings)
    case 'baseline':
      return baselineCorrelator(rule, settings, sources)
  }
}
