// Recognises an order code in the place of a version ("HQX3204B", "DM-TX-1200"): it names the model.
// SPDX-License-Identifier: EUPL-1.2
import { readTokens } from '../versions/generic-tokens.ts'

const fewestLetters = 3
const shortestCode = 5

/** The code, or null when the text is a version or says more than a code. */
export function modelIn(text: string): string | null {
  const code = text.replace(/[\s*,]+$/, '')
  if (/^(?![RVPU]-?\d)[A-Z]{1,2}-?\d{3,6}$/.test(code)) return code
  if (code.length < shortestCode || !/^[A-Z0-9]+(?:[-/_][A-Z0-9]+)*$/.test(code)) return null
  if (/^(?:FIRMWARE|SOFTWARE|VERSION|REV|BUILD|FW|SW|VER)/.test(code)) return null
  const letters = code.replace(/[^A-Z]/g, '').length
  const digits = code.replace(/[^0-9]/g, '').length
  if (letters < fewestLetters || digits === 0) return null
  const tokens = readTokens(code)?.tokens
  return !tokens || tokens.every(({ kind }) => kind === 'number' || kind === 'letters' || kind === 'release')
    ? code
    : null
}
