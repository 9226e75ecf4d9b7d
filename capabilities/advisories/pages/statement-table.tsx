// What an advisory says about which product, as it says it.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion, Statement } from '@salus/standards/advisory'
import { RawText, Table } from '../../../web/kit/index.ts'
import { clip, type Reader } from './words.ts'

export function StatementTable(props: {
  readonly statements: readonly Statement[]
  readonly reader: Reader
}) {
  const { t } = props.reader.translator
  return (
    <Table
      caption={t('advisories.one.statements')}
      rows={props.statements}
      keyOf={(_statement, index) => index}
      columns={[
        {
          label: t('advisories.one.product'),
          kind: 'head',
          main: true,
          cell: ({ product, pointer }) => (
            <>
              {clip(product.fullName)}
              <span class="s-sub s-raw">{clip(pointer, 160)}</span>
            </>
          ),
        },
        {
          label: t('advisories.one.versions'),
          cell: ({ version }) => <RawText text={versionText(version, props.reader)} />,
        },
        { label: t('advisories.one.status'), cell: ({ status }) => <code>{status}</code> },
        {
          label: t('advisories.one.vulnerability'),
          cell: ({ vulnerability }) =>
            vulnerability === null ? t('advisories.one.whole') : clip(vulnerability, 100),
        },
      ]}
    />
  )
}

/** As written, or as the signs that all publishers use. */
export function versionText(version: StatedVersion, { translator: { t } }: Reader): string {
  if (version.kind === 'unstated') return t('advisories.one.unsaid')
  if (version.kind === 'all') return t('advisories.one.allVersions')
  if (version.kind !== 'bounds') return version.text
  const low = version.low === null ? '' : `${version.lowInclusive ? '>=' : '>'} ${version.low}`
  const high = version.high === null ? '' : `${version.highInclusive ? '<=' : '<'} ${version.high}`
  return [low, high].filter(Boolean).join(', ') || t('advisories.one.allVersions')
}
