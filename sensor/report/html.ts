// Text into HTML: whatever a log holds is text and nothing else, and one file needs no script and no network.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { printable } from '../engine/printable.ts'
import type { Language } from '../words/words.ts'
import { styles } from './styles.ts'

/** Markup that may stand in a page as it is; made by `html` only. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type Child = Markup | string | number | null | readonly Child[]

/** Everything put in is escaped, but markup and lists of it; null is nothing. */
export function html(parts: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(parts.reduce((text, part, at) => text + markupOf(children[at - 1] ?? null) + part))
}

export const nothing = new Markup('')

function markupOf(child: Child): string {
  if (child === null) return ''
  if (child instanceof Markup) return child.text
  if (typeof child === 'object') return child.map(markupOf).join('')
  return escaped(String(child))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

/** Text from a log or a rule: short, and with signs that would turn its direction made visible. */
export function foreign(text: string, maxUnits: number): string {
  return printable(text, maxUnits)
}

export interface PageOptions {
  readonly language: Language
  readonly title: string
  /** The hospital's name; null where it is not set. */
  readonly house: string | null
  readonly skip: string
}

const source = `'sha256-${createHash('sha256').update(styles).digest('base64')}'`

/** The whole page. Its policy allows its own style element, named by its hash, and nothing else. */
export function pageHtml({ language, title, house, skip }: PageOptions, main: Markup, foot: Markup): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${new Markup(source)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<header class="top"><span class="brand">Salus</span>${house === null ? null : html`<strong class="org">${house}</strong>`}</header>
<main class="page" id="main">
${main}
</main>
<footer class="foot">${foot}</footer>
</body>
</html>
`.text
}
