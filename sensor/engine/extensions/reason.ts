// Says in one sentence why a rule of ours held that Sigma has no words for.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule, ExtensionSettings } from '../../sigma/rule.ts'
import type { Correlated } from '../correlation/hit.ts'
import { printable } from '../printable.ts'

/** `who` names the group, or is ''. */
export function extensionReason(
  rule: CorrelationRule,
  settings: ExtensionSettings,
  { value, events, asked }: Correlated,
  who: string,
  span: (ms: number) => string,
): string {
  switch (settings.type) {
    case 'absence':
      return settings.after > 0
        ? `nothing that must follow came within ${span(rule.timespanMs)}${who}`
        : `silent for ${span(rule.timespanMs)} after at least ${events} events in such a time before${who}`
    case 'first_seen':
      return `seen together for the first time${who} (learned for at least ${span(settings.learningMs)})`
    case 'baseline': {
      const fields = rule.fields.map((field) => printable(field, 80)).join(', ')
      const counted =
        fields === '' ? `${events} events` : `${value} different values of ${fields} in ${events} events`
      return `${counted} within ${span(rule.timespanMs)}${who}, where ${asked ?? settings.floor} is the bound (percentile ${settings.percentile} of what is usual, times ${settings.factor}, at least ${settings.floor})`
    }
  }
}
