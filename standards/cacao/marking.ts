// Who may see a playbook: the levels of TLP 2.0, and the strictest of several.
// SPDX-License-Identifier: EUPL-1.2
import type { CacaoPlaybook } from './playbook.ts'

/** The widest audience first. */
export const tlpLevels = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const
export type TlpLevel = (typeof tlpLevels)[number]

/** Markings that every playbook may name without defining them (CACAO 2.0, section 9.5, and the committee's common objects). */
export const commonMarkings: ReadonlyMap<string, TlpLevel> = new Map([
  ['marking-tlp--94868c89-83c2-464b-929b-a1a8aa3c8487', 'TLP:CLEAR'],
  ['marking-tlp--bab4a63c-aed9-4cf5-a766-dfca5abac2bb', 'TLP:GREEN'],
  ['marking-tlp--55d920b0-5e8b-4f79-9ee9-91f868d9b421', 'TLP:AMBER'],
  ['marking-tlp--939a9414-2ddd-4d32-a0cd-375ea402b003', 'TLP:AMBER+STRICT'],
  ['marking-tlp--e828b379-4e03-4974-9ac4-e53a884c97c1', 'TLP:RED'],
])

/** The strictest level of the playbook's markings; null where none says. */
export function tlpOf({ markings }: Pick<CacaoPlaybook, 'markings'>): TlpLevel | null {
  // Widened, because a level that nobody knows has to be looked for too.
  const ranks = markings.map(({ tlp }) => (tlpLevels as readonly (string | null)[]).indexOf(tlp))
  return tlpLevels[Math.max(-1, ...ranks)] ?? null
}

/** May a centre show it to its members? RED is for named people, AMBER+STRICT for one organisation (TLP 2.0). */
export function isShareable(tlp: TlpLevel | null): boolean {
  return tlp !== 'TLP:RED' && tlp !== 'TLP:AMBER+STRICT'
}
