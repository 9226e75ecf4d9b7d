// Step 3 of an import: the difference before it is stored, and the result afterwards.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  ButtonLink,
  CsrfField,
  Details,
  LinkButton,
  Note,
  PageHead,
  Plain,
  Sheet,
  Tally,
} from '../../../web/kit/index.ts'
import { factNames } from '../asset.ts'
import type { Import, ImportSummary } from '../import.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { FaultTable } from './fault-table.tsx'
import { DiscardForm } from './import-columns.tsx'
import { ImportRows, type RowList } from './import-rows.tsx'
import { wayToAssets } from './way-to.ts'
import { dayOf, hrefs, type Reader } from './words.ts'

export interface DifferenceProps {
  readonly found: Import & { readonly summary: ImportSummary }
  readonly list: RowList
  readonly rejected: readonly ImportRow[]
  /** Those that are missing and not yet confirmed as gone. */
  readonly missing: number
  readonly goneConfirmed: boolean
  readonly reader: Reader
}

export function DifferenceContent(props: DifferenceProps) {
  const head = props.found.state === 'stored' ? storedHead(props) : comparedHead(props)
  const { found, list, reader, goneConfirmed } = props
  const { t } = reader.translator
  const isStored = found.state === 'stored'
  const content = (
    <>
      {goneConfirmed && (
        <Note tone="done" announce>
          {t('assets.gone.done')}
        </Note>
      )}
      <PageHead {...head} meta={t('assets.import.step3')} wayTo={wayToAssets(reader)} />
      <div class="s-stack-l">
        <Figures {...props} />
        {isStored && found.summary.rejected > 0 && <Rejected {...props} />}
        {!isStored && reader.mayWrite && <Store {...props} />}
        {!(isStored && list.outcome === 'rejected') && (
          <Plain id="rows" heading={t(`assets.outcome.${list.outcome}`)} flush>
            <ImportRows found={found} list={list} reader={reader} />
          </Plain>
        )}
        {isStored && props.missing > 0 && <Gone {...props} />}
        {found.faults.length > 0 && (
          <Details summary={t('assets.import.notes')} open={!isStored}>
            <FaultTable faults={found.faults} reader={reader} />
          </Details>
        )}
        <p>
          <a href={hrefs.list(reader.organisationId)}>{t('assets.result.back')}</a>
        </p>
      </div>
    </>
  )
  return { title: head.title, content }
}

function comparedHead({ found, reader }: DifferenceProps) {
  const { t, tr } = reader.translator
  const { added, changed, gone } = found.summary
  const remembered = found.table?.rememberedAt
  const lead = t('assets.difference.lead', { file: found.fileName })
  return {
    title: t('assets.difference.title', { added, changed, gone }),
    lead: remembered
      ? `${lead} ${t('assets.difference.remembered', { day: dayOf(new Date(remembered), reader) })}`
      : lead,
    because: tr('assets.difference.because'),
  }
}

function storedHead({ found, reader }: DifferenceProps) {
  const { t, tr } = reader.translator
  const { added, changed, unchanged, rejected, storedAt } = found.summary
  const stored = added + changed + unchanged
  const time = dayOf(storedAt ? new Date(storedAt) : found.changedAt, reader, 'instant-year')
  return {
    title: t('assets.result.title', { stored, total: stored + rejected, rejected }),
    lead: t('assets.result.lead', { time, file: found.fileName }),
    because: tr('assets.result.because', {
      link: (text) => <a href={`/o/${reader.organisationId}/alerts`}>{text}</a>,
    }),
  }
}

function Figures({ found, reader }: DifferenceProps) {
  const { translator } = reader
  const { t } = translator
  const { summary } = found
  const path = hrefs.import(reader.organisationId, found.id)
  const facts = factNames.flatMap((name) => {
    const count = summary.changedFacts[name]
    return count ? [t('assets.outcome.changed.note', { fact: t(`assets.fact.${name}`), count })] : []
  })
  const figure = (outcome: 'added' | 'changed' | 'gone' | 'rejected', note?: string) => ({
    term: t(`assets.outcome.${outcome}`),
    figure: formatNumber(summary[outcome], translator),
    href: `${path}?show=${outcome}#rows`,
    ...(note ? { note } : {}),
    ...(outcome === 'rejected' && summary.rejected > 0 ? { tone: 'late' as const } : {}),
  })
  return (
    <Tally
      figures={[
        figure('added'),
        figure('changed', facts.slice(0, 3).join(', ')),
        {
          term: t('assets.outcome.unchanged'),
          figure: formatNumber(summary.unchanged, translator),
          href: hrefs.list(reader.organisationId),
        },
        figure('gone', t('assets.outcome.gone.note')),
        figure('rejected', t('assets.outcome.rejected.note')),
      ]}
    />
  )
}

function Store({ found, reader }: DifferenceProps) {
  const { t } = reader.translator
  const path = hrefs.import(reader.organisationId, found.id)
  const { added, changed, gone } = found.summary
  return (
    <div class="s-actions">
      <form method="post" action={`${path}/confirm`}>
        <CsrfField token={reader.csrfToken} />
        <Button>{t('assets.difference.store', { changes: added + changed + gone })}</Button>
      </form>
      {found.table && (
        <form method="post" action={`${path}/reopen`}>
          <CsrfField token={reader.csrfToken} />
          <LinkButton>{t('assets.difference.columns')}</LinkButton>
        </form>
      )}
      <DiscardForm path={path} reader={reader} />
      <span class="s-small s-quiet">{t('assets.difference.next')}</span>
    </div>
  )
}

function Rejected({ found, rejected, reader }: DifferenceProps) {
  const { t } = reader.translator
  const count = found.summary.rejected
  const file = `${hrefs.import(reader.organisationId, found.id)}/rejected.csv`
  return (
    <Sheet
      id="rejected"
      heading={t('assets.rejected.heading', { count })}
      aside={<a href={file}>{t('assets.rejected.download')}</a>}
      flush
    >
      <FaultTable faults={rejected.flatMap((row) => row.fault ?? [])} reader={reader} />
      {count > rejected.length && (
        <p class="s-sheet__body s-quiet">
          {t('shell.list.shownOf', { shown: rejected.length, total: count })}
        </p>
      )}
      {reader.mayWrite && (
        <div class="s-sheet__body">
          <Actions>
            <ButtonLink href={hrefs.upload(reader.organisationId)}>
              {t('assets.rejected.correct', { count })}
            </ButtonLink>
          </Actions>
        </div>
      )}
    </Sheet>
  )
}

function Gone({ found, missing, reader }: DifferenceProps) {
  const { t } = reader.translator
  const path = hrefs.import(reader.organisationId, found.id)
  return (
    <Plain id="gone" heading={t('assets.gone.heading', { count: missing })}>
      <p>{t('assets.gone.text')}</p>
      <p>
        <a href={`${path}?show=gone#rows`}>{t('assets.gone.show')}</a>
      </p>
      {reader.mayWrite && (
        <form method="post" action={`${path}/gone`}>
          <CsrfField token={reader.csrfToken} />
          <Button kind="secondary">{t('assets.gone.confirm', { count: missing })}</Button>
        </form>
      )}
    </Plain>
  )
}
