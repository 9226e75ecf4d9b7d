// The page of measures: the pack for this size of house, the ten essentials first, where each stands and why.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import {
  ButtonLink,
  FilterBar,
  NextStep,
  PageHead,
  Plain,
  ReasonLine,
  SelectField,
  Sheet,
  StateWord,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import {
  art21Measures,
  houseSizes,
  type MeasureStanding,
  measureStanding,
  ownItemsOf,
} from '../../catalogue/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { sizeQuery } from '../contract/forms.ts'
import { type ChosenSize, type Letter, type Measure, type Pack, packOf, sizeFor } from '../pack.ts'
import { measureHref, measuresBase, measuresHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { lookOfStanding, standingReason } from './words.ts'

export interface Standings {
  readonly chosen: ChosenSize
  readonly of: ReadonlyMap<string, MeasureStanding>
}

export function measuresPage(context: Context, facts: FactBook): Page {
  return definePage({
    method: 'GET',
    path: measuresBase,
    permission: 'guidance:read',
    params: memberPath,
    query: sizeQuery,
    body: nothing,
    handle: (request) => show(context, facts, request, request.query),
  })
}

export function sizeOf(typed: string) {
  return houseSizes.find((size) => size === typed) ?? null
}

export async function standingsFor(
  context: Context,
  facts: FactBook,
  request: AnyRequest,
  size: string,
): Promise<Standings> {
  const about = await context.database.asMember(request.organisationId, (scope) =>
    facts.about(scope, request.organisationId, request.now),
  )
  return {
    chosen: sizeFor(about, sizeOf(size)),
    of: new Map(ownItemsOf('measure').map((measure) => [measure.key, measureStanding(measure, about)])),
  }
}

async function show(
  context: Context,
  facts: FactBook,
  request: AnyRequest,
  query: { readonly size: string; readonly letter: string },
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const standings = await standingsFor(context, facts, request, query.size)
  const letter = art21Measures.find((one) => one === query.letter) ?? null
  const all = packOf(ownItemsOf('measure'))
  const done = all.essentials.filter(({ key }) => standings.of.get(key)?.standing === 'done').length
  const { t } = reader.translator
  const title = t('guidance.measures.title', { done, count: all.essentials.length })
  const shared = { reader, facts, standings }
  const content = (
    <>
      <PageHead
        title={title}
        lead={t('guidance.measures.lead', { size: t(`guidance.size.${standings.chosen.size}`) })}
        because={<SizeReason {...shared} />}
      />
      <Next {...shared} pack={all} />
      <Choices {...shared} letter={letter} />
      <Lists {...shared} pack={packOf(ownItemsOf('measure'), letter)} />
      <p class="s-above">
        <a href={`${measuresHref(request.organisationId)}/pack?size=${standings.chosen.size}`}>
          {t('guidance.measures.print')}
        </a>
      </p>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: measuresHref(request.organisationId) }),
  }
}

interface Shared {
  readonly reader: Reader
  readonly facts: FactBook
  readonly standings: Standings
}

/** Unknown is said, with the way to say it; the smallest pack is shown meanwhile. */
export function SizeReason({ reader, standings }: Pick<Shared, 'reader' | 'standings'>) {
  const { t, tr } = reader.translator
  const { size, because } = standings.chosen
  return tr(`guidance.size.because.${because}`, {
    size: t(`guidance.size.${size}`),
    a: (text) => <a href={`/o/${reader.organisationId}/organisation`}>{text}</a>,
  })
}

function Next({ reader, facts, standings, pack }: Shared & { readonly pack: Pack }) {
  const { t } = reader.translator
  const next = [...pack.essentials, ...pack.others].find(
    ({ key }) => standings.of.get(key)?.standing !== 'done',
  )
  const standing = next && standings.of.get(next.key)
  if (!next || !standing) return null
  return (
    <NextStep
      id="next"
      label={t('guidance.measures.next')}
      heading={textIn(next.title, reader.translator.locale)}
      detail={textIn(next.body.sizes[standings.chosen.size].firstStep, reader.translator.locale)}
      because={standingReason(standing, facts.keys, reader.translator)}
      action={
        <ButtonLink href={hrefOf(next, { reader, standings })}>{t('guidance.measures.begin')}</ButtonLink>
      }
    />
  )
}

function hrefOf({ key }: Measure, { reader, standings }: Pick<Shared, 'reader' | 'standings'>): string {
  const href = measureHref(reader.organisationId, key)
  return standings.chosen.because === 'chosen' ? `${href}?size=${standings.chosen.size}` : href
}

function Choices({ reader, standings, letter }: Shared & { readonly letter: Letter | null }) {
  const { t } = reader.translator
  const base = measuresHref(reader.organisationId)
  const { size } = standings.chosen
  return (
    <>
      <Views
        label={t('guidance.measures.sizes')}
        views={houseSizes.map((one) => ({
          label: t(`guidance.size.${one}`),
          href: `${base}?size=${one}`,
          current: one === size,
        }))}
      />
      <FilterBar
        label={t('guidance.measures.filter')}
        action={base}
        submit={t('guidance.measures.filter.show')}
      >
        <input type="hidden" name="size" value={size} />
        <SelectField
          name="letter"
          label={t('guidance.measures.letter')}
          value={letter ?? ''}
          options={[
            { value: '', label: t('guidance.letter.all') },
            ...art21Measures.map((one) => ({ value: one, label: t(`guidance.letter.${one}`) })),
          ]}
        />
      </FilterBar>
    </>
  )
}

function Lists({ pack, ...shared }: Shared & { readonly pack: Pack }) {
  const { t } = shared.reader.translator
  return (
    <>
      <Sheet id="essentials" heading={t('guidance.measures.essentials')} flush>
        {pack.essentials.length > 0 ? (
          <MeasureTable {...shared} measures={pack.essentials} caption={t('guidance.measures.essentials')} />
        ) : (
          <p class="s-sheet__body">{t('guidance.measures.none')}</p>
        )}
      </Sheet>
      <Plain id="others" heading={t('guidance.measures.others')} flush>
        {pack.others.length > 0 ? (
          <MeasureTable {...shared} measures={pack.others} caption={t('guidance.measures.others')} />
        ) : (
          <p>{t('guidance.measures.none')}</p>
        )}
      </Plain>
    </>
  )
}

function MeasureTable({
  measures,
  caption,
  ...shared
}: Shared & { readonly measures: readonly Measure[]; readonly caption: string }) {
  const { reader, facts, standings } = shared
  const { translator } = reader
  const { t, locale } = translator
  return (
    <Table
      caption={caption}
      rows={measures}
      keyOf={({ key }) => key}
      columns={[
        {
          label: t('guidance.measures.measure'),
          kind: 'head',
          main: true,
          cell: (measure) => (
            <>
              {measure.body.essential !== null && `${measure.body.essential}. `}
              <a href={hrefOf(measure, shared)}>{textIn(measure.title, locale)}</a>
              <span class="s-sub">{textIn(measure.summary, locale)}</span>
            </>
          ),
        },
        {
          label: t('guidance.measures.standing'),
          nowrap: true,
          cell: ({ key }) => {
            const standing = standings.of.get(key)?.standing ?? 'not-known'
            return (
              <StateWord state={lookOfStanding[standing]}>{t(`guidance.standing.${standing}`)}</StateWord>
            )
          },
        },
        {
          label: t('guidance.measures.because'),
          phoneLabel: null,
          cell: ({ key }) => {
            const standing = standings.of.get(key)
            return standing && <ReasonLine>{standingReason(standing, facts.keys, translator)}</ReasonLine>
          },
        },
      ]}
    />
  )
}
