// The assets that an alert leaves out because the publisher means pieces with other serial numbers.
// SPDX-License-Identifier: EUPL-1.2
import { Details, Plain } from '../../../web/kit/index.ts'
import { type Asset, titleOfAsset } from '../../assets/index.ts'
import { isMeantBy, type Verdict } from '../../matching/index.ts'
import type { AlertView } from './alert.tsx'
import type { Reader } from './words.ts'

const maxAssets = 60

/** What counts, and what does not because its serial number is none of those that the publisher means. */
export function partPieces(assets: readonly Asset[], verdicts: readonly Verdict[]) {
  const serialsOf = new Map(verdicts.map((verdict) => [verdict.productVersionId, verdict.serials]))
  const isMeant = ({ productVersionId, facts }: Asset) =>
    isMeantBy(serialsOf.get(productVersionId) ?? null, facts.serial)
  return { assets: assets.filter(isMeant), otherPieces: assets.filter((asset) => !isMeant(asset)) }
}

export function OtherPieces({ view, reader }: { readonly view: AlertView; readonly reader: Reader }) {
  const { t } = reader.translator
  const { otherPieces, alert } = view
  if (otherPieces.length === 0) return null
  return (
    <Plain id="other-pieces" heading={t('alerts.pieces.title')}>
      <p>{t('alerts.pieces.lead', { count: otherPieces.length })}</p>
      <Details summary={t('alerts.exempted.which')}>
        <ul>
          {otherPieces.slice(0, maxAssets).map((asset) => (
            <li key={asset.id}>
              <a href={`/o/${alert.organisationId}/assets/${asset.id}`}>{titleOfAsset(asset.facts)}</a>,{' '}
              {asset.facts.serial}
            </li>
          ))}
        </ul>
        {otherPieces.length > maxAssets && (
          <p>{t('alerts.exempted.more', { count: otherPieces.length - maxAssets })}</p>
        )}
      </Details>
    </Plain>
  )
}
