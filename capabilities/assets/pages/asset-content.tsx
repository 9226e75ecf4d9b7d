// What the page of one asset shows: what we know, whether it can be matched, and what may be changed.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, Facts, Note, PageHead, Plain, Sheet, StateWord } from '../../../web/kit/index.ts'
import type { OwnProposal } from '../../matching/index.ts'
import { type Asset, type AssetFacts, factNames, titleOf } from '../asset.ts'
import { type AliasFaults, AliasSection, type TypedAlias } from './alias-section.tsx'
import { AssetForm, type FactFaults, FaultSummary } from './asset-form.tsx'
import { wayToAssets } from './way-to.ts'
import { dayOf, factText, hrefs, type Reader } from './words.ts'

export interface Shown {
  /** What has just been done. */
  readonly note: 'yes' | 'proposal' | null
  /** What was typed and could not be taken. */
  readonly typed: AssetFacts | null
  readonly faults: FactFaults
  /** A proposal that could not be taken. */
  readonly alias?: { readonly typed: TypedAlias; readonly faults: AliasFaults }
}

interface AssetContentProps {
  readonly asset: Asset
  readonly proposals: readonly OwnProposal[]
  readonly shown: Shown
  readonly reader: Reader
}

export function AssetContent({ asset, proposals, shown, reader }: AssetContentProps) {
  const { t, tr } = reader.translator
  const { facts, matchable, goneAt, missingSince } = asset
  const source = asset.source === 'form' ? 'assets.asset.fromForm' : 'assets.asset.fromImport'
  return (
    <>
      <FaultSummary faults={{ ...shown.faults, ...shown.alias?.faults }} reader={reader} />
      {shown.note && (
        <Note tone="done" announce>
          {t(shown.note === 'yes' ? 'assets.asset.saved' : 'matching.propose.sent')}
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
        <p>
          <a href={`${hrefs.asset(reader.organisationId, asset.id)}/advisories`}>
            {t('assets.asset.compared')}
          </a>
        </p>
        {reader.mayWrite && !goneAt && (
          <Changes asset={asset} proposals={proposals} shown={shown} reader={reader} />
        )}
      </div>
    </>
  )
}

function Changes({ asset, proposals, shown, reader }: AssetContentProps) {
  const { t } = reader.translator
  const path = hrefs.asset(reader.organisationId, asset.id)
  return (
    <>
      <Plain id="correct" heading={t('assets.asset.correct')}>
        <AssetForm action={path} facts={shown.typed ?? asset.facts} faults={shown.faults} reader={reader} />
      </Plain>
      <AliasSection
        assetId={asset.id}
        proposals={proposals}
        typed={shown.alias?.typed ?? null}
        faults={shown.alias?.faults ?? {}}
        reader={reader}
      />
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
