// The columns in which the list shows an asset.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, StateWord } from '../../../web/kit/index.ts'
import { type Asset, titleOf } from '../asset.ts'
import { dayOf, factText, hrefs, type Reader } from './words.ts'

export function assetColumns(reader: Reader): readonly Column<Asset>[] {
  const { translator } = reader
  const { t } = translator
  const quiet = (text: string | null) => text ?? <span class="s-quiet">{t('assets.fact.empty')}</span>
  return [
    {
      label: t('assets.list.column.asset'),
      kind: 'head',
      cell: ({ id, facts, missingSince }) => (
        <>
          <a href={hrefs.asset(reader.organisationId, id)}>{titleOf(facts)}</a>
          {facts.externalId && <span class="s-sub">{facts.externalId}</span>}
          {missingSince && (
            <span class="s-sub">{t('assets.missing', { day: dayOf(missingSince, reader) })}</span>
          )}
        </>
      ),
    },
    {
      label: t('assets.list.column.make'),
      cell: ({ facts }) =>
        quiet([facts.vendor, facts.model ?? facts.product].filter(Boolean).join(' ') || null),
    },
    { label: t('assets.fact.version'), cell: ({ facts }) => quiet(facts.version) },
    { label: t('assets.fact.site'), cell: ({ facts }) => quiet(facts.site) },
    {
      label: t('assets.fact.clinicalRole'),
      cell: ({ facts }) => quiet(factText(facts, 'clinicalRole', translator)),
    },
    {
      label: t('assets.list.filter.matchable'),
      cell: ({ matchable }) => (
        <StateWord state={matchable === 'yes' ? 'done' : 'unknown'}>
          {t(`assets.matchable.${matchable}`)}
        </StateWord>
      ),
    },
  ]
}
