// What is wrong with a file or its rows: where, what it says, why not, what to do.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import type { RejectedItem } from '@salus/standards/inventory'
import { type Column, RawText, ReasonLine, Table } from '../../../web/kit/index.ts'
import { faultText, type Reader } from './words.ts'

interface FaultTableProps {
  readonly faults: readonly (Fault | RejectedItem)[]
  readonly reader: Reader
}

export function FaultTable({ faults, reader }: FaultTableProps) {
  const { t } = reader.translator
  const quotes = faults.some((fault) => 'says' in fault)
  const says: Column<Fault | RejectedItem> = {
    label: t('assets.rejected.says'),
    kind: 'head',
    cell: (fault) =>
      'says' in fault && fault.says ? (
        <RawText text={fault.says} />
      ) : (
        <span class="s-quiet">{t('assets.fact.empty')}</span>
      ),
  }
  return (
    <Table
      caption={t('assets.rejected.why')}
      rows={faults}
      keyOf={(_, index) => index}
      columns={[
        { label: t('assets.rejected.place'), cell: (fault) => fault.place },
        ...(quotes ? [says] : []),
        {
          label: t('assets.rejected.why'),
          cell: (fault) => {
            const { why, lang } = faultText(fault, reader.translator)
            return (
              <ReasonLine>
                <span lang={lang}>{why}</span>
              </ReasonLine>
            )
          },
        },
        {
          label: t('assets.rejected.do'),
          cell: (fault) => {
            const { whatToDo, lang } = faultText(fault, reader.translator)
            return <span lang={lang}>{whatToDo}</span>
          },
        },
      ]}
    />
  )
}
