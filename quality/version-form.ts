// The form of a version text: figures and names taken out, so that texts written alike count as one.
// SPDX-License-Identifier: EUPL-1.2

/** Longer texts are prose; their beginning tells the form. */
const maxText = 200

const rangeWords = new Set(
  `all and any are before below between but by earlier except excluding firmware for from higher hotfix including installed
  later less manufactured model models module newer not number older only option or patch prior product production rev revision
  serial service pack series software than the through to until up update use version versions when with without`.split(
    /\s+/,
  ),
)

/** "Gate < 4.2 with Wave option" and "Pump < 7.15 with Tide option" are both "NAME < 9 with NAME option". */
export function formOf(text: string): string {
  return text
    .slice(0, maxText)
    .replace(/[\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*/gu, (word) =>
      word.replace(/\d+(?:[._]\d+)*/g, '9').slice(0, 12),
    )
    .replace(/(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/gu, (word) =>
      rangeWords.has(word.toLowerCase()) ? word.toLowerCase() : 'NAME',
    )
    .replace(/NAME(?:[ /&-]+NAME)+/g, 'NAME')
    .replace(/\s+/g, ' ')
    .trim()
}
