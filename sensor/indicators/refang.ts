// Undoes what reports do to indicators so that nobody clicks on them: hxxp, [.], (dot), [at].
// SPDX-License-Identifier: EUPL-1.2

const dots = /\s?(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\{dot\}|\[\.|\.\])\s?/gi
const slashes = /\[:\/\/\]|\[:\]\/\/|:\[\/\/\]|\[\/\/\]/g
const ats = /\s?(?:\[@\]|\(@\)|\[at\]|\(at\)|\{at\})\s?/gi

/** The text is short: a line of a list or a value of an attribute. */
export function refanged(text: string): string {
  const trimmed = text.trim()
  const scheme = /^(?:h[tx]{2}ps?|fxp|f[tx]ps?)(?=\[?:|:?\[)/i.exec(trimmed)?.[0]
  const named = scheme === undefined ? trimmed : scheme.replace(/x/gi, 't') + trimmed.slice(scheme.length)
  if (!/[[({\\]/.test(named)) return named
  return named
    .replace(slashes, '://')
    .replace(dots, '.')
    .replace(ats, '@')
    .replaceAll('[:]', ':')
    .replaceAll('[/]', '/')
    .replaceAll('\\.', '.')
}
