// A filing as a mail to an authority: the same fields and sentences as on the page, who sends it by which mandate, and its hash.
// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../platform/delivery/delivery.ts'
import { type MailPart, oneLine, writeMail } from '../../../platform/delivery/write-mail.tsx'
import { formatInstant, isLocale, type Locale, type Translator } from '../../../platform/i18n/index.ts'
import type { Authority } from '../../authorities/index.ts'
import type { FilingContent } from '../filings/frozen.ts'
import { presentContent } from '../filings/present-content.ts'
import type { PresentedRow } from '../filings/presentation.ts'

/** The authority's own, where we speak it; else the one that most authorities read. */
export function mailLanguage(authority: Pick<Authority, 'language'> | null): Locale {
  const language = authority?.language ?? ''
  return isLocale(language) ? language : 'en'
}

const maxNameCharacters = 120

export interface WrittenFiling {
  readonly content: FilingContent
  /** Hexadecimal; null for a preview, since it is known only when it is sent. */
  readonly sha256: string | null
  readonly translator: Translator
  readonly timeZone: string
  /** For a preview: who would send it, as far as that is typed. */
  readonly now?: Date
}

export function filingMail({
  content,
  sha256,
  translator,
  timeZone,
  now = new Date(0),
}: WrittenFiling): Message {
  const { t } = translator
  const presented = presentContent(content, now, { translator, timeZone })
  const name = content.fields.find(({ key }) => key === 'organisation.name')?.value
  const exercise = content.isExercise ? 'yes' : 'other'
  const corrects = content.sending?.corrects ? 'yes' : 'other'
  const parts: MailPart[] = [
    ...(content.isExercise ? [{ kind: 'text' as const, text: t('filing-pages.exercise.sentence') }] : []),
    { kind: 'text', text: [presented.title, presented.article].join(', ') },
    ...presented.sections.flatMap(({ label, rows }) => [
      { kind: 'text' as const, text: `— ${label} —` },
      ...rows.flatMap(rowPart),
    ]),
    ...senderParts(content, translator, timeZone),
    ...(sha256 === null ? [] : [{ kind: 'point' as const, term: 'SHA-256', texts: [sha256] }]),
    ...(content.isExercise ? [{ kind: 'text' as const, text: t('filing-pages.exercise.sentence') }] : []),
  ]
  return writeMail({
    subject: t('filing-pages.mail.subject', {
      title: presented.title,
      organisation: oneLine(String(name ?? ''), maxNameCharacters),
      exercise,
      corrects,
    }),
    language: translator.locale,
    parts,
    foot: t('filing-pages.mail.foot'),
  })
}

function rowPart({ label, text, hint, need, note }: PresentedRow): readonly MailPart[] {
  if (text === null && need !== 'required') return []
  return [{ kind: 'point', term: label, texts: [text ?? hint ?? '', ...(note === null ? [] : [note])] }]
}

function senderParts(
  { sending }: FilingContent,
  translator: Translator,
  timeZone: string,
): readonly MailPart[] {
  if (!sending) return []
  const { t } = translator
  const { sender, sentAt } = sending
  const at = formatInstant(new Date(sentAt), { translator, timeZone, style: 'instant-year' })
  return [
    {
      kind: 'point',
      term: t('filing-pages.sender'),
      texts: [`${sender.name}, ${sender.role}`, sender.mandate.basis],
    },
    { kind: 'point', term: t('filing-pages.sentAt'), texts: [`${at} (${timeZone})`] },
    ...(sending.corrects
      ? [
          {
            kind: 'point' as const,
            term: t('filing-pages.corrects'),
            texts: [t('filing-pages.number', { id: sending.corrects })],
          },
        ]
      : []),
  ]
}
