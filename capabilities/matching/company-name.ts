// One company name without legal form, division and spelling: "B. Braun Medical S.p.A." is `bbraun`.
// SPDX-License-Identifier: EUPL-1.2
import { wordKey } from './text.ts'

export interface CompanyName {
  /** The same without division ("Medical", "Europe"). */
  readonly core: readonly string[]
  /** Words without legal form, as word keys. */
  readonly words: readonly string[]
}

const legalForms = new Set(
  `inc incorporated corp corporation co company ltd limited llc llp lp gmbh mbh ag kg kgaa ohg ug se sa sas sarl sl srl spa bv nv
  oy oyj ab as asa aps plc pty pvt sro kk kft doo zrt cokg spzoo sp zoo eg ev the
  eood ood ead jdoo nyrt sprl cvba scrl vof slu sau lda uab sia dac epe ike mepe ehf vos snc sapa`.split(
    /\s+/,
  ),
)

const divisionWords = new Set(
  `medical healthcare health care technologies technology systems system international group holding holdings global software
  solutions instruments instrument diagnostics electronics industries networks network usa us uk deutschland germany france
  europe america americas north development developments labs laboratories products services project foundation`
    .split(/\s+/)
    .map(wordKey),
)

/** `b. braun` and `b braun` become `bbraun`, `s.p.a.` becomes `spa`. */
export function joinInitials(folded: string): string {
  return folded.replace(/(?<![\p{L}\p{N}])(\p{L})(?:\.\s?|\s)(?=\p{L})/gu, '$1').replace(/\./g, ' ')
}

export function readCompany(part: string): CompanyName | null {
  const words = part
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'and' && !legalForms.has(word))
    .map(wordKey)
  const core = words.filter((word) => !divisionWords.has(word))
  return words.length === 0 ? null : { core: core.length > 0 ? core : words, words }
}
