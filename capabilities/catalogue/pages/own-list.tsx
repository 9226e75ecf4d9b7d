// The list of the centre's own offers, retired ones too, with the languages that lack.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { ButtonLink, Empty, PageHead, ReasonLine, Sheet, StateWord, Table } from '../../../web/kit/index.ts'
import type { FactBook } from '../../facts/index.ts'
import { itemOf, type OwnVersion, writtenIn } from '../own-item.ts'
import { selectOwnItems } from '../store/own-items.ts'
import { CentreViews } from './centre-views.tsx'
import { centreItems, centreRequests, ownItemHref } from './paths.ts'
import { instant, type Reader, readerOf } from './reader.ts'
import { localeNames, titleOf } from './words.ts'

export function ownListPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: centreItems,
    permission: 'catalogue:assist',
    params: nothing,
    query: nothing,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, book, request)
      const { t, tr } = reader.translator
      const mayEdit = request.membership?.role === 'administrator'
      const items = await context.database.asCentre(selectOwnItems)
      const title = t('catalogue.own.title', { count: items.length })
      const content = (
        <>
          <PageHead title={title} lead={t('catalogue.own.lead')} />
          <CentreViews reader={reader} current="items" />
          <div class="s-stack-l">
            {mayEdit ? (
              <div>
                <ButtonLink href={`${centreItems}/new`}>{t('catalogue.own.new')}</ButtonLink>
              </div>
            ) : (
              <ReasonLine>{tr('catalogue.own.only-admin')}</ReasonLine>
            )}
            {items.length === 0 ? (
              <Empty heading={title}>{t('catalogue.own.empty.text')}</Empty>
            ) : (
              <Sheet id="items" heading={t('catalogue.views.items')} flush>
                <ItemTable items={items} reader={reader} mayEdit={mayEdit} />
              </Sheet>
            )}
          </div>
        </>
      )
      return { html: await context.render(request, { title, content, current: centreRequests }) }
    },
  })
}

function ItemTable({
  items,
  reader,
  mayEdit,
}: {
  readonly items: readonly OwnVersion[]
  readonly reader: Reader
  readonly mayEdit: boolean
}) {
  const { translator } = reader
  const { t } = translator
  return (
    <Table
      caption={t('catalogue.views.items')}
      rows={items}
      keyOf={({ key }) => key}
      columns={[
        {
          label: t('catalogue.column.offer'),
          kind: 'head',
          main: true,
          phoneLabel: null,
          cell: (own) => (
            <a href={mayEdit ? ownItemHref(own.key) : `${ownItemHref(own.key)}/versions/${own.version}`}>
              {titleOf(itemOf(own).item, reader)}
            </a>
          ),
        },
        {
          label: t('catalogue.request.state'),
          cell: ({ state }) => (
            <StateWord state={state === 'offered' ? 'done' : 'silent'}>
              {t(`catalogue.own.state.${state}`)}
            </StateWord>
          ),
        },
        {
          label: t('catalogue.own.written'),
          cell: ({ content }) => {
            const written = writtenIn(content)
            const lacking = locales.filter((locale) => !written.includes(locale))
            return (
              <>
                {localeNames(written, translator)}
                {lacking.length > 0 && (
                  <span class="s-sub">
                    {t('catalogue.own.lacking', { languages: localeNames(lacking, translator) })}
                  </span>
                )}
              </>
            )
          },
        },
        { label: t('catalogue.own.version'), kind: 'number', cell: ({ version }) => version },
        {
          label: t('catalogue.own.changed'),
          cell: ({ at, byName }) =>
            t('catalogue.own.changed.value', { day: instant(at, reader, 'day-year'), name: byName }),
        },
      ]}
    />
  )
}
