// Turns the parts of a mail into text and HTML that say the same; foreign words stay words.
// SPDX-License-Identifier: EUPL-1.2
import { render } from 'preact-render-to-string'
import type { Message } from './delivery.ts'

export type MailPart =
  | { readonly kind: 'text'; readonly text: string }
  /** What, because, what to do, by when: a word and its sentences. */
  | { readonly kind: 'point'; readonly term: string; readonly texts: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }

export interface Mail {
  readonly subject: string
  /** BCP 47, of our own words. */
  readonly language: string
  readonly parts: readonly MailPart[]
  /** Why the reader gets this mail. */
  readonly foot: string
}

const maxSubjectLength = 150

export function writeMail(mail: Mail): Message {
  return { subject: oneLine(mail.subject, maxSubjectLength), text: textOf(mail), html: htmlOf(mail) }
}

/** Line ends would begin a header in a subject, and direction marks would turn the words around them. */
const unwanted = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\s]+/gu

/** One line of at most that many characters. */
export function oneLine(text: string, maxLength: number): string {
  // Bounded before the pattern runs.
  const line = text
    .slice(0, maxLength * 4)
    .toWellFormed()
    .replace(unwanted, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`
}

/** For words of publishers and members: mail programs would make links of addresses that we never checked. */
export function foreignWords(text: string, maxLength: number): string {
  return oneLine(
    oneLine(text, maxLength).replaceAll('://', '[:]//').replace(/www\./gi, 'www[.]').replaceAll('@', '[at]'),
    maxLength,
  )
}

function textOf(mail: Mail): string {
  return `${[...mail.parts.map(partAsText), `-- \n${mail.foot}`].join('\n\n')}\n`
}

function partAsText(part: MailPart): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'point':
      return [`${part.term}:`, ...part.texts.map((text) => `  ${text}`)].join('\n')
    case 'list':
      return part.items.map((item) => `* ${item}`).join('\n')
    case 'link':
      return `${part.label}:\n${part.href}`
  }
}

/** No style and no picture: it reads well everywhere, and nothing is loaded from anywhere. */
function htmlOf(mail: Mail): string {
  return `<!doctype html>${render(
    <html lang={mail.language}>
      <head>
        <meta charset="utf-8" />
        <title>{oneLine(mail.subject, maxSubjectLength)}</title>
      </head>
      <body>
        {mail.parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
        <hr />
        <p>
          <small>{mail.foot}</small>
        </p>
      </body>
    </html>,
  )}`
}

function Part({ part }: { readonly part: MailPart }) {
  switch (part.kind) {
    case 'text':
      return <p>{part.text}</p>
    case 'point':
      return (
        <p>
          <strong>{part.term}</strong>
          {part.texts.map((text, index) => (
            <span key={index}>
              <br />
              {text}
            </span>
          ))}
        </p>
      )
    case 'list':
      return (
        <ul>
          {part.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      )
    case 'link':
      return (
        <p>
          <a href={part.href}>{part.label}</a>
        </p>
      )
  }
}
