// What the authority will read, field by field: value, where it comes from, and for what is missing a way to enter it.
// SPDX-License-Identifier: EUPL-1.2
import { Details, type Fact, Facts, StateWord } from '../../../../web/kit/index.ts'
import { factGroups } from '../../fact-keys.ts'
import { presentContent } from '../../filings/present-content.ts'
import { type PresentedFiling, type PresentedRow, presentFiling } from '../../filings/presentation.ts'
import { type FilingProps, mayFile } from './place.ts'

/** Of a draft with everything that could be given; of what was sent, what stands in the frozen text. */
export function presented({ view, reader }: Pick<FilingProps, 'view' | 'reader'>): PresentedFiling {
  const { draft, content } = view
  return draft
    ? presentFiling(draft.map, draft.rendered, draft.notes, reader)
    : presentContent(content, reader.now, reader)
}

export function Fields(props: FilingProps & { readonly shown: PresentedFiling }) {
  const { shown, view, reader } = props
  const { t } = reader.translator
  const clashing = new Set<string>(view.draft?.open.map(({ key }) => key))
  const later = shown.sections.flatMap(({ rows }) => rows.filter(mayWait))
  return (
    <>
      {shown.sections
        .map((section) => ({ ...section, rows: section.rows.filter((row) => !mayWait(row)) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, label, rows }) => (
          <div key={key}>
            <h3>{label}</h3>
            <Facts facts={rows.map((row) => factOf(row, clashing.has(row.key), props))} />
          </div>
        ))}
      {later.length > 0 && (
        <Details summary={t('filing-pages.fields.later', { count: later.length })}>
          <Facts facts={later.map((row) => factOf(row, false, props))} />
        </Details>
      )}
      {shown.alsoAsked.length > 0 && (
        <div>
          <h3>{t('filing-pages.fields.also')}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {shown.alsoAsked.map(({ text, language }) => (
              <li key={text} lang={language}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** Nobody asks for it now and nobody said it: folded, so that what matters stays in sight. */
function mayWait({ need, text }: PresentedRow): boolean {
  return text === null && need !== 'required'
}

function factOf(row: PresentedRow, isClashing: boolean, props: FilingProps): Fact {
  const { t } = props.reader.translator
  return {
    term: row.label,
    value: (
      <>
        {row.text === null ? <Missing row={row} {...props} /> : <span class="s-kept-lines">{row.text}</span>}
        {isClashing && (
          <>
            {' '}
            <a href={`#clash-${row.key}`}>{t('filing-pages.fields.clash')}</a>
          </>
        )}
        {row.note && (
          <span class="s-sub">
            {t('filing-pages.fields.noted')} <q>{row.note}</q>
          </span>
        )}
      </>
    ),
    source: row.source ?? (row.text !== null ? t('filing-pages.fields.profile') : undefined),
  }
}

function Missing({ row, ...props }: FilingProps & { readonly row: PresentedRow }) {
  const { view, place, reader } = props
  const { t } = reader.translator
  const group = groupOf(row.key)
  const isDraft = view.draft !== null
  const canEnter = isDraft && view.access.may === 'write'
  const hint = group || !isDraft ? row.hint : t('filing-pages.fields.profile.missing')
  const isAsked = row.need === 'required' && row.state === 'missing'
  return (
    <span class="s-missing">
      {isAsked ? <StateWord state="unknown">{hint}</StateWord> : hint}{' '}
      {group && canEnter && (
        <a href={`${place.base}/facts/${group}`}>
          {t('filing-pages.fields.enter')}
          <span class="s-hide"> {t('filing-pages.fields.enter.hidden', { field: row.label })}</span>
        </a>
      )}
      {!group && isDraft && mayFile(props) && view.access.via === 'member' && (
        <a href={`/o/${view.incident.organisationId}/organisation`}>
          {t('filing-pages.fields.profile.link')}
        </a>
      )}
    </span>
  )
}

function groupOf(key: string): string | null {
  return Object.entries(factGroups).find(([, facts]) => key in facts)?.[0] ?? null
}
