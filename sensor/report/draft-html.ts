// A drafted exception as a page: what it would silence, what to mind, and the file to save.
// SPDX-License-Identifier: EUPL-1.2

import { printable } from '../engine/printable.ts'
import { html, pageHtml } from './html.ts'
import { reportLimits } from './limits.ts'
import type { Teller } from './telling.ts'

export interface DraftPage {
  /** Of the rule. */
  readonly title: string
  readonly notes: readonly string[]
  /** Null where no exception can be drafted; `notes` say why. */
  readonly yaml: string | null
  readonly fileName: string
}

export function draftHtml({ title, notes, yaml, fileName }: DraftPage, { words, house }: Teller): string {
  const heading = words.say('filter.title', { title: printable(title, reportLimits.maxTitleUnits) })
  const file = yaml?.split('\n').map((line) => printable(line, reportLimits.maxCellUnits))
  const main = html`<div class="head"><div>
<p class="dense"><a href="./">${words.say('filter.back')}</a></p>
<h1>${heading}</h1>
</div></div>
<section class="sheet" aria-labelledby="draft"><div class="in"><h2 id="draft" class="hide">${heading}</h2>
<ul class="notes">${notes.map((note) => html`<li>${printable(note, reportLimits.maxCellUnits)}</li>`)}</ul>
${file ? html`<p class="because"><b>${words.say('group.next')}</b> ${words.say('filter.save', { file: fileName })}</p><pre class="commands">${file.join('\n')}</pre>` : null}
</div></section>`
  return pageHtml(
    { language: words.language, title: `${heading} – Salus`, house, skip: words.say('report.skip') },
    main,
    html`<p>${words.say('report.limits.say')}</p>`,
  )
}
