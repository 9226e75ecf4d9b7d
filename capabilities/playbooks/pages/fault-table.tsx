// What is wrong with a document from outside: where, what, and what to do; said in English by the reader of the format.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { RawText, Table } from '../../../web/kit/index.ts'
import type { Reader } from './words.ts'

export function FaultTable({
  caption,
  faults,
  reader: { translator },
}: {
  readonly caption: string
  readonly faults: readonly Fault[]
  readonly reader: Reader
}) {
  const { t } = translator
  return (
    <Table
      caption={caption}
      showCaption
      rows={faults}
      keyOf={(_fault, index) => index}
      columns={[
        {
          label: t('playbooks.fault.place'),
          kind: 'head',
          cell: ({ place }) => <RawText text={place || '/'} />,
        },
        {
          label: t('playbooks.fault.detail'),
          main: true,
          cell: ({ detail }) => <span lang="en">{detail}</span>,
        },
        { label: t('playbooks.fault.remedy'), cell: ({ remedy }) => <span lang="en">{remedy}</span> },
      ]}
    />
  )
}
