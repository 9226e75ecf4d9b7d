// What indicators met, or might have met, and nobody is told of one by one: counted, so that silence is not taken for safety.
// SPDX-License-Identifier: EUPL-1.2

export interface Untold {
  /** Events of which not all was looked up: too much text, too many values. An attacker may pad. */
  cut: number
  expired: number
  /** Names of the house's own domains and networks. */
  ofTheHouse: number
  onWarningList: number
}

export function noneUntold(): Untold {
  return { cut: 0, expired: 0, ofTheHouse: 0, onWarningList: 0 }
}

export function addUntold(to: Untold, more: Untold): void {
  to.cut += more.cut
  to.expired += more.expired
  to.ofTheHouse += more.ofTheHouse
  to.onWarningList += more.onWarningList
}

/** What came since `before`. */
export function untoldSince(before: Untold, now: Untold): Untold {
  return {
    cut: now.cut - before.cut,
    expired: now.expired - before.expired,
    ofTheHouse: now.ofTheHouse - before.ofTheHouse,
    onWarningList: now.onWarningList - before.onWarningList,
  }
}

/** Sentences for a person; none where nothing was left out. */
export function untoldLines({ cut, expired, ofTheHouse, onWarningList }: Untold): readonly string[] {
  return [
    ...(cut > 0
      ? [
          `${cut} events were too long or had too many values to be looked up whole among the indicators: look at who wrote them.`,
        ]
      : []),
    ...(expired + ofTheHouse + onWarningList > 0
      ? [
          `Indicators were met and not told: ${expired} times expired ones, ${ofTheHouse} times names or addresses of the house, ${onWarningList} times what everybody uses.`,
        ]
      : []),
  ]
}
