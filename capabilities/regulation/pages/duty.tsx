// One duty: what to do, why it applies, whom it is owed to, what shows that it is kept, and who said so.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { plainText } from '../../../platform/http/plain-text.ts'
import { notFound } from '../../../platform/http/problem.ts'
import { ErrorSummary, PageHead, Plain, Sheet, StateWord } from '../../../web/kit/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { sayKept, takeBack } from '../actions/keep.ts'
import { lookAtDuties } from '../actions/look.ts'
import { dutyPath, keptForm, maxEvidenceLength } from '../contract/forms.ts'
import type { Duty, DutyStanding } from '../duty-standing.ts'
import { selectHistory } from '../store/acceptances.ts'
import { ruleBook } from '../store/tables.ts'
import { lawName, stateName } from '../words.ts'
import { Authorities } from './authorities.tsx'
import { Unverified } from './class-reason.tsx'
import { Keeping } from './keeping.tsx'
import { calendarDay, day, hrefOf, type Reader, readerOf, sayingOf } from './reader.ts'
import { OpenQuestion, reasonContent } from './reason.tsx'
import { What } from './what.tsx'
import { Why } from './why.tsx'

type Fault = 'missing' | 'long'

export function dutyPages(context: Context, book: FactBook): readonly Page[] {
  const path = '/o/:organisationId/duties/:key'
  const keep = { method: 'POST', permission: 'duties:keep', params: dutyPath, query: nothing } as const
  return [
    definePage({
      method: 'GET',
      path,
      permission: 'duties:read',
      params: dutyPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, request, dutyOf(request.params.key), null, ''),
    }),
    definePage({
      ...keep,
      path: `${path}/kept`,
      body: keptForm,
      async handle(request) {
        const duty = dutyOf(request.params.key)
        const evidence = plainText(request.body.evidence)
        const fault = evidence === '' ? 'missing' : evidence.length > maxEvidenceLength ? 'long' : null
        if (fault) return show(context, book, request, duty, fault, evidence)
        await context.database.asMember(request.organisationId, (scope) =>
          sayKept(scope, duty, evidence, sayingOf(request)),
        )
        return { redirect: `${hrefOf(request.organisationId)}/${duty.key}` }
      },
    }),
    definePage({
      ...keep,
      path: `${path}/not-kept`,
      body: nothing,
      async handle(request) {
        const duty = dutyOf(request.params.key)
        await context.database.asMember(request.organisationId, (scope) =>
          takeBack(scope, duty.key, sayingOf(request)),
        )
        return { redirect: `${hrefOf(request.organisationId)}/${duty.key}` }
      },
    }),
  ]
}

function dutyOf(key: string): Duty {
  const found = ruleBook().duties.find((duty) => duty.key === key)
  if (!found) throw notFound('There is no such duty. See the list of duties.')
  return found
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  duty: Duty,
  fault: Fault | null,
  typed: string,
): Promise<PageReply> {
  const { organisationId } = request
  const { looked, history } = await context.database.asMember(organisationId, async (scope) => ({
    looked: await lookAtDuties(book, scope, organisationId, sayingOf(request)),
    history: await selectHistory(scope, organisationId, duty.key),
  }))
  const standing = looked.duties.find((one) => one.duty.key === duty.key)
  if (!standing) throw new Error(`${duty.key} has no standing.`)
  const reader = readerOf(context, request)
  const { t, locale } = reader.translator
  const title = textIn(duty.title, locale)
  const error = fault ? t(`regulation.evidence.${fault}`, { characters: maxEvidenceLength }) : undefined
  const common = { standing, facts: looked.facts, book, reader }
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'evidence', text: error }] : []}
      />
      <PageHead
        title={title}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('regulation.menu'), href: reader.href }],
        }}
        meta={<Meta standing={standing} reader={reader} />}
        lead={textIn(duty.summary, locale)}
        because={reasonContent(common)}
      />
      <div class="s-stack-l">
        {standing.state === 'unknown' && <OpenQuestion {...common} />}
        <Sheet id="what" heading={t('regulation.what')}>
          <What standing={standing} facts={looked.facts} book={book} reader={reader} />
        </Sheet>
        {standing.state !== 'not-applicable' && (
          <Sheet id="keeping" heading={t('regulation.keeping')}>
            <Keeping duty={duty} history={history} error={error} typed={typed} reader={reader} />
          </Sheet>
        )}
        <Plain id="why" heading={t('regulation.why')}>
          <Why {...common} entityClass={looked.entityClass} />
        </Plain>
        <Plain id="whom" heading={t('regulation.whom')}>
          <Authorities duty={duty} facts={looked.facts} reader={reader} />
        </Plain>
        <Unverified reader={reader} />
        <p class="s-printonly">
          {t('regulation.printed', { name: reader.name, day: day(reader.now, reader) })}
        </p>
      </div>
    </>
  )
  const html = await context.render(request, { title, content, current: reader.href })
  return { html, status: fault ? 422 : 200 }
}

const looks = {
  applies: 'half',
  unknown: 'unknown',
  uncertain: 'unknown',
  coming: 'new',
  'not-applicable': 'done',
} as const

function Meta({ standing, reader }: { readonly standing: DutyStanding; readonly reader: Reader }) {
  const { translator } = reader
  const { state, hasBegun, startsOn, duty } = standing
  return (
    <>
      <span>{lawName(duty.body.law, translator)}</span>
      <StateWord state={looks[state]}>{stateName(state, translator)}</StateWord>
      {!hasBegun && state !== 'not-applicable' && (
        <span>{translator.t('regulation.from', { day: calendarDay(startsOn, reader) })}</span>
      )}
    </>
  )
}
