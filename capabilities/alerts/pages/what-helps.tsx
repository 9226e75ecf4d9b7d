// What helps beyond this alert: the measures, courses and services that answer its situation.
// SPDX-License-Identifier: EUPL-1.2
import { formatList } from '../../../platform/i18n/index.ts'
import { Plain, ReasonLine } from '../../../web/kit/index.ts'
import { itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

export function WhatHelps({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { alert, situations, helps } = view
  const { translator } = reader
  const { t, tr, locale } = translator
  if (helps.length === 0) return null
  const words = situations.map((situation) => t(`alerts.helps.${situation}`))
  return (
    <Plain id="helps" heading={t('alerts.helps.heading')}>
      <ReasonLine>{tr('alerts.helps.because', { situations: formatList(words, translator) })}</ReasonLine>
      <ul>
        {helps.map((item) => (
          <li key={item.key}>
            <a href={itemHref(alert.organisationId, item)}>{textIn(item.title, locale)}</a>
            <span class="s-sub">{textIn(item.summary, locale)}</span>
          </li>
        ))}
      </ul>
    </Plain>
  )
}
