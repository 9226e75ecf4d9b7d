// A filing on paper and for the clipboard: the same words as on the page, without what is only for the screen.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import { isLocale } from '../../../../platform/i18n/index.ts'
import { Facts, PageHead, Plain, Sheet, StateWord, TextArea } from '../../../../web/kit/index.ts'
import { presentContent } from '../../filings/present-content.ts'
import { plainText, titleOf } from '../../filings/presentation.ts'
import type { Door } from '../doors.ts'
import { Exercise } from './filing.tsx'
import {
  enterFiling,
  type FilingProps,
  type FilingRequest,
  filingParams,
  mayFile,
  reply,
  sayYear,
} from './place.ts'
import { sendingFacts } from './sent.tsx'
import { receiverName, standingOfFiling } from './words.ts'

/** Of the paper; the reader's own where none is asked for. */
export const languageQuery = z.object({ language: z.string().refine(isLocale).optional().catch(undefined) })

export function paperPages(context: Context, door: Door): readonly Page[] {
  const page = {
    method: 'GET',
    permission: door.read,
    params: filingParams,
    query: languageQuery,
    body: nothing,
  } as const
  const path = `${door.path}/filings/:filingId`
  return [
    definePage({
      ...page,
      path: `${path}/print`,
      async handle(request) {
        const props = await enterIn(context, door, request)
        const title = titleOf(props.view.filing.duty, props.reader)
        return reply(context, request, props, { title, content: <Print {...props} /> })
      },
    }),
    definePage({
      ...page,
      path: `${path}/copy`,
      async handle(request) {
        const props = await enterIn(context, door, request)
        const title = props.reader.translator.t('filing-pages.copy.title', {
          title: titleOf(props.view.filing.duty, props.reader),
        })
        return reply(context, request, props, { title, content: <Copy {...props} /> })
      },
    }),
  ]
}

export async function enterIn(
  context: Context,
  door: Door,
  request: FilingRequest & { readonly query: z.output<typeof languageQuery> },
): Promise<FilingProps> {
  const props = await enterFiling(context, door, request)
  const translator = context.translator(request.query.language ?? request.locale)
  return { ...props, reader: { ...props.reader, translator } }
}

/** What stands across each page: nothing where it was really sent. */
export function markOf({ view, reader }: Pick<FilingProps, 'view' | 'reader'>): string | null {
  const { t } = reader.translator
  if (view.incident.realm === 'exercise') return t('filing-pages.exercise.mark')
  return view.draft ? t('filing-pages.print.mark.draft') : null
}

function Print(props: FilingProps) {
  const { view, reader, place } = props
  const { translator } = reader
  const { t } = translator
  const shown = presentContent(view.content, reader.now, reader)
  const receiver = receiverName(view.filing, translator)
  const standing = standingOfFiling(view.filing, translator)
  const mark = markOf(props)
  const facts = sendingFacts(view, reader)
  return (
    <div lang={translator.locale}>
      {mark && (
        <div class="s-watermark" aria-hidden="true">
          {mark}
        </div>
      )}
      <Exercise {...props} />
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('filing-pages.copy.back'), href: place.here }],
        }}
        meta={
          <>
            <StateWord state={standing.look}>{standing.word}</StateWord>
            <span lang={receiver.language}>{t('filing-pages.to', { authority: receiver.text })}</span>
          </>
        }
        title={shown.title}
        lead={shown.article}
      />
      {view.draft && <p class="s-strong">{t('filing-pages.print.draft')}</p>}
      {view.incident.realm === 'exercise' && <p class="s-strong">{t('filing-pages.exercise.sentence')}</p>}
      {shown.unverified && <p class="s-dense">{shown.unverified}</p>}
      <Sheet
        id="fields"
        heading={t(view.draft ? 'filing-pages.fields.heading' : 'filing-pages.fields.frozen')}
      >
        {shown.sections.map(({ key, label, rows }) => (
          <div key={key}>
            <h3>{label}</h3>
            <Facts
              facts={rows.map(({ label, text, hint, note, source }) => ({
                term: label,
                value: (
                  <>
                    <span class="s-kept-lines">{text ?? hint}</span>
                    {note && (
                      <span class="s-sub">
                        {t('filing-pages.fields.noted')} <q>{note}</q>
                      </span>
                    )}
                  </>
                ),
                source: source ?? undefined,
              }))}
            />
          </div>
        ))}
      </Sheet>
      {facts.length > 0 && (
        <Plain id="sent" heading={t('filing-pages.sent.heading')}>
          <Facts facts={facts} />
        </Plain>
      )}
      <p class="s-dense">
        {t('filing-pages.print.by', {
          name: view.access.name,
          at: sayYear(reader.now, reader),
          zone: reader.timeZone,
        })}
      </p>
    </div>
  )
}

/** Fields that can be selected and copied without script; nothing is sent from here. */
function Copy(props: FilingProps) {
  const { view, reader, place } = props
  const { t, locale } = reader.translator
  const shown = presentContent(view.content, reader.now, reader)
  const rows = shown.sections.flatMap((section) => section.rows).filter(({ text }) => text !== null)
  const canRecord = view.draft !== null && mayFile(props)
  return (
    <>
      <Exercise {...props} />
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('filing-pages.copy.back'), href: place.here }],
        }}
        title={t('filing-pages.copy.title', { title: shown.title })}
        lead={t('filing-pages.copy.lead')}
      />
      <div class="s-stack-l" lang={locale}>
        <Sheet id="fields" heading={t('filing-pages.fields.heading')}>
          {rows.map(({ key, label, text, note }) => {
            const value = [text ?? '', ...(note ? [note] : [])].join('\n')
            return <TextArea key={key} name={key} label={label} rows={linesOf(value)} value={value} />
          })}
        </Sheet>
        <Plain id="whole" heading={t('filing-pages.copy.whole')}>
          <TextArea
            name="whole"
            label={t('filing-pages.copy.whole')}
            hideLabel
            rows={12}
            value={plainText(shown)}
          />
        </Plain>
        {shown.alsoAsked.length > 0 && (
          <Plain id="also" heading={t('filing-pages.fields.also')}>
            <ul class="govuk-list govuk-list--bullet">
              {shown.alsoAsked.map(({ text, language }) => (
                <li key={text} lang={language}>
                  {text}
                </li>
              ))}
            </ul>
          </Plain>
        )}
      </div>
      {canRecord && (
        <p>
          <a href={`${place.here}/send?way=portal`}>{t('filing-pages.copy.record')}</a>
        </p>
      )}
    </>
  )
}

const charactersInALine = 30
const maxLines = 8

function linesOf(text: string): number {
  return Math.min(maxLines, Math.max(1, Math.ceil(text.length / charactersInALine)))
}
