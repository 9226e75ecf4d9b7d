// What happened so far, from the journal.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant } from '../../../platform/i18n/index.ts'
import type { RecordedEntry } from '../../../platform/journal/journal.ts'
import { Plain, TimeLine } from '../../../web/kit/index.ts'
import { remediationStatuses } from '../remediation.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

const byPeople = [
  'alert.acknowledged',
  'alert.progressed',
  'alert.remediated',
  'alert.risk-accepted',
  'alert.not-applicable',
  'alert.reopened-by-member',
] as const

export function History({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { translator, timeZone } = reader
  const entries = view.history.map((entry) => ({
    when: formatInstant(entry.at, { translator, timeZone }),
    at: entry.at,
    what: sentenceOf(entry, view, reader),
  }))
  return (
    <Plain id="history" heading={translator.t('alerts.history.title')}>
      <TimeLine entries={entries} />
    </Plain>
  )
}

function sentenceOf(entry: RecordedEntry, view: AlertView, { translator: { t, tr } }: Reader) {
  const action = byPeople.find((one) => one === entry.action)
  if (action) {
    const who = view.names.get(Number(entry.actor.slice('person:'.length))) ?? t('alerts.history.somebody')
    const reason = entry.details.reason
    return (
      <>
        {t(`alerts.history.${action}`, { who })} {typeof reason === 'string' && <q>{reason}</q>}
      </>
    )
  }
  if (entry.action === 'remediation.marked') {
    const who = view.names.get(Number(entry.actor.slice('person:'.length))) ?? t('alerts.history.somebody')
    const status = remediationStatuses.find((one) => one === entry.details.status) ?? 'not-remediated'
    return t('alerts.history.remediation.marked', {
      who,
      assets: Number(entry.details.assets ?? 0),
      status: t(`alerts.remediation.status.${status}`),
    })
  }
  if (entry.action === 'alert.raised')
    return t('alerts.history.alert.raised', { assets: Number(entry.details.assets ?? 0) })
  if (entry.action === 'alert.warned') return t('alerts.history.alert.warned')
  if (entry.action === 'alert.reopened')
    return tr('alerts.history.alert.reopened', {
      because: String(entry.details.because ?? '').replaceAll('-', '') as 'other',
    })
  if (entry.action === 'alert.escalated')
    return t('alerts.history.alert.escalated', { step: String(entry.details.step ?? 'other') as 'other' })
  if (entry.action === 'alert.withdrawn') return t('alerts.history.alert.withdrawn')
  if (entry.action === 'alert.resolved') return t('alerts.history.alert.resolved')
  return entry.action
}
