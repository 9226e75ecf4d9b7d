// How sure the finder may be: likely only where evidence belongs to one family and no other comes near.
// SPDX-License-Identifier: EUPL-1.2
import type { Evidence } from './finder.ts'

export type Certainty = 'likely' | 'possible'

/** Below this nothing is shown: one name that many share, a few common words. */
export const minScore = 0.45
const likelyShare = 0.45
const leadOverRival = 0.2
const supportingShare = 0.1
const minNameCharacters = 5
const minFixedCharacters = 5
const minExtortionWords = 3

/** Words that notes of all families share; a text without them is about something else. */
const extortionWords: ReadonlySet<string> = new Set(
  'encrypt encrypted encryption decrypt decryption decryptor decrypter ransom ransomware bitcoin btc monero xmr tor onion payment pay stolen leak leaked published publish restore recover recovery locked hacked compromised negotiate negotiation key files data network breach exfiltrated downloaded'.split(
    ' ',
  ),
)

/**
 * `likely` needs an address that only this family used; or its own rare name in a text of extortion, or a file name or
 * ending that only it uses, together with one more thing. The words of a note alone never suffice, however alike:
 * families copy each other's notes, and of notes whose family is not in the library every tenth would be taken for
 * another's (quality.test.ts). Everything else is `possible`.
 */
export function certaintyOf(
  evidence: readonly Evidence[],
  rival: readonly Evidence[],
  words: readonly string[],
): Certainty {
  const share = shareOf(evidence)
  const ownMark = evidence.some((one) => one.kind === 'mark' && one.sharedBy === 1)
  if (ownMark) return 'likely'
  const ownName = evidence.some(
    (one) => one.kind === 'name' && one.sharedBy === 1 && one.name.length >= minNameCharacters,
  )
  const ownFile = isOwn(evidence, 'file-name')
  const ownEnding = isOwn(evidence, 'ending')
  const ownText = share >= likelyShare && share - shareOf(rival) >= leadOverRival
  if ([ownText, ownFile, ownEnding].filter(Boolean).length >= 2) return 'likely'
  if (ownName && isExtortion(words) && (share >= supportingShare || ownFile || ownEnding)) return 'likely'
  return 'possible'
}

function shareOf(evidence: readonly Evidence[]): number {
  return Math.max(0, ...evidence.map((one) => (one.kind === 'text' ? one.share : 0)))
}

function isOwn(evidence: readonly Evidence[], kind: 'file-name' | 'ending'): boolean {
  return evidence.some((one) => one.kind === kind && one.sharedBy === 1 && one.fixed >= minFixedCharacters)
}

function isExtortion(words: readonly string[]): boolean {
  return new Set(words.filter((word) => extortionWords.has(word))).size >= minExtortionWords
}
