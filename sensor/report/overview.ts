// What stands above and below every form of a report: its result in a title, how much there was, what is not shown.
// SPDX-License-Identifier: EUPL-1.2
import type { CountKey, Words } from '../words/words.ts'
import type { Report } from './group.ts'
import type { Teller } from './telling.ts'

/** The result and not the name of the page: how many places ask to be looked at. */
export function titleText({ groups, findings, audience }: Report, words: Words): string {
  if (audience === 'privacy')
    return findings === 0 ? words.say('privacy.empty') : words.count('privacy.needs', groups.length)
  if (findings === 0) return words.say('report.empty')
  const serious = groups.filter(({ level }) => level === 'critical' || level === 'high').length
  return serious === 0 ? words.say('report.calm') : words.count('report.needs', serious)
}

export function lead({ groups, findings, subjects, audience }: Report, words: Words): string {
  if (audience === 'privacy') return words.say(findings === 0 ? 'privacy.empty.lead' : 'privacy.lead')
  if (findings === 0) return words.say('report.empty.lead')
  const places = words.count('report.assets', subjects)
  const all = words.count('report.lead', findings, { places })
  const isCalm = groups.every(({ level }) => level !== 'critical' && level !== 'high')
  return isCalm ? `${words.say('report.calm.lead')} ${all}` : all
}

export function periodText({ from, to }: Report, { words, times }: Teller): string {
  if (from === null || to === null) return words.say('report.no-time')
  return words.say('report.period', { from: times.instant(from), to: times.instant(to) })
}

/** Whatever is not on the page, counted. */
export function noteLines({ notShown, audience }: Report, words: Words): readonly string[] {
  const notes: readonly (readonly [CountKey, number])[] = [
    [audience === 'it' ? 'report.elsewhere.privacy' : 'report.elsewhere.it', notShown.elsewhere],
    ['report.earlier', notShown.earlier],
    ['report.overflow', notShown.overflow],
    ['report.unreadable', notShown.unreadable],
  ]
  return notes.filter(([, count]) => count > 0).map(([key, count]) => words.count(key, count))
}
