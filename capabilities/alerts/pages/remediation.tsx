// How far the hospital is on each asset and vulnerability, with the form that marks one, several or all.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import {
  Button,
  CheckboxField,
  type Column,
  CsrfField,
  Note,
  Plain,
  RadioField,
  SelectField,
  type State,
  StateWord,
  Table,
  Tick,
} from '../../../web/kit/index.ts'
import { isClosed } from '../alert.ts'
import { type RemediationStatus, remediationStatuses, statusOfAsset } from '../remediation.ts'
import { type AssetRemediation, countRemediation, selectRemediation } from '../store.ts'
import type { AlertView } from './alert.tsx'
import { linkTo } from './tags.tsx'
import type { Reader } from './words.ts'

/** More are marked by "all", or over JSON. */
const shownAssets = 60
const shownVulnerabilities = 6

const looks: Readonly<Record<RemediationStatus, State>> = {
  'not-remediated': 'new',
  'in-progress': 'half',
  done: 'done',
}

/** What the section shows, loaded with the rest of the page. */
export async function remediationOf(scope: MemberScope, advisoryId: number) {
  return {
    statistics: await countRemediation(scope, advisoryId),
    assets: await selectRemediation(scope, advisoryId, shownAssets),
  }
}

export interface RemediationProps {
  readonly view: AlertView
  readonly reader: Reader
  readonly role: AccountRole
  readonly csrfToken: string | null
}

export function Remediation({ view, reader, role, csrfToken }: RemediationProps) {
  const { alert, remediation } = view
  const { t, tr } = reader.translator
  const whole = remediation.statistics.find(({ vulnerability }) => vulnerability === null)
  if (!whole) return null
  const mayMark = role !== 'reader' && !isClosed(alert.state)
  const hidden = whole.matching - remediation.assets.length
  const table = (
    <Table
      caption={t('alerts.remediation.title')}
      columns={columnsOf(reader, mayMark)}
      rows={remediation.assets}
      keyOf={(asset) => asset.assetId}
    />
  )
  return (
    <Plain id="remediation" heading={t('alerts.remediation.title')}>
      <p>{t('alerts.remediation.counts', whole)}</p>
      {whole.done === whole.matching && !isClosed(alert.state) && (
        <Note tone="done">{tr('alerts.remediation.finished', { link: linkTo('#answer') })}</Note>
      )}
      {mayMark ? (
        <form
          method="post"
          class="s-stack"
          action={`/o/${alert.organisationId}/alerts/${alert.id}/remediation`}
        >
          <CsrfField token={csrfToken} />
          <p class="s-noprint">{t('alerts.remediation.lead')}</p>
          {table}
          {hidden > 0 && <p>{t('alerts.remediation.more', { count: hidden })}</p>}
          <MarkFields view={view} reader={reader} count={whole.matching} />
        </form>
      ) : (
        table
      )}
    </Plain>
  )
}

function MarkFields({
  view,
  reader,
  count,
}: Pick<RemediationProps, 'view' | 'reader'> & { readonly count: number }) {
  const { t } = reader.translator
  const names = view.remediation.statistics.flatMap(({ vulnerability }) => vulnerability || [])
  return (
    <div class="s-stack s-noprint">
      <CheckboxField
        name="all"
        label={t('alerts.remediation.all')}
        choices={[{ value: 'yes', label: t('alerts.remediation.all.yes', { count }) }]}
      />
      {names.length > 1 && (
        <SelectField
          name="vulnerability"
          label={t('alerts.remediation.vulnerability')}
          options={[
            { value: '', label: t('alerts.remediation.vulnerability.all') },
            ...names.map((name) => ({ value: name, label: name })),
          ]}
        />
      )}
      <RadioField
        name="status"
        label={t('alerts.remediation.mark')}
        choices={remediationStatuses.map((value) => ({
          value,
          label: t(`alerts.remediation.status.${value}`),
        }))}
        value="done"
      />
      <Button kind="secondary">{t('alerts.remediation.store')}</Button>
    </div>
  )
}

function columnsOf(reader: Reader, mayMark: boolean): readonly Column<AssetRemediation>[] {
  const { t } = reader.translator
  const tick: Column<AssetRemediation> = {
    label: t('alerts.remediation.column.choose'),
    kind: 'tick',
    hiddenLabel: true,
    cell: ({ assetId, title }) => (
      <Tick
        name="assetIds"
        value={String(assetId)}
        label={t('alerts.remediation.choose', { asset: title })}
      />
    ),
  }
  return [
    ...(mayMark ? [tick] : []),
    {
      label: t('alerts.remediation.column.asset'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ title, list }) => (
        <>
          {title}
          {list?.startsWith('sbom:') && <span class="s-sub">{list.slice('sbom:'.length)}</span>}
        </>
      ),
    },
    {
      label: t('alerts.remediation.column.status'),
      cell: (asset) => {
        const status = statusOfAsset(asset.vulnerabilities.map((one) => one.status))
        return <StateWord state={looks[status]}>{t(`alerts.remediation.status.${status}`)}</StateWord>
      },
    },
    {
      label: t('alerts.remediation.column.vulnerabilities'),
      cell: (asset) => <Vulnerabilities asset={asset} reader={reader} />,
    },
  ]
}

function Vulnerabilities({ asset, reader }: { readonly asset: AssetRemediation; readonly reader: Reader }) {
  const { t } = reader.translator
  const rest = asset.vulnerabilities.length - shownVulnerabilities
  return (
    <>
      {asset.vulnerabilities.slice(0, shownVulnerabilities).map(({ vulnerability, status, staleStatus }) => (
        <span key={vulnerability} class="s-sub">
          {vulnerability || t('alerts.remediation.unnamed')}: {t(`alerts.remediation.status.${status}`)}
          {staleStatus &&
            ` (${t('alerts.remediation.stale', { status: t(`alerts.remediation.status.${staleStatus}`) })})`}
        </span>
      ))}
      {rest > 0 && <span class="s-sub">+ {rest}</span>}
    </>
  )
}
