// The page of a running sensor: what IT needs to see of the last week, made anew at each request.
// SPDX-License-Identifier: EUPL-1.2

import { gatherer } from '../report/gather.ts'
import { htmlOfReport, type ReportOptions, tellerFor } from '../report/report-html.ts'
import { ruleBookOf } from '../report/rule-book.ts'
import type { SensorConfig } from '../run/config.ts'
import { readFindings } from '../state/read-findings.ts'
import type { InUse } from '../watch/in-use.ts'
import type { PageOf } from '../watch/page.ts'
import type { Words } from './command.ts'
import { zoneFor } from './findings.ts'
import { languageIn } from './language.ts'
import { type Drafting, draftPageFor } from './watch-draft.ts'

const weekMs = 7 * 86_400_000

/**
 * Findings for the privacy officer are never on it: whoever administers this machine may see the page, and what staff
 * do with records is not for him. `sensor report --for privacy` makes theirs.
 */
export function watchPage(
  state: string,
  inUse: InUse,
  reading: Drafting['reading'],
  config: SensorConfig,
  words: Words,
): PageOf {
  return async (path) => {
    const [, wanted] = /^filter-([0-9a-f]{12})$/.exec(path) ?? []
    if (path !== '' && wanted === undefined) return null
    const now = Date.now()
    const { equipment } = inUse
    const options: ReportOptions = {
      audience: 'it',
      language: languageIn(words),
      timeZone: zoneFor(words, config),
      now,
      since: now - weekMs,
      book: ruleBookOf(equipment.rules),
      draftAt: (id) => `filter-${id}`,
    }
    if (wanted !== undefined)
      return draftPageFor(wanted, { state, equipment, reading, teller: tellerFor(options), now })
    const gathered = gatherer({ ...options, until: null })
    for await (const finding of readFindings(state, now - weekMs)) gathered.see(finding)
    return htmlOfReport(gathered.end(), options)
  }
}
