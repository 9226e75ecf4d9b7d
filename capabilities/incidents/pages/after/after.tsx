// The page of a case for afterwards: draft of the final report, lessons, and the way to the extract.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page, type PageReply } from '../../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../../platform/http/input.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import { ButtonLink, ErrorSummary, Note, Plain } from '../../../../web/kit/index.ts'
import { addLesson } from '../../actions/after/lessons.ts'
import { keepReport, sentFilingsOf } from '../../actions/after/report.ts'
import { confidences } from '../../fact.ts'
import { maxFactText } from '../../fact-value.ts'
import { type Door, doorParams } from '../doors.ts'
import { type Entered, enter, type RoomRequest } from '../room/place.ts'
import { drawAfter } from './frame.tsx'
import { Lessons, type LessonTyped, readLesson } from './lessons.tsx'
import { maxReasonCharacters, Report, type ReportTyped, type Text } from './report.tsx'
import { cleaned, faultText } from './words.ts'

const typed = z.string().default('')
const reportForm = z.object({
  description: typed,
  rootCause: typed,
  threatType: typed,
  reason: typed,
  confidence: typed,
  seen: z.string().max(100).default(''),
})
const lessonForm = z.object({ lesson: typed, leadsTo: typed, owner: typed, dueAt: typed })
const pageQuery = z.object({
  text: z.enum(['draft', 'kept']).catch('draft'),
  note: idParam.nullable().catch(null),
  done: z.enum(['kept', 'nothing', 'lesson']).nullable().catch(null),
})

/** What the page shows beside what stands in the case. */
interface Shown {
  readonly text: Text
  readonly noteId: number | null
  readonly done: 'kept' | 'nothing' | 'lesson' | null
  readonly report: ReportTyped | null
  readonly lesson: LessonTyped | null
  readonly faults: Readonly<Record<string, string>>
}

const nothingTyped: Shown = {
  text: 'draft',
  noteId: null,
  done: null,
  report: null,
  lesson: null,
  faults: {},
}

export function afterPage(context: Context, door: Door): readonly Page[] {
  const path = `${door.path}/after`
  return [
    definePage({
      method: 'GET',
      path,
      permission: door.read,
      params: doorParams,
      query: pageQuery,
      body: nothing,
      async handle(request) {
        const entered = await enter(context, door, request)
        const { text, note, done } = request.query
        return show(context, request, entered, { ...nothingTyped, text, noteId: note, done })
      },
    }),
    definePage({
      method: 'POST',
      path: `${path}/report`,
      permission: door.write,
      params: doorParams,
      query: nothing,
      body: reportForm,
      handle: (request) => keep(context, door, request, request.body),
    }),
    definePage({
      method: 'POST',
      path: `${path}/lessons`,
      permission: door.write,
      params: doorParams,
      query: nothing,
      body: lessonForm,
      async handle(request) {
        const entered = await enter(context, door, request)
        const read = readLesson(request.body, entered)
        if ('faults' in read)
          return show(context, request, entered, {
            ...nothingTyped,
            lesson: request.body,
            faults: read.faults,
          })
        await addLesson(context, entered.view.access, read.command, request.now)
        return { redirect: `${entered.place.base}/after?done=lesson#lessons` }
      },
    }),
  ]
}

async function keep(
  context: Context,
  door: Door,
  request: RoomRequest,
  body: z.output<typeof reportForm>,
): Promise<PageReply> {
  const entered = await enter(context, door, request)
  const { access } = entered.view
  const { seen, ...report } = body
  const again = (faults: Shown['faults']) =>
    show(context, request, entered, { ...nothingTyped, report, faults })
  const confidence = confidences.find((one) => one === body.confidence)
  const reason = cleaned(body.reason)
  const facts = {
    description: cleaned(body.description),
    rootCause: cleaned(body.rootCause),
    threatType: cleaned(body.threatType),
  }
  const faults: Record<string, string> = {}
  for (const [key, text] of Object.entries(facts)) if (text.length > maxFactText) faults[key] = 'too-long'
  if (reason.length > maxReasonCharacters) faults.reason = 'too-long'
  if (!confidence) faults.confidence = 'choose'
  if (!confidence || Object.keys(faults).length > 0) return again(faults)
  const { timeZone } = entered.reader
  const command = { typed: facts, seen, source: access.name, confidence, reason: reason || null, timeZone }
  try {
    const kept = await keepReport(context, access, command, request.now)
    if ('changed' in kept) return again({ description: 'changed-meanwhile' })
    const done = kept.recorded > 0 ? 'kept' : 'nothing'
    return { redirect: `${entered.place.base}/after?text=kept&done=${done}#report` }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'incidents/reason-missing')
      return again({ reason: 'reason-missing' })
    throw error
  }
}

async function show(
  context: Context,
  request: RoomRequest,
  entered: Entered,
  shown: Shown,
): Promise<PageReply> {
  const { translator } = entered.reader
  const { t } = translator
  const filings = await sentFilingsOf(context, entered.view.access, request.now)
  const found = Object.entries(shown.faults)
  const errorOf = (field: string) => {
    const fault = shown.faults[field]
    return fault === undefined ? undefined : faultText(fault, translator)
  }
  return drawAfter(context, request, entered, {
    title: t('after.title'),
    lead: t('after.lead'),
    ...(found.length > 0 ? { status: 422 } : {}),
    content: (
      <div class="s-stack-l">
        <ErrorSummary
          title={t('shell.errors.title', { count: found.length })}
          faults={found.map(([fieldId, fault]) => ({ fieldId, text: faultText(fault, translator) }))}
        />
        {shown.done && (
          <Note tone="done" announce>
            {t(`after.done.${shown.done}`)}
          </Note>
        )}
        <Report {...entered} filings={filings} text={shown.text} typed={shown.report} errorOf={errorOf} />
        <Lessons {...entered} noteId={shown.noteId} typed={shown.lesson} errorOf={errorOf} />
        <WayToExtract {...entered} />
      </div>
    ),
  })
}

function WayToExtract({ view, reader, place }: Entered) {
  const { t } = reader.translator
  return (
    <Plain id="extract" heading={t('after.extract.title')}>
      <p>{t('after.extract.what')}</p>
      {view.access.may === 'write' ? (
        <p>
          <ButtonLink kind="secondary" href={`${place.base}/after/extract`}>
            {t('after.extract.begin')}
          </ButtonLink>
        </p>
      ) : (
        <p class="s-quiet">{t('after.extract.readOnly')}</p>
      )}
    </Plain>
  )
}
