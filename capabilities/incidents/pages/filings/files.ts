// A filing as files: the PDF, and the canonical JSON whose hash is kept.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import { definePage, type Page } from '../../../../platform/http/endpoint.ts'
import { nothing } from '../../../../platform/http/input.ts'
import type { PdfBlock, PdfDocument } from '../../../../platform/pdf/document.ts'
import { writePdf } from '../../../../platform/pdf/write.ts'
import { canonicalJson } from '../../filings/canonical.ts'
import { presentContent } from '../../filings/present-content.ts'
import type { PresentedRow } from '../../filings/presentation.ts'
import type { Door } from '../doors.ts'
import { enterIn, languageQuery, markOf } from './paper.tsx'
import { enterFiling, type FilingProps, filingParams, sayYear } from './place.ts'
import { sendingFacts } from './sent.tsx'
import { receiverName, standingOfFiling } from './words.ts'

export function filePages(context: Context, door: Door): readonly Page[] {
  const page = { method: 'GET', permission: door.read, params: filingParams, body: nothing } as const
  const path = `${door.path}/filings/:filingId`
  return [
    definePage({
      ...page,
      path: `${path}/filing.pdf`,
      query: languageQuery,
      async handle(request) {
        const props = await enterIn(context, door, request)
        return {
          file: await writePdf(documentOf(props)),
          fileName: fileName(props, 'pdf'),
          contentType: 'application/pdf',
        }
      },
    }),
    definePage({
      ...page,
      path: `${path}/filing.json`,
      query: nothing,
      async handle(request) {
        const props = await enterFiling(context, door, request)
        const { content, filing } = props.view
        return {
          // Byte for byte what the hash was made of; a draft has none yet.
          file: filing.content ?? canonicalJson(content),
          fileName: fileName(props, 'json'),
          contentType: 'application/json; charset=utf-8',
        }
      },
    }),
  ]
}

function fileName({ view }: FilingProps, extension: string): string {
  const { duty, id } = view.filing
  const state = view.draft ? 'draft' : 'sent'
  const realm = view.incident.realm === 'exercise' ? 'EXERCISE-' : ''
  return `${realm}${view.incident.word}-${duty}-${id}-${state}.${extension}`.toLowerCase()
}

export function documentOf({ view, reader }: Pick<FilingProps, 'view' | 'reader'>): PdfDocument {
  const { translator } = reader
  const { t } = translator
  const shown = presentContent(view.content, reader.now, reader)
  const standing = standingOfFiling(view.filing, translator)
  const isExercise = view.incident.realm === 'exercise'
  const facts = sendingFacts(view, reader)
  const text = (words: string): PdfBlock => ({ kind: 'text', text: words })
  return {
    title: `${shown.title}, ${view.organisation.name}`,
    language: translator.locale,
    author: view.organisation.name,
    createdAt: view.filing.sentAt ?? view.filing.sendingAt ?? reader.now,
    watermark: markOf({ view, reader }),
    blocks: [
      ...(isExercise
        ? [{ kind: 'text' as const, text: t('filing-pages.exercise.sentence'), isStrong: true }]
        : []),
      { kind: 'heading', level: 1, text: shown.title },
      text(t('filing-pages.to', { authority: receiverName(view.filing, translator).text })),
      text(shown.article),
      { kind: 'text', text: view.draft ? t('filing-pages.print.draft') : standing.word, isStrong: true },
      ...(shown.unverified ? [text(shown.unverified)] : []),
      ...shown.sections.flatMap(({ label, rows }): readonly PdfBlock[] => [
        { kind: 'heading', level: 2, text: label },
        ...rows.map((row) => factOf(row, t('filing-pages.fields.noted'))),
      ]),
      ...(facts.length > 0
        ? [
            { kind: 'heading' as const, level: 2 as const, text: t('filing-pages.sent.heading') },
            ...facts.map(({ term, value }) => ({ kind: 'fact' as const, term, value })),
          ]
        : []),
    ],
    foot: (page, pages) =>
      [
        ...(isExercise ? [t('filing-pages.exercise.mark')] : []),
        `${view.organisation.name}, ${view.incident.word}`,
        ...(view.draft ? [sayYear(reader.now, reader)] : []),
        t('filing-pages.print.page', { page, pages }),
      ].join(' · '),
    unprintable: (count) => t('filing-pages.print.unprintable', { count }),
  }
}

function factOf({ label, text, hint, note, source }: PresentedRow, noted: string): PdfBlock {
  const remarks = [...(note ? [`${noted} ${note}`] : []), ...(source ? [source] : [])]
  return { kind: 'fact', term: label, value: text ?? hint ?? '', remark: remarks.join(' · ') || null }
}
