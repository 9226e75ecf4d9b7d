// What to do now: the publisher's remedies in the order of their use, or what helps where there is none.
// SPDX-License-Identifier: EUPL-1.2
import type { Remediation } from '@salus/standards/advisory'
import { Sheet, type Step, Steps } from '../../../web/kit/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

const maxSteps = 6
const maxDetails = 1_500
const order: readonly Remediation['category'][] = [
  'mitigation',
  'workaround',
  'vendor_fix',
  'optional_patch',
  'fix_planned',
  'none_available',
  'no_fix_planned',
]

export function WhatToDo({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  return (
    <Sheet
      id="do"
      heading={t('alerts.alert.do')}
      aside={<span class="s-noprint">{t('alerts.alert.do.print')}</span>}
    >
      <Steps steps={stepsOf(view, reader)} />
    </Sheet>
  )
}

function stepsOf(view: AlertView, reader: Reader): readonly Step[] {
  const { t } = reader.translator
  const check: readonly Step[] =
    view.alert.unsureAssets > 0 && view.alert.affectedAssets === 0
      ? [{ heading: t('alerts.alert.do.check.title'), detail: t('alerts.alert.do.check') }]
      : []
  const remedies = distinct(view.summary.content.remediations).slice(0, maxSteps)
  if (remedies.length === 0)
    return [...check, { heading: t('alerts.alert.do.none.title'), detail: t('alerts.alert.do.none') }]
  return [...check, ...remedies.map((remedy) => stepOf(remedy, reader))]
}

/** The same text often stands once for each vulnerability. */
function distinct(remediations: readonly Remediation[]): readonly Remediation[] {
  const byText = new Map(remediations.map((remedy) => [`${remedy.category} ${remedy.details}`, remedy]))
  return [...byText.values()].toSorted((a, b) => order.indexOf(a.category) - order.indexOf(b.category))
}

function stepOf(remedy: Remediation, { translator: { t, tr } }: Reader): Step {
  const changes =
    remedy.category === 'vendor_fix' || remedy.category === 'workaround' || remedy.category === 'mitigation'
  return {
    heading: t(`alerts.alert.do.${remedy.category}`),
    detail: (
      <>
        {remedy.details.slice(0, maxDetails)}{' '}
        {remedy.url && (
          <a href={remedy.url} rel="noreferrer">
            {remedy.url}
          </a>
        )}
      </>
    ),
    ...(changes ? { effect: tr('alerts.alert.do.care') } : {}),
  }
}
