// Random numbers that come out the same each time, so that every example centre is the same.
// SPDX-License-Identifier: EUPL-1.2

export interface Random {
  /** 0 to below `below`. */
  readonly integer: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(from: readonly [T, ...T[]]) => T
}

/** A linear congruential generator (multiplier of Park and Miller); good enough for lists of devices. */
export function seededRandom(seed: string): Random {
  let state = Array.from(seed).reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % modulus, 7) || 1
  const next = () => {
    state = (state * 48_271) % modulus
    return state / modulus
  }
  const integer = (below: number) => Math.floor(next() * below)
  return {
    integer,
    chance: (share) => next() < share,
    pick: (from) => from[integer(from.length)] ?? from[0],
  }
}

const modulus = 2_147_483_647
