// Faults of a document as a table: which clause, where, what, and what to do.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { RawText, Table } from '../../../web/kit/index.ts'
import type { Reader } from './words.ts'

const maxFaultsShown = 200

export interface FaultListProps {
  readonly faults: readonly Fault[]
  readonly caption: string
  readonly reader: Reader
}

/** Faults are written in English by the readers of the formats, so they are marked as English. */
export function FaultList({ faults, caption, reader }: FaultListProps) {
  const { t } = reader.translator
  const beyond = faults.length - maxFaultsShown
  return (
    <>
      <Table
        caption={caption}
        rows={[...faults.slice(0, maxFaultsShown)].sort((a, b) => (a.code < b.code ? -1 : 1))}
        keyOf={(_fault, index) => index}
        columns={[
          { label: t('advisories.fault.code'), kind: 'head', cell: ({ code }) => <code>{code}</code> },
          { label: t('advisories.fault.place'), cell: ({ place }) => <RawText text={place || '/'} /> },
          {
            label: t('advisories.fault.detail'),
            main: true,
            cell: ({ detail }) => <span lang="en">{detail}</span>,
          },
          { label: t('advisories.fault.remedy'), cell: ({ remedy }) => <span lang="en">{remedy}</span> },
        ]}
      />
      {beyond > 0 && <p class="s-small s-quiet">{t('advisories.fault.more', { count: beyond })}</p>}
    </>
  )
}
