// Where on the line of generic keys the revision letters end and the numbers begin.
// SPDX-License-Identifier: EUPL-1.2
import { afterWordsTag, lettersTag } from './generic.ts'

/** Below every version that starts with a number above zero, above every one that starts with a word. */
export const lowestNumberKey: Uint8Array = Uint8Array.of(afterWordsTag)

/** Above every version that starts with letters. */
export const highestLetterKey: Uint8Array = Uint8Array.of(lettersTag + 1)

/** "VM5.0" and "AP 3.0" carry two letters that an inventory often leaves out: the text without them. */
export function bareNumbers(text: string): string | null {
  const match = /^[a-z]{2}[-_ ]?(\d{1,6}(?:\.\d{1,6}){1,5})$/i.exec(text)
  return match?.[1] ?? null
}
