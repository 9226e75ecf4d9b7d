// Two names side by side, field by field; what only one of them says is bold, and said in a word.
// SPDX-License-Identifier: EUPL-1.2
import { type Column, Table } from '../../../web/kit/index.ts'
import type { PairEvidence, ReviewPair } from '../store.ts'
import { foldText, squeeze } from '../text.ts'
import { clip, type Reader } from './words.ts'

interface Row {
  readonly field: string
  readonly own: string
  readonly stated: string
}

const maxWords = 60
const maxListed = 6

export function Compared({
  pair,
  evidence,
  reader,
}: {
  readonly pair: ReviewPair
  readonly evidence: PairEvidence
  readonly reader: Reader
}) {
  const { t } = reader.translator
  return (
    <Table
      caption={t('matching.compared.caption')}
      columns={columnsOf(reader)}
      rows={rowsOf(pair, evidence, reader)}
      keyOf={(row) => row.field}
    />
  )
}

function rowsOf(
  { inventoryName, statedName }: ReviewPair,
  evidence: PairEvidence,
  reader: Reader,
): readonly Row[] {
  const { t } = reader.translator
  const listed = (values: readonly string[] | undefined) => (values ?? []).slice(0, maxListed).join(', ')
  const { inventory, stated } = evidence
  const rows = [
    { field: t('matching.field.vendor'), own: inventoryName.vendor, stated: statedName.vendor },
    { field: t('matching.field.product'), own: inventoryName.product, stated: statedName.product },
    {
      field: t('matching.field.model'),
      own: inventoryName.model,
      stated: statedName.model ?? listed(stated?.modelNumbers),
    },
    { field: 'CPE', own: inventory?.cpe, stated: stated?.cpe },
    { field: 'purl', own: inventory?.purl, stated: stated?.purl },
    { field: 'UDI-DI', own: inventory?.udiDi, stated: stated?.udiDi },
    {
      field: t('matching.field.platforms'),
      own: listed(inventory?.platforms),
      stated: listed(stated?.platforms),
    },
  ]
  return rows
    .map(({ field, own, stated: other }) => ({ field, own: own ?? '', stated: other ?? '' }))
    .filter(({ own, stated: other }, index) => index < 3 || own !== '' || other !== '')
}

function columnsOf(reader: Reader): readonly Column<Row>[] {
  const { t } = reader.translator
  const said = (text: string, other: string) =>
    text === '' ? (
      <span class="s-quiet">{t('matching.compared.unsaid')}</span>
    ) : (
      <Marked text={text} other={other} />
    )
  return [
    { label: t('matching.compared.field'), kind: 'head', cell: (row) => row.field },
    { label: t('matching.column.list'), cell: (row) => said(row.own, row.stated) },
    { label: t('matching.column.advisory'), cell: (row) => said(row.stated, row.own) },
    { label: t('matching.compared.result'), cell: (row) => t(`matching.compared.${compare(row)}`) },
  ]
}

function compare({ own, stated }: Row): 'equal' | 'differs' | 'oneOnly' | 'neither' {
  if (own === '' && stated === '') return 'neither'
  if (own === '' || stated === '') return 'oneOnly'
  return squeeze(foldText(own)) === squeeze(foldText(stated)) ? 'equal' : 'differs'
}

/** Words that the other side does not have. */
function Marked({ text, other }: { readonly text: string; readonly other: string }) {
  const known = new Set(other.split(/\s+/).map(wordOf))
  const isComparable = other !== ''
  const words = clip(text, 400).split(/\s+/).slice(0, maxWords)
  return (
    <span translate={false}>
      {words.map((word, index) => [
        index > 0 && ' ',
        isComparable && !known.has(wordOf(word)) ? <strong key={index}>{word}</strong> : word,
      ])}
    </span>
  )
}

function wordOf(word: string): string {
  return squeeze(foldText(word))
}
