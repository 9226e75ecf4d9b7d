// What stands at the head of a document, as facts.
// SPDX-License-Identifier: EUPL-1.2
import type { Fact } from '../../../web/kit/index.ts'
import type { AdvisoryView } from '../actions/view.ts'
import { clip, formatNames, instant, type Reader, stateWord, validityWord } from './words.ts'

export function factsOf({ details, sha256 }: AdvisoryView, reader: Reader): readonly Fact[] {
  const { t } = reader.translator
  const { content } = details
  const whenSaid = (at: string | null) =>
    at === null ? t('advisories.one.unsaid') : instant(new Date(at), reader)
  return [
    {
      term: t('advisories.column.state'),
      value: details.deletedAt === null ? stateWord(details.state, reader) : t('advisories.state.deleted'),
    },
    { term: t('advisories.column.validity'), value: validityWord(details.validity, reader) },
    { term: t('advisories.column.format'), value: formatNames[details.format] },
    { term: t('advisories.one.version'), value: clip(details.version, 120) },
    ...headFacts(details, reader),
    { term: t('advisories.one.tlp'), value: content.tlp ?? t('advisories.one.unsaid') },
    { term: t('advisories.one.published'), value: whenSaid(content.publishedAt) },
    { term: t('advisories.one.revised'), value: whenSaid(content.revisedAt) },
    { term: t('advisories.column.recorded'), value: instant(details.recordedAt, reader) },
    { term: t('advisories.one.hash'), value: <code class="s-raw">{sha256}</code> },
  ]
}

/** What only CSAF states. */
function headFacts(details: AdvisoryView['details'], { translator: { t } }: Reader): readonly Fact[] {
  const { category, aggregateSeverity, publisherCategory, publisherNamespace } = details
  return [
    ...(category ? [{ term: t('advisories.filter.category'), value: clip(category, 120) }] : []),
    ...(aggregateSeverity
      ? [{ term: t('advisories.filter.severity'), value: clip(aggregateSeverity, 120) }]
      : []),
    ...(publisherCategory
      ? [
          {
            term: t('advisories.filter.publisherCategory'),
            value: t(`advisories.publisher.${publisherCategory as 'vendor'}`),
          },
        ]
      : []),
    ...(publisherNamespace
      ? [{ term: t('advisories.order.publisherNamespace'), value: clip(publisherNamespace, 200) }]
      : []),
  ]
}
