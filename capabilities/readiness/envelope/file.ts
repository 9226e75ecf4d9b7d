// The crisis pack as one file for a private phone: opens without network, reads only with the code on paper.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Translator } from '../../../platform/i18n/index.ts'
import { type PhoneKey, type Sealed, sealInfo } from './seal.ts'

const script = readFileSync(join(import.meta.dirname, 'open.js'), 'utf8')
const style = readFileSync(join(import.meta.dirname, 'open.css'), 'utf8')

export interface EnvelopeFile {
  /** Readable without the code, and authenticated with it. */
  readonly title: string
  readonly asOf: string
  readonly header: string
  readonly phone: PhoneKey
  readonly sealed: Sealed
}

/** Nothing may be loaded or sent: the policy allows this one script and this one style, by their hashes. */
export function renderEnvelope(file: EnvelopeFile, { t, locale }: Translator): string {
  const words = {
    mistyped: t('readiness.open.mistyped'),
    wrongCode: t('readiness.open.wrongCode'),
    damaged: t('readiness.open.damaged'),
    oldBrowser: t('readiness.open.oldBrowser'),
    opening: t('readiness.open.opening'),
    print: t('readiness.open.print'),
  }
  const data = {
    header: file.header,
    phone: { ...base64Of(file.phone), iterations: file.phone.iterations },
    sealed: base64Of(file.sealed),
    words,
    info: sealInfo,
  }
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; form-action 'none'; base-uri 'none'`
  return `<!doctype html>
<html lang="${escapeHtml(locale)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(file.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(file.title)}</h1>
<p>${escapeHtml(file.asOf)}</p>
<form id="ask" autocomplete="off">
<p>${escapeHtml(t('readiness.open.lead'))}</p>
<label for="code">${escapeHtml(t('readiness.open.code'))}</label>
<input id="code" type="text" inputmode="text" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="said">
<button type="submit">${escapeHtml(t('readiness.open.button'))}</button>
</form>
<p id="said" role="alert"></p>
<noscript><p>${escapeHtml(t('readiness.open.noScript'))}</p></noscript>
<div id="pack" hidden></div>
</main>
<script type="application/json" id="sealed">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`
}

/** Only the byte strings among the values. */
function base64Of(values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value instanceof Uint8Array)
      .map(([name, value]) => [name, Buffer.from(value).toString('base64')]),
  )
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
