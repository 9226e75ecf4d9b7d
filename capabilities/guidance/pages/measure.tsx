// One measure for this size of house: the easy first step, how, who, evidence, ten-minute tasks, and where it stands.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead, Plain, Rail, Sheet, StateWord } from '../../../web/kit/index.ts'
import { choiceNow, choicesOf, listedItems, measureStanding } from '../../catalogue/index.ts'
import { type FactBook, type Facts, textIn } from '../../facts/index.ts'
import { measureOf, ticksOf, tickTask } from '../actions/tasks.ts'
import { measurePath, sizeQuery, taskForm, taskPath } from '../contract/forms.ts'
import { type ChosenSize, type Measure, sizeFor } from '../pack.ts'
import { type Faults, Reading } from '../typed.ts'
import { CameFrom, loadCameFrom } from './came-from.tsx'
import { LinkedItems, Origin, Questions, TellOthers } from './measure-parts.tsx'
import { sizeOf } from './measures.tsx'
import { measureHref, measuresBase, measuresHref } from './paths.ts'
import { memberActs, type Reader, readerOf } from './reader.ts'
import { Tasks } from './tasks.tsx'
import { faultText, lookOfStanding, standingReason } from './words.ts'

const maxNoteLength = 1000

interface Failed {
  readonly task: string
  readonly note: string
  readonly faults: Faults<'note'>
}

export function measurePages(context: Context, facts: FactBook): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${measuresBase}/:key`,
      permission: 'guidance:read',
      params: measurePath,
      query: sizeQuery,
      body: nothing,
      handle: (request) =>
        show(context, facts, request, request.params.key, { size: request.query.size, failed: null }),
    }),
    definePage({
      method: 'POST',
      path: `${measuresBase}/:key/tasks/:task`,
      permission: 'guidance:tick',
      params: taskPath,
      query: nothing,
      body: taskForm,
      async handle(request) {
        const { key, task } = request.params
        const reading = new Reading<'note'>()
        const note = reading.optional('note', request.body.note, maxNoteLength)
        const read = reading.result({ measure: key, task, isDone: request.body.done !== 'no', note })
        if (read.faults) {
          const failed = { task, note: request.body.note, faults: read.faults }
          return show(context, facts, request, key, { size: request.body.size, failed })
        }
        await tickTask(context, memberActs(request), read.value, request.now)
        const size = sizeOf(request.body.size)
        return {
          redirect: `${measureHref(request.organisationId, key)}${size ? `?size=${size}` : ''}#tasks`,
        }
      },
    }),
  ]
}

async function show(
  context: Context,
  facts: FactBook,
  request: AnyRequest,
  key: string,
  { size, failed }: { readonly size: string; readonly failed: Failed | null },
): Promise<PageReply> {
  const measure = measureOf(key)
  const reader = readerOf(context, request)
  const { translator } = reader
  const { t, locale } = translator
  const { organisationId, now } = request
  const { about, items, choice, cameFrom } = await context.database.asMember(
    organisationId,
    async (scope) => ({
      about: await facts.about(scope, organisationId, now),
      items: (await listedItems(scope)).map(({ item }) => item),
      choice: choiceNow((await choicesOf(scope, organisationId)).get(key), now),
      cameFrom: await loadCameFrom(scope, key),
    }),
  )
  const chosen = sizeFor(about, sizeOf(size))
  const ticks = await ticksOf(context, request.organisationId, key)
  const title = textIn(measure.title, locale)
  const text = faultText(failed?.faults.note, translator)
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={failed && text ? [{ fieldId: `note-${failed.task}`, text }] : []}
      />
      <Head measure={measure} facts={facts} about={about} reader={reader} chosen={chosen} />
      <Rail
        first={<Steps measure={measure} reader={reader} chosen={chosen} />}
        sideLabel={t('guidance.measure.side')}
        side={
          <>
            <Questions measure={measure} facts={facts} about={about} reader={reader} choice={choice} />
            <CameFrom cameFrom={cameFrom} organisationId={organisationId} translator={translator} />
            <LinkedItems measure={measure} reader={reader} items={items} />
          </>
        }
      >
        <Tasks measure={measure} reader={reader} ticks={ticks} size={chosen.size} failed={failed} />
        <TellOthers measure={measure} reader={reader} size={chosen.size} />
        <Origin item={measure} reader={reader} />
      </Rail>
    </>
  )
  return {
    html: await context.render(request, { title, content, current: measuresHref(request.organisationId) }),
    status: failed ? 422 : 200,
  }
}

interface MeasureProps {
  readonly measure: Measure
  readonly reader: Reader
  readonly chosen: ChosenSize
}

function Head({
  measure,
  facts,
  about,
  reader,
  chosen,
}: MeasureProps & { readonly facts: FactBook; readonly about: Facts }) {
  const { t, locale } = reader.translator
  const standing = measureStanding(measure, about)
  return (
    <PageHead
      title={textIn(measure.title, locale)}
      lead={textIn(measure.body.why, locale)}
      meta={
        <>
          <StateWord state={lookOfStanding[standing.standing]}>
            {t(`guidance.standing.${standing.standing}`)}
          </StateWord>
          {measure.body.essential !== null && (
            <span>{t('guidance.measure.essential', { place: measure.body.essential })}</span>
          )}
          <span>{t('guidance.measure.for', { size: t(`guidance.size.${chosen.size}`) })}</span>
        </>
      }
      because={standingReason(standing, facts.keys, reader.translator)}
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [{ label: t('guidance.menu.measures'), href: measuresHref(reader.organisationId) }],
      }}
    />
  )
}

function Steps({ measure, reader, chosen }: MeasureProps) {
  const { t, locale } = reader.translator
  const inSize = measure.body.sizes[chosen.size]
  return (
    <div>
      <Sheet
        id="first"
        heading={t('guidance.measure.first')}
        aside={t('guidance.measure.minutes', { minutes: inSize.minutes })}
      >
        <p class="s-lead">{textIn(inSize.firstStep, locale)}</p>
      </Sheet>
      <Plain id="how" heading={t('guidance.measure.how')}>
        <ol class="s-steps">
          {inSize.how.map((step, index) => (
            <li key={index}>
              <p>{textIn(step, locale)}</p>
            </li>
          ))}
        </ol>
        <p>
          <b>{t('guidance.measure.who')}</b> {t(`guidance.who.${inSize.who}`)}
        </p>
        <p>
          <b>{t('guidance.measure.evidence')}</b> {textIn(inSize.evidence, locale)}
        </p>
      </Plain>
    </div>
  )
}
