// Brings a text's signs into one form: comparison signs, dashes, spaces, and characters broken by a wrong encoding.
// SPDX-License-Identifier: EUPL-1.2

const replacements: readonly (readonly [RegExp, string])[] = [
  // UTF-8 read as Windows-1252, as some CSAF texts carry it.
  [/â‰¤|&le;|&#8804;/g, '<='],
  [/â‰¥|&ge;|&#8805;/g, '>='],
  [/â€[“”\u0093\u0094]/g, '-'],
  [/â€™/g, "'"],
  [/Ã©/g, 'é'],
  [/Ã¨/g, 'è'],
  [/Ã[ \u00a0]/g, 'à'],
  [/Ã¤/g, 'ä'],
  [/Ã¶/g, 'ö'],
  [/Ã¼/g, 'ü'],
  [/Â(?=[\s\u00a0®])/g, ''],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&amp;/g, '&'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[≤≦⩽]/g, '<='],
  [/[≥≧⩾]/g, '>='],
  [/＜/g, '<'],
  [/＞/g, '>'],
  [/≠/g, '!='],
  [/[‘’]/g, "'"],
  [/[“”„"«»`]/g, ''],
  [/[®™\u200b\ufeff]/g, ''],
  [/[\p{Cc}\s]+/gu, ' '],
  // "=<" and "=>" and "< =" are all seen.
  [/([<>]) ?=/g, '$1='],
  [/= ?<(?!=)/g, '<='],
  [/= ?>(?!=)/g, '>='],
  [/==+/g, '='],
]

export function cleanText(text: string): string {
  let cleaned = text
  for (const [pattern, replacement] of replacements) cleaned = cleaned.replace(pattern, replacement)
  // CISA writes "<=2020_R2_SP1": where no space is left, the underscore stands for it.
  return (cleaned.trim().includes(' ') ? cleaned : cleaned.replace(/_+/g, ' ')).trim()
}
