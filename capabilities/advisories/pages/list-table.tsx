// The columns of the list of advisories.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, StateWord } from '../../../web/kit/index.ts'
import type { ListedAdvisory } from '../store/listing.ts'
import { listPath } from './paths.ts'
import { clip, formatNames, instant, type Reader, stateWord, validityWord } from './words.ts'

/** Titles are foreign: the renderer escapes them, the length is bounded here. */
export function columnsOf(reader: Reader): readonly Column<ListedAdvisory>[] {
  const { t } = reader.translator
  return [
    {
      label: t('advisories.column.advisory'),
      kind: 'head',
      main: true,
      cell: ({ id, title, publisher, trackingId, version }) => (
        <>
          <a href={`${listPath}/${id}`}>{clip(title)}</a>
          <span class="s-sub">
            {clip(publisher, 80)} · {clip(trackingId, 80)} · {clip(version, 40)}
          </span>
        </>
      ),
    },
    {
      label: t('advisories.column.severity'),
      nowrap: true,
      cell: ({ maxBaseScore, aggregateSeverity }) => (
        <>
          {maxBaseScore === null ? t('advisories.one.unsaid') : `CVSS ${maxBaseScore.toFixed(1)}`}
          {aggregateSeverity && <span class="s-sub">{clip(aggregateSeverity, 60)}</span>}
        </>
      ),
    },
    {
      label: t('advisories.column.state'),
      cell: ({ state, deletedAt }) =>
        deletedAt === null ? stateWord(state, reader) : t('advisories.state.deleted'),
    },
    {
      label: t('advisories.column.format'),
      cell: ({ format, validity }) => (
        <>
          {formatNames[format]}
          <span class="s-sub">
            <StateWord state={validity === 'valid' ? 'done' : 'unknown'}>
              {validityWord(validity, reader)}
            </StateWord>
          </span>
        </>
      ),
    },
    {
      label: t('advisories.column.recorded'),
      cell: ({ recordedAt, revisedAt }) => (
        <>
          {instant(recordedAt, reader)}
          {revisedAt && (
            <span class="s-sub">{t('advisories.list.released', { at: instant(revisedAt, reader) })}</span>
          )}
        </>
      ),
    },
    {
      label: t('advisories.column.read'),
      nowrap: true,
      cell: ({ isRead }) => (
        <StateWord state={isRead ? 'done' : 'new'}>
          {isRead ? t('advisories.read.yes') : t('advisories.read.no')}
        </StateWord>
      ),
    },
  ]
}
