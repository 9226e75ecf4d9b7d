// What to do with one item: plan it, note it as done, put it off, or say that it is not for this house.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { addDays, dayOf } from '../../../platform/time/zone.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { type FactBook, textIn } from '../../facts/index.ts'
import { chooseItem } from '../actions/choose.ts'
import { findListed } from '../actions/items.ts'
import type { ChoiceKind } from '../choice.ts'
import { choiceForm, choicePath, itemPath, type TypedChoice } from '../contract/forms.ts'
import { unknownItem } from '../contract/refusals.ts'
import type { Item } from '../item.ts'
import { measureStanding } from '../standing.ts'
import { selectChoicesOf } from '../store/choices.ts'
import { itemHref } from '../store/library.ts'
import { type Faults, readChoice } from '../typed.ts'
import { DecideForms } from './decide-forms.tsx'
import { giveHref, monthHref, monthPath } from './paths.ts'
import { memberActs, readerOf } from './reader.ts'
import { faultList, titleOf } from './words.ts'

const suggestedDays = 14

export interface FailedChoice {
  readonly choice: ChoiceKind
  readonly typed: TypedChoice
  readonly faults: Faults
}

export function decidePages(context: Context, book: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${monthPath}/:key`,
      permission: 'catalogue:plan',
      params: itemPath,
      query: nothing,
      body: nothing,
      handle: (request) => show(context, book, request, request.params.key, null),
    }),
    definePage({
      method: 'POST',
      path: `${monthPath}/:key/:choice`,
      permission: 'catalogue:plan',
      params: choicePath,
      query: nothing,
      body: choiceForm,
      handle: async (request) => {
        const { body, now, organisationId, params } = request
        const { key, choice } = params
        const { timeZone } = readerOf(context, book, request)
        const read = readChoice(
          choice,
          { ...untilOf(body), reason: body.reason, who: body.who },
          { now, timeZone },
        )
        if (read.faults)
          return show(context, book, request, key, { choice, typed: body, faults: read.faults })
        const item = await chooseItem(context, memberActs(request), { key, choice, ...read.value }, now)
        const next = choice === 'done' ? await factToAsk(context, book, organisationId, item, now) : null
        return { redirect: next ?? monthHref(organisationId) }
      },
    }),
  ]
}

function untilOf(body: TypedChoice) {
  return { day: body['until-day'], month: body['until-month'], year: body['until-year'] }
}

/** A measure is done when its facts say so: the first that does not yet is asked for, and leads back to the month. */
async function factToAsk(
  context: Context,
  book: FactBook,
  organisationId: number,
  item: Item,
  now: Date,
): Promise<string | null> {
  if (item.kind !== 'measure') return null
  const facts = await context.database.asMember(organisationId, (scope) =>
    book.about(scope, organisationId, now),
  )
  const open = measureStanding(item, facts).rows.find(({ is, current }) => is !== 'done' || current?.isOld)
  const key = open && book.keys.get(open.fact)
  return key ? giveHref(organisationId, key, monthHref(organisationId)) : null
}

async function show(
  context: Context,
  book: FactBook,
  request: AnyRequest,
  key: string,
  failed: FailedChoice | null,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, book, request)
  const { t, locale } = reader.translator
  const { listed, choices } = await context.database.asMember(organisationId, async (scope) => ({
    listed: await findListed(scope, key),
    choices: await selectChoicesOf(scope, organisationId, key),
  }))
  if (!listed) throw unknownItem()
  const { item } = listed
  const planned = choices[0]?.choice === 'planned' ? choices[0] : null
  const name = titleOf(item, reader)
  const title = t('catalogue.decide.title', { title: name })
  const faults = failed
    ? faultList(
        failed.faults,
        reader,
        {
          until: t(
            failed.choice === 'planned' ? 'catalogue.decide.plan.until' : 'catalogue.decide.put-off.until',
          ),
          reason: t('catalogue.decide.reason'),
          who: t('catalogue.decide.plan.who'),
        },
        `${failed.choice}-`,
      )
    : []
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: faults.length })} faults={faults} />
      <PageHead title={title} lead={textIn(item.summary, locale)} />
      <div class="s-stack-l">
        <DecideForms
          reader={reader}
          organisationId={organisationId}
          itemKey={item.key}
          planned={planned}
          suggested={addDays(dayOf(reader.now, reader.timeZone), suggestedDays)}
          failed={failed}
        />
        <p>
          <a href={itemHref(organisationId, item)}>{t('catalogue.decide.read')}</a>
        </p>
      </div>
    </>
  )
  return {
    html: await context.render(request, {
      title,
      content,
      current: monthHref(organisationId),
      width: 'narrow',
    }),
    status: failed ? 422 : 200,
  }
}
