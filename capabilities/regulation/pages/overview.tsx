// Which duties apply to me: the answer first, then duties by state and law, and what has changed since the last look.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Actions, ButtonLink, Details, PageHead, Plain, Sheet } from '../../../web/kit/index.ts'
import { type FactBook, questionsOf } from '../../facts/index.ts'
import { type Looked, lookAtDuties } from '../actions/look.ts'
import type { DutyState } from '../duty-standing.ts'
import { type Acceptance, selectAcceptances } from '../store/acceptances.ts'
import { type Change, selectChanges } from '../store/outcomes.ts'
import { dutiesForm } from '../store/tables.ts'
import { headlineOf } from '../words.ts'
import { Changes } from './changes.tsx'
import { Attention, classReason, Unverified } from './class-reason.tsx'
import { DutyGroups } from './duty-groups.tsx'
import { day, hrefOf, type Reader, readerOf, sayingOf } from './reader.ts'

/** How long a change is shown. */
const shownDays = 30
const dayMs = 86_400_000

export function overviewPage(context: Context, book: FactBook): Page {
  return definePage({
    method: 'GET',
    path: '/o/:organisationId/duties',
    permission: 'duties:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const { organisationId, now } = request
      const found = await context.database.asMember(organisationId, async (scope) => ({
        looked: await lookAtDuties(book, scope, organisationId, sayingOf(request)),
        changes: await selectChanges(scope, organisationId, new Date(now.getTime() - shownDays * dayMs)),
        acceptances: await selectAcceptances(scope, organisationId),
      }))
      const reader = readerOf(context, request)
      const title = reader.translator.t(`regulation.title.${headlineOf(found.looked.entityClass)}`)
      const content = <Overview {...found} title={title} book={book} reader={reader} />
      return { html: await context.render(request, { title, content, current: hrefOf(organisationId) }) }
    },
  })
}

interface OverviewProps {
  readonly looked: Looked
  readonly changes: readonly Change[]
  readonly acceptances: ReadonlyMap<string, Acceptance>
  readonly title: string
  readonly book: FactBook
  readonly reader: Reader
}

function Overview({ looked, changes, acceptances, title, book, reader }: OverviewProps) {
  const { t } = reader.translator
  const count = (...states: readonly DutyState[]) =>
    looked.duties.filter(({ state }) => states.includes(state)).length
  const groups = (id: string, ...states: readonly DutyState[]) => (
    <DutyGroups
      id={id}
      standings={looked.duties.filter(({ state }) => states.includes(state))}
      acceptances={acceptances}
      facts={looked.facts}
      book={book}
      reader={reader}
    />
  )
  return (
    <>
      <PageHead
        title={title}
        lead={t('regulation.lead', {
          applies: count('applies'),
          open: count('unknown', 'uncertain'),
          coming: count('coming'),
        })}
        because={classReason(looked.entityClass, book, reader)}
      />
      <div class="s-stack-l">
        <Unverified reader={reader} />
        <Questions looked={looked} reader={reader} />
        <Changes changes={changes} reader={reader} />
        <Sheet id="applies" heading={t('regulation.applies', { count: count('applies') })}>
          {count('applies') === 0 ? <p>{t('regulation.applies.none')}</p> : groups('applies', 'applies')}
        </Sheet>
        {count('unknown') > 0 && (
          <Plain id="unknown" heading={t('regulation.unknown', { count: count('unknown') })}>
            <p>{t('regulation.unknown.lead')}</p>
            {groups('unknown', 'unknown')}
          </Plain>
        )}
        {count('uncertain') > 0 && (
          <Plain id="uncertain" heading={t('regulation.uncertain', { count: count('uncertain') })}>
            <p>{t('regulation.uncertain.lead')}</p>
            {groups('uncertain', 'uncertain')}
          </Plain>
        )}
        {count('coming') > 0 && (
          <Plain id="coming" heading={t('regulation.coming', { count: count('coming') })}>
            {groups('coming', 'coming')}
          </Plain>
        )}
        <Attention entityClass={looked.entityClass} facts={looked.facts} reader={reader} />
        {count('not-applicable') > 0 && (
          <Details summary={t('regulation.not-applicable', { count: count('not-applicable') })}>
            {groups('not-applicable', 'not-applicable')}
          </Details>
        )}
        <p class="s-printonly">
          {t('regulation.printed', { name: reader.name, day: day(reader.now, reader) })}
        </p>
      </div>
    </>
  )
}

function Questions({ looked, reader }: Pick<OverviewProps, 'looked' | 'reader'>) {
  const { t } = reader.translator
  const due = questionsOf(dutiesForm(), looked.facts).filter(
    ({ standing }) => standing === 'open' || standing === 'old',
  ).length
  if (due === 0) return null
  if (!reader.mayAnswer) return <p>{t('regulation.questions.others', { count: due })}</p>
  return (
    <Actions>
      <ButtonLink href={`/o/${reader.organisationId}/forms/duties`}>
        {t('regulation.questions', { count: due })}
      </ButtonLink>
    </Actions>
  )
}
