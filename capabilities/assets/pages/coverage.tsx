// How much of the inventory can be watched, and which assets need a fact.
// SPDX-License-Identifier: EUPL-1.2
import { CoverageMeter, Plain, ReasonLine } from '../../../web/kit/index.ts'
import type { Coverage } from '../coverage.ts'
import { hrefs, type Reader } from './words.ts'

export function CoverageSection({
  coverage,
  reader,
}: {
  readonly coverage: Coverage
  readonly reader: Reader
}) {
  const { t, tr } = reader.translator
  const unmatched = coverage.total - coverage.matchable
  const path = hrefs.list(reader.organisationId)
  return (
    <Plain id="coverage" heading={t('assets.coverage.heading')}>
      <CoverageMeter
        matched={coverage.matchable}
        unmatched={unmatched}
        say={t('assets.coverage.say', { matchable: coverage.matchable, total: coverage.total })}
        matchedLabel={t('assets.coverage.matched', { count: coverage.matchable })}
        unmatchedLabel={t('assets.coverage.unmatched', { count: unmatched })}
      >
        {unmatched > 0 && (
          <ReasonLine>
            {tr('assets.coverage.because', {
              needsVersion: coverage.needsVersion,
              needsProduct: coverage.needsProduct,
              lifeSupporting: coverage.lifeSupportingUnmatched,
            })}
          </ReasonLine>
        )}
        {coverage.needsVersion > 0 && (
          <p>
            <a href={`${path}?matchable=needs-version`}>{t('assets.coverage.showVersion')}</a>
          </p>
        )}
        {coverage.needsProduct > 0 && (
          <p>
            <a href={`${path}?matchable=needs-product`}>{t('assets.coverage.showProduct')}</a>
          </p>
        )}
      </CoverageMeter>
    </Plain>
  )
}
