// What the page of one asset shows: what we know, whether it can be matched, and what may be changed.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Facts, Note, PageHead, Plain, Sheet, StateWord } from '../../../web/kit/index.ts'
import { type Asset, type AssetFacts, factNames, titleOf } from '../asset.ts'
import { AssetForm, type FactFaults, FaultSummary } from './asset-form.tsx'
import { wayToAssets } from './way-to.ts'
import { dayOf, factText, hrefs, type Reader } from './words.ts'

export interface Shown {
  readonly saved: boolean
  /** What was typed and could not be taken. */
  readonly typed: AssetFacts | null
  readonly faults: FactFaults
}

interface AssetContentProps {
  readonly asset: Asset
  readonly shown: Shown
  readonly reader: Reader
}

export function AssetContent({ asset, shown, reader }: AssetContentProps) {
  const { t, tr } = reader.translator
  const { facts, matchable, goneAt, missingSince } = asset
  const source = asset.source === 'form' ? 'assets.asset.fromForm' : 'assets.asset.fromImport'
  return (
    <>
      <FaultSummary faults={shown.faults} reader={reader} />
      {shown.saved && (
        <Note tone="done" announce>
          {t('assets.asset.saved')}
        </Note>
      )}
      <PageHead
        title={titleOf(facts)}
        wayTo={wayToAssets(reader)}
        lead={t(source, { day: dayOf(asset.changedAt, reader, 'day-year') })}
        meta={
          <StateWord state={goneAt ? 'late' : matchable === 'yes' ? 'done' : 'unknown'}>
            {goneAt
              ? t('assets.gone', { day: dayOf(goneAt, reader, 'day-year') })
              : t(`assets.matchable.${matchable}`)}
          </StateWord>
        }
        because={goneAt ? t('assets.asset.isGone') : tr(`assets.asset.because.${matchable}`)}
      />
      <div class="s-stack-l">
        {missingSince && !goneAt && (
          <Note tone="soon">{t('assets.asset.isMissing', { day: dayOf(missingSince, reader) })}</Note>
        )}
        <Sheet id="facts" heading={t('assets.asset.facts')}>
          <Facts
            facts={factNames.map((name) => ({
              term: t(`assets.fact.${name}`),
              value: factText(facts, name, reader.translator) ?? (
                <span class="s-quiet">{t('assets.fact.empty')}</span>
              ),
            }))}
          />
        </Sheet>
        {reader.mayWrite && !goneAt && <Changes asset={asset} shown={shown} reader={reader} />}
      </div>
    </>
  )
}

function Changes({ asset, shown, reader }: AssetContentProps) {
  const { t } = reader.translator
  const path = hrefs.asset(reader.organisationId, asset.id)
  return (
    <>
      <Plain id="correct" heading={t('assets.asset.correct')}>
        <AssetForm action={path} facts={shown.typed ?? asset.facts} faults={shown.faults} reader={reader} />
      </Plain>
      <Plain id="gone" heading={t('assets.asset.gone.heading')}>
        <p>{t('assets.asset.gone.text')}</p>
        <form method="post" action={`${path}/gone`}>
          <CsrfField token={reader.csrfToken} />
          <Button kind="secondary">{t('assets.asset.gone.button')}</Button>
        </form>
      </Plain>
    </>
  )
}
