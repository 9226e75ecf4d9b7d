// Matches by UDI-DI, the device identifier that a manufacturer gives to one model of a medical device.
// SPDX-License-Identifier: EUPL-1.2
import type { Matcher } from '../identity.ts'

/** A different UDI-DI says nothing: packages and countries of one model have their own. */
export const matchUdi: Matcher = (inventory, stated) => {
  if (!inventory.udiDi || !stated.udiDi || inventory.udiDi !== stated.udiDi) return null
  return {
    grade: 'exact-identifier',
    method: 'udi',
    certainty: 'certain',
    steps: [{ code: 'identifier-equal', scheme: 'udi', value: stated.udiDi }],
  }
}
