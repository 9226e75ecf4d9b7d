// What helps beyond this alert: the measures, courses and services that answer its situation.
// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '../../../platform/i18n/index.ts'
import { Plain, ReasonLine } from '../../../web/kit/index.ts'
import { helpFor, itemHref, ownItems } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { situationsOf } from '../situations.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

/** Nothing where the situation is an ordinary one: an update is what the alert itself says. */
export function WhatHelps({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { alert, assets, summary } = view
  const { translator } = reader
  const { t, tr, locale } = translator
  const situations = situationsOf({
    path: alert.urgencyPath.path,
    remediations: summary.content.remediations,
    assets,
  })
  const items = helpFor({ kind: 'alert', situations }, ownItems())
  if (items.length === 0) return null
  const words = situations.map((situation) => t(`alerts.helps.${situation}`))
  return (
    <Plain id="helps" heading={t('alerts.helps.heading')}>
      <ReasonLine>{tr('alerts.helps.because', { situations: formatList(words, translator) })}</ReasonLine>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <a href={itemHref(alert.organisationId, item)}>{textIn(item.title, locale)}</a>
            <span class="s-sub">{textIn(item.summary, locale)}</span>
          </li>
        ))}
      </ul>
    </Plain>
  )
}
