// One version of an own offer, as it was offered: the newest and every older one stay readable.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest, PageReply } from '../../../platform/http/endpoint.ts'
import { Facts, PageHead, Plain, Sheet } from '../../../web/kit/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { unknownItem } from '../contract/refusals.ts'
import { itemOf, type OwnVersion } from '../own-item.ts'
import { selectOwnVersions } from '../store/own-items.ts'
import { centreItems, centreRequests, ownItemHref } from './paths.ts'
import { instant, type Reader, readerOf } from './reader.ts'
import { localeNames, titleOf } from './words.ts'

export async function showOwnVersion(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<PageReply> {
  const reader = readerOf(context, book, request)
  const { t, locale } = reader.translator
  const versions = await context.database.asCentre((scope) => selectOwnVersions(scope, key))
  const shown = versions.find((one) => one.version === version)
  if (!shown) throw unknownItem()
  const { item, writtenIn } = itemOf(shown)
  const title = t('catalogue.own.versions.title', { version, title: titleOf(item, reader) })
  const content = (
    <>
      <PageHead
        title={title}
        wayTo={{
          label: t('catalogue.offer.way'),
          steps: [{ label: t('catalogue.views.items'), href: centreItems }],
        }}
        lead={textIn(item.summary, locale)}
      />
      <div class="s-stack-l">
        <Sheet id="what" heading={t('catalogue.offer.what')}>
          <p>{textIn(shown.content.what, locale) || textIn(shown.content.what, writtenIn[0] ?? 'en')}</p>
        </Sheet>
        <Plain id="details" heading={t('catalogue.offer.details')}>
          <Facts
            facts={[
              { term: t('catalogue.request.state'), value: t(`catalogue.own.state.${shown.state}`) },
              {
                term: t('catalogue.own.written'),
                value: localeNames(writtenIn, reader.translator),
              },
              {
                term: t('catalogue.own.changed'),
                value: t('catalogue.own.changed.value', {
                  day: instant(shown.at, reader, 'instant-year'),
                  name: shown.byName,
                }),
              },
            ]}
          />
        </Plain>
        <Versions versions={versions} reader={reader} />
      </div>
    </>
  )
  return { html: await context.render(request, { title, content, current: centreRequests }) }
}

export function Versions({
  versions,
  reader,
}: {
  readonly versions: readonly OwnVersion[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Plain id="versions" heading={t('catalogue.own.versions')}>
      <ul class="govuk-list">
        {versions.map(({ key, version, at, byName, state }) => (
          <li key={version}>
            <a href={`${ownItemHref(key)}/versions/${version}`}>
              {t('catalogue.own.versions.open', { version })}
            </a>{' '}
            <span class="s-quiet">
              {t(`catalogue.own.state.${state}`)} ·{' '}
              {t('catalogue.own.changed.value', { day: instant(at, reader, 'day-year'), name: byName })}
            </span>
          </li>
        ))}
      </ul>
    </Plain>
  )
}
