// Requests as rows: what was asked for, by whom, where it stands, and by when an answer is due.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, StateWord, Table } from '../../../web/kit/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { ListedItem } from '../own-item.ts'
import type { ItemRequest } from '../request.ts'
import { centreRequestHref, requestHref } from './paths.ts'
import { day, instant, type Reader } from './reader.ts'
import { lookOf, stateText, titleOf } from './words.ts'

export interface RequestTableProps {
  readonly reader: Reader
  readonly requests: readonly ItemRequest[]
  readonly listed: readonly ListedItem[]
  /** For the centre: whose request it is. Null on a member's own page. */
  readonly memberOf: ((request: ItemRequest) => Pick<Organisation, 'name' | 'timeZone'>) | null
}

export function RequestTable({ reader, requests, listed, memberOf }: RequestTableProps) {
  const { t } = reader.translator
  const titles = new Map(listed.map(({ item }) => [item.key, titleOf(item, reader)]))
  const titleFor = ({ itemKey }: ItemRequest) => titles.get(itemKey) ?? itemKey
  const columns: readonly Column<ItemRequest>[] = [
    {
      label: t('catalogue.request.offer'),
      kind: 'head',
      main: true,
      phoneLabel: null,
      cell: (request) =>
        memberOf ? (
          <a href={centreRequestHref(request.organisationId, request.id)}>
            {memberOf(request).name}: {titleFor(request)}
          </a>
        ) : (
          <a href={requestHref(request.organisationId, request.id)}>{titleFor(request)}</a>
        ),
    },
    {
      label: t('catalogue.request.state'),
      cell: (request) => (
        <>
          <StateWord state={lookOf(request, reader.now)}>{stateText(request, reader)}</StateWord>
          {request.outcome && <span class="s-sub">{t(`catalogue.outcome.${request.outcome}`)}</span>}
        </>
      ),
    },
    {
      label: t('catalogue.request.askedBy'),
      cell: ({ askedByName, askedAt }) => (
        <>
          {askedByName}
          <span class="s-sub">{day(askedAt, reader)}</span>
        </>
      ),
    },
    {
      label: t('catalogue.request.due'),
      cell: (request) => {
        const { state, dueAt, promisedFor } = request
        // The day was promised as the house counts it.
        const timeZone = memberOf?.(request).timeZone ?? reader.timeZone
        if (state === 'promised' && promisedFor) return day(promisedFor, { ...reader, timeZone })
        return dueAt && (state === 'asked' || state === 'taken') ? instant(dueAt, reader) : ''
      },
    },
  ]
  return (
    <Table
      caption={memberOf ? t('catalogue.queue.open') : t('catalogue.offers.requests')}
      rows={requests}
      keyOf={({ organisationId, id }) => `${organisationId}-${id}`}
      stateOf={(request) => (lookOf(request, reader.now) === 'late' ? 'late' : undefined)}
      columns={columns}
    />
  )
}
