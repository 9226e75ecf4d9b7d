// The assets that an alert leaves out because the hospital itself handed in a statement that frees them, each with its reason.
// SPDX-License-Identifier: EUPL-1.2
import { Details, Plain } from '../../../web/kit/index.ts'
import { type Asset, titleOfAsset } from '../../assets/index.ts'
import type { MemberExemption } from '../../matching/index.ts'
import type { AlertView } from './alert.tsx'
import { sayReasons } from './explain.ts'
import type { Reader } from './words.ts'

const maxAssets = 60

export interface ExemptedAssets {
  readonly assets: readonly Asset[]
  readonly exemptions: readonly MemberExemption[]
}

/** What counts, and what does not because of the hospital's own documents. */
export function partAssets(assets: readonly Asset[], exemptions: readonly MemberExemption[]) {
  const freed = new Set(exemptions.map((one) => one.productVersionId))
  return {
    assets: assets.filter((asset) => !freed.has(asset.productVersionId)),
    exempted: { assets: assets.filter((asset) => freed.has(asset.productVersionId)), exemptions },
  }
}

export function Exempted({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { assets, exemptions } = view.exempted
  if (assets.length === 0) return null
  const reasonOf = new Map(exemptions.map((one) => [one.productVersionId, one.grounds]))
  return (
    <Plain id="exempted" heading={t('alerts.exempted.title')}>
      <p>
        {t('alerts.exempted.lead', { count: assets.length })}{' '}
        <a href={`/o/${view.alert.organisationId}/vex`}>{t('alerts.exempted.documents')}</a>
      </p>
      <Details summary={t('alerts.exempted.which')}>
        <ul>
          {assets.slice(0, maxAssets).map((asset) => (
            <li key={asset.id}>
              <a href={`/o/${view.alert.organisationId}/assets/${asset.id}`}>{titleOfAsset(asset.facts)}</a>
              <ul>
                {(reasonOf.get(asset.productVersionId) ?? []).map(
                  ({ vulnerability, status, justifications, impact }) => (
                    <li key={vulnerability}>
                      {t('alerts.exempted.ground', {
                        vulnerability,
                        fixed: status === 'known_not_affected' ? 'other' : 'yes',
                        reason: sayReasons(justifications, impact, reader.translator),
                        hasReason: justifications.length > 0 || impact ? 'yes' : 'other',
                      })}
                    </li>
                  ),
                )}
              </ul>
            </li>
          ))}
        </ul>
        {assets.length > maxAssets && (
          <p>{t('alerts.exempted.more', { count: assets.length - maxAssets })}</p>
        )}
      </Details>
    </Plain>
  )
}
