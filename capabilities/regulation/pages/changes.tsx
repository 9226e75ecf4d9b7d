// What the answers were before and are now, by day, so that a change is not overlooked.
// SPDX-License-Identifier: EUPL-1.2
import { Plain } from '../../../web/kit/index.ts'
import { itemByKey, itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { classFact } from '../entity-class.ts'
import type { Change } from '../store/outcomes.ts'
import { toldName } from '../words.ts'
import { day, type Reader } from './reader.ts'

export function Changes({
  changes,
  reader,
}: {
  readonly changes: readonly Change[]
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  if (changes.length === 0) return null
  return (
    <Plain id="changes" heading={t('regulation.changes')}>
      {[...Map.groupBy(changes, ({ notedAt }) => day(notedAt, reader))].map(([when, own]) => (
        <div key={when}>
          <h3>{when}</h3>
          <ul class="s-duties">
            {own.map((change, index) => (
              <li key={index}>
                <Subject change={change} reader={reader} />{' '}
                <span class="s-quiet">
                  {t('regulation.change', {
                    before: toldName(change.before, translator),
                    now: toldName(change.outcome, translator),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Plain>
  )
}

function Subject({ change, reader }: { readonly change: Change; readonly reader: Reader }) {
  const { t, locale } = reader.translator
  if (change.subject === classFact) return <strong>{t('regulation.class')}</strong>
  const item = itemByKey(change.subject)
  if (!item) return <>{change.subject}</>
  return <a href={itemHref(reader.organisationId, item)}>{textIn(item.title, locale)}</a>
}
