// The improvement plan: every open measure with its reason, the most useful first, and the date that the house gave it.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Empty, PageHead, Plain, ReasonLine, StateWord, Table } from '../../../web/kit/index.ts'
import { type Choices, choiceNow, choicesOf, doerOf, itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { type Checking, viewHouse } from '../actions/check.ts'
import { unknownHere } from '../contract/refusals.ts'
import { type Gain, gainsOf, toFindOut } from '../gain.ts'
import { checkHref, decideHref, factHref, memberBase } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { gainText } from './result.tsx'
import { CheckViews } from './words.tsx'

export function planPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/plan`,
    permission: 'assessments:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: (request) => show(checking, request),
  })
}

async function show(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(checking.context, request)
  const { t } = reader.translator
  const { scores, choices } = await checking.context.database.asMember(organisationId, async (scope) => ({
    ...(await viewHouse(checking, scope, organisationId, now)),
    choices: await choicesOf(scope, organisationId),
  }))
  const gains = gainsOf(scores)
  const ask = toFindOut(scores)
  const title = t('assessments.plan.title', { count: gains.length })
  const content = (
    <>
      <PageHead title={title} lead={t('assessments.plan.lead')} />
      <CheckViews organisationId={organisationId} current="plan" reader={reader} />
      <div class="s-stack-l">
        {gains.length === 0 ? (
          <Empty heading={t('assessments.gains.none')}>{t('assessments.gains.none.text')}</Empty>
        ) : (
          <Open {...{ organisationId, gains, choices, checking, reader }} />
        )}
        {ask.length > 0 && <FindOut {...{ organisationId, ask, checking, reader }} />}
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}

interface OpenProps {
  readonly organisationId: number
  readonly gains: readonly Gain[]
  readonly choices: Choices
  readonly checking: Checking
  readonly reader: Reader
}

function Open({ organisationId, gains, choices, checking, reader }: OpenProps) {
  const { t, locale } = reader.translator
  return (
    <Plain id="open" heading={t('assessments.plan.open')} flush>
      <Table
        caption={t('assessments.plan.open')}
        rows={gains}
        keyOf={({ measure }) => measure.key}
        columns={[
          {
            label: t('assessments.plan.measure'),
            kind: 'head',
            cell: ({ measure }) => (
              <>
                <a href={itemHref(organisationId, measure)}>{textIn(measure.title, locale)}</a>
                {measure.body.essential !== null && (
                  <div class="s-quiet s-dense">
                    {t('assessments.plan.essential', { place: measure.body.essential })}
                  </div>
                )}
              </>
            ),
          },
          {
            label: t('assessments.plan.because'),
            phoneLabel: null,
            main: true,
            cell: (gain) => <ReasonLine>{gainText(gain, checking, reader)}</ReasonLine>,
          },
          {
            label: t('assessments.plan.when'),
            cell: ({ measure }) => <When {...{ organisationId, choices, reader }} measure={measure} />,
          },
        ]}
      />
    </Plain>
  )
}

/** The catalogue keeps what was planned, so that this page and that of the month say the same. */
function When({
  organisationId,
  measure,
  choices,
  reader,
}: {
  readonly organisationId: number
  readonly measure: Gain['measure']
  readonly choices: Choices
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const choice = choiceNow(choices.get(measure.key), reader.now)
  const isPlanned = choice?.choice === 'planned' && choice.until !== null
  const link = (
    <a href={decideHref(organisationId, measure.key)}>
      {t(isPlanned ? 'assessments.plan.change' : 'assessments.plan.give')}
      <span class="s-hide"> {textIn(measure.title, locale)}</span>
    </a>
  )
  if (!isPlanned || choice.until === null) return reader.mayAnswer ? link : t('assessments.plan.not')
  return (
    <>
      <StateWord state={choice.until < reader.now ? 'late' : 'half'}>
        {t('assessments.plan.planned', { day: sayInstant(choice.until, reader), name: doerOf(choice) })}
      </StateWord>{' '}
      {reader.mayAnswer && link}
    </>
  )
}

/** What nobody knows yet cannot be planned: each leads to its question. */
function FindOut({
  organisationId,
  ask,
  checking,
  reader,
}: {
  readonly organisationId: number
  readonly ask: ReturnType<typeof toFindOut>
  readonly checking: Checking
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const facts = [
    ...new Set(
      ask.flatMap(({ rows }) => rows.filter(({ is }) => is === 'not-known').map(({ fact }) => fact)),
    ),
  ]
  return (
    <Plain id="find-out" heading={t('assessments.plan.ask', { count: facts.length })}>
      <p>{t('assessments.plan.ask.text')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {facts.map((fact) => {
          const key = checking.book.keys.get(fact)
          if (!key) throw unknownHere()
          const label = textIn(key.label, locale)
          return (
            <li key={fact}>
              {key.question && reader.mayAnswer ? (
                <a href={factHref(organisationId, fact)}>{label}</a>
              ) : (
                label
              )}
            </li>
          )
        })}
      </ul>
    </Plain>
  )
}
