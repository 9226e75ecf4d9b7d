// The tables of a comparison: statuses, remediations, values, lines; all texts are foreign and cut.
// SPDX-License-Identifier: EUPL-1.2
import { Change, Empty, RawText, Table } from '../../../web/kit/index.ts'
import type { Line } from '../difference/lines.ts'
import type { RemediationDifference, StatedStatus, StatementDifference } from '../difference/statements.ts'
import type { ValueDifference } from '../difference/values.ts'
import { versionText } from './statement-table.tsx'
import { clip, type Reader } from './words.ts'

interface Props<Difference> {
  readonly differences: readonly Difference[]
  readonly reader: Reader
}

export function StatusTable({ differences, reader }: Props<StatementDifference>) {
  const { t } = reader.translator
  if (differences.length === 0) return <None text={t('advisories.compare.statements.none')} reader={reader} />
  return (
    <Table
      caption={t('advisories.compare.statements')}
      rows={differences}
      keyOf={(_difference, index) => index}
      columns={[
        {
          label: t('advisories.one.product'),
          kind: 'head',
          main: true,
          cell: ({ product }) => clip(product),
        },
        {
          label: t('advisories.one.vulnerability'),
          cell: ({ vulnerability }) =>
            vulnerability === null ? t('advisories.one.whole') : clip(vulnerability, 100),
        },
        {
          label: t('advisories.compare.difference'),
          cell: ({ before, after }) => (
            <Both before={statusTexts(before, reader)} after={statusTexts(after, reader)} reader={reader} />
          ),
        },
      ]}
    />
  )
}

const maxStatusesShown = 10

function statusTexts(statuses: readonly StatedStatus[], reader: Reader): string | null {
  if (statuses.length === 0) return null
  const texts = statuses
    .slice(0, maxStatusesShown)
    .map(({ status, version }) => `${status}: ${clip(versionText(version, reader), 100)}`)
  return `${texts.join('; ')}${statuses.length > maxStatusesShown ? '; …' : ''}`
}

export function RemediationTable({ differences, reader }: Props<RemediationDifference>) {
  const { t } = reader.translator
  if (differences.length === 0)
    return <None text={t('advisories.compare.remediations.none')} reader={reader} />
  return (
    <Table
      caption={t('advisories.compare.remediations')}
      rows={differences}
      keyOf={(_difference, index) => index}
      columns={[
        {
          label: t('advisories.one.category'),
          kind: 'head',
          cell: ({ category, vulnerabilities }) => (
            <>
              <code>{category}</code>
              <span class="s-sub">{clip(vulnerabilities.join(', '), 120)}</span>
            </>
          ),
        },
        {
          label: t('advisories.compare.difference'),
          main: true,
          cell: ({ before, after }) => (
            <Both
              before={before && clip(before, 1_000)}
              after={after && clip(after, 1_000)}
              reader={reader}
            />
          ),
        },
      ]}
    />
  )
}

export function ValueTable({ differences, reader }: Props<ValueDifference>) {
  const { t } = reader.translator
  if (differences.length === 0) return <None text={t('advisories.compare.values.none')} reader={reader} />
  return (
    <Table
      caption={t('advisories.compare.values')}
      rows={differences}
      keyOf={(_difference, index) => index}
      columns={[
        {
          label: t('advisories.compare.place'),
          kind: 'head',
          cell: ({ pointer }) => <RawText text={pointer || '/'} />,
        },
        {
          label: t('advisories.compare.kind'),
          cell: ({ kind }) =>
            ({
              added: t('advisories.compare.added'),
              removed: t('advisories.compare.removed'),
              changed: t('advisories.compare.changed'),
            })[kind],
        },
        {
          label: t('advisories.compare.difference'),
          main: true,
          cell: ({ before, after }) => <Both before={before} after={after} reader={reader} />,
        },
      ]}
    />
  )
}

/** Each line says in a word what became of it; colour is not needed to tell. */
export function LineTable(props: { readonly lines: readonly (Line | null)[]; readonly reader: Reader }) {
  const { lines, reader } = props
  const { t } = reader.translator
  const words = { added: '+', removed: '−', same: '' } as const
  const heard = {
    added: t('advisories.compare.added'),
    removed: t('advisories.compare.removed'),
    same: '',
  }
  return (
    <Table
      caption={t('advisories.compare.lines')}
      stack={false}
      rows={lines}
      keyOf={(_line, index) => index}
      columns={[
        {
          label: t('advisories.compare.line'),
          kind: 'head',
          cell: (line) => line?.after ?? line?.before ?? '…',
        },
        {
          label: t('advisories.compare.kind'),
          cell: (line) =>
            line !== null && (
              <>
                <span aria-hidden="true">{words[line.kind]}</span>
                <span class="s-hide">{heard[line.kind]}</span>
              </>
            ),
        },
        {
          label: t('advisories.compare.text'),
          main: true,
          cell: (line) => line !== null && <RawText text={line.text} />,
        },
      ]}
    />
  )
}

function Both(props: {
  readonly before: string | null
  readonly after: string | null
  readonly reader: Reader
}) {
  const { before, after, reader } = props
  const { t } = reader.translator
  if (before === null) return <RawText text={after ?? ''} />
  if (after === null) return <del class="s-was s-raw">{before}</del>
  return (
    <Change
      was={before}
      is={after}
      wasWord={t('advisories.compare.was')}
      isWord={t('advisories.compare.is')}
    />
  )
}

function None({ text, reader }: { readonly text: string; readonly reader: Reader }) {
  return <Empty heading={reader.translator.t('advisories.compare.none')}>{text}</Empty>
}
