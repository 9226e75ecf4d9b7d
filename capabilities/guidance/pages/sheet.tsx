// What a supplier answered, as the house reads it: beside each answer what a good one is and what should make one ask again.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Facts, Note, PageHead, Sheet as Paper, Rail, StateWord } from '../../../web/kit/index.ts'
import { itemByKey } from '../../catalogue/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { openProposals } from '../actions/from-sheet.ts'
import { type SheetPlace, type SheetView, viewSheet } from '../actions/sheets.ts'
import { sheetPath } from '../contract/forms.ts'
import type { Proposal } from '../proposal.ts'
import { type Clause, phases } from '../purchase.ts'
import { answersOf, isAnswered, type SheetAnswer, stateOf, unansweredOf } from '../sheet.ts'
import { purchaseHref, purchasesHref, sheetBase, sheetHref, supplierHref } from './paths.ts'
import { instantText, type Reader, readerOf } from './reader.ts'
import { Contact, Files, Links, Proposals } from './sheet-side.tsx'
import { answerWord, lookOfSheet } from './words.ts'

export function sheetPage(context: Context, facts: FactBook): Page {
  return definePage({
    method: 'GET',
    path: sheetBase,
    permission: 'guidance:read',
    params: sheetPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { purchaseId, sheetId } = request.params
      const of = { purchaseId, sheetId }
      const proposals = await openProposals(context, facts, request.organisationId, of, request.now)
      return showSheet(context, request, of, null, { proposals, facts })
    },
  })
}

interface Proposed {
  readonly proposals: readonly Proposal[]
  readonly facts: FactBook | null
}

/** `token`: of a link that was made just now, shown once. */
export async function showSheet(
  context: Context,
  request: AnyRequest,
  of: SheetPlace,
  token: string | null,
  proposed: Proposed = { proposals: [], facts: null },
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const view = await viewSheet(context, request.organisationId, of)
  const { t } = reader.translator
  const title = titleOf(view, reader)
  const content = (
    <>
      <Head view={view} reader={reader} title={title} />
      {token && (
        <Note tone="done" announce>
          <p>{t('guidance.link.made', { supplier: view.sheet.supplier })}</p>
          <p class="s-hash" translate={false}>
            {context.origin()}
            {supplierHref(token)}
          </p>
          <p>{t('guidance.link.once')}</p>
        </Note>
      )}
      <Rail
        first={<Answers view={view} reader={reader} />}
        sideLabel={t('guidance.sheet.side')}
        side={<Side view={view} reader={reader} proposed={proposed} />}
      />
    </>
  )
  return {
    html: await context.render(request, { title, content, current: purchasesHref(request.organisationId) }),
  }
}

function Side({
  view,
  reader,
  proposed,
}: {
  readonly view: SheetView
  readonly reader: Reader
  readonly proposed: Proposed
}) {
  const here = sheetHref(reader.organisationId, view.purchase.id, view.sheet.id)
  return (
    <>
      <Files view={view} reader={reader} here={here} />
      {proposed.facts && (
        <Proposals
          proposals={proposed.proposals}
          keys={proposed.facts.keys}
          supplier={view.sheet.supplier}
          reader={reader}
          here={here}
        />
      )}
      <Contact view={view} reader={reader} />
      <Links view={view} reader={reader} here={here} />
    </>
  )
}

function titleOf({ sheet }: SheetView, { translator: { t } }: Reader): string {
  const count = sheet.questions.length
  const values = { supplier: sheet.supplier, answered: count - unansweredOf(sheet).length, count }
  return t(`guidance.sheet.title.${stateOf(sheet)}`, values)
}

function Head({
  view,
  reader,
  title,
}: {
  readonly view: SheetView
  readonly reader: Reader
  readonly title: string
}) {
  const { t } = reader.translator
  const { sheet, purchase } = view
  const state = stateOf(sheet)
  return (
    <PageHead
      title={title}
      lead={t('guidance.sheet.lead')}
      meta={
        <>
          <StateWord state={lookOfSheet[state]}>{t(`guidance.sheet.state.${state}`)}</StateWord>
          {sheet.latest && <span>{instantText(sheet.latest.recordedAt, reader)}</span>}
        </>
      }
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [
          { label: t('guidance.menu.purchases'), href: purchasesHref(reader.organisationId) },
          { label: purchase.name, href: purchaseHref(reader.organisationId, purchase.id) },
        ],
      }}
    />
  )
}

/** As they were asked then; of a question that is no longer in the catalogue its key alone is left. */
export function askedClauses(questions: readonly string[]): readonly Clause[] {
  return questions.flatMap((key) => {
    const item = itemByKey(key)
    return item?.kind === 'clause' ? [item] : []
  })
}

function Answers({ view, reader }: { readonly view: SheetView; readonly reader: Reader }) {
  const { t } = reader.translator
  const given = answersOf(view.sheet)
  const clauses = askedClauses(view.sheet.questions)
  const open = view.sheet.questions.filter((key) => !isAnswered(given[key]))
  return (
    <div class="s-stack-l">
      {open.length > 0 && <Note tone="unknown">{t('guidance.sheet.open', { count: open.length })}</Note>}
      {phases.map((phase) => {
        const ofPhase = clauses.filter(({ body }) => body.phase === phase)
        return (
          ofPhase.length > 0 && (
            <Paper key={phase} id={`phase-${phase}`} heading={t(`guidance.phase.${phase}`)}>
              <div>
                {ofPhase.map((clause) => (
                  <Answered key={clause.key} clause={clause} given={given[clause.key]} reader={reader} />
                ))}
              </div>
            </Paper>
          )
        )
      })}
    </div>
  )
}

function Answered({
  clause,
  given,
  reader,
}: {
  readonly clause: Clause
  readonly given: SheetAnswer | undefined
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const { look, word } = answerWord(given, reader.translator)
  const { wording, goodAnswer, warningSign } = clause.body
  return (
    <article class="s-asked" aria-labelledby={clause.key}>
      <h3 id={clause.key}>{textIn(clause.title, locale)}</h3>
      <p class="s-dense s-quiet">{textIn(wording, locale)}</p>
      <p>
        <StateWord state={look}>{word}</StateWord>
      </p>
      {given?.words && <p class="s-said">{given.words}</p>}
      <Facts
        facts={[
          ...(goodAnswer ? [{ term: t('guidance.asked.good'), value: textIn(goodAnswer, locale) }] : []),
          ...(warningSign ? [{ term: t('guidance.asked.warning'), value: textIn(warningSign, locale) }] : []),
        ]}
      />
    </article>
  )
}
