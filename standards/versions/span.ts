// What one written version stands for on the line of keys.
// SPDX-License-Identifier: EUPL-1.2
import { successor } from './key.ts'

/** low <= key < high. */
export interface KeySpan {
  readonly low: Uint8Array
  readonly high: Uint8Array
}

export interface VersionSpan {
  /** The key of exactly this text. */
  readonly key: Uint8Array
  /** The lowest key that counts as this version; where "before it" ends. */
  readonly floor: Uint8Array
  /** Where "after it" begins: behind the version and its builds. */
  readonly after: Uint8Array
  /** The stretches that count as this version: itself, its builds, for a whole major number its minor versions. */
  readonly covers: readonly KeySpan[]
  /** The stretches that a list naming this version contains; narrower than `covers` for a name in front. */
  readonly exact: readonly KeySpan[]
}

/** A version that stands for nothing but itself. */
export function pointSpan(key: Uint8Array): VersionSpan {
  return wideSpan(key, successor(key))
}

/** A version that stands for everything from its key up to another. */
export function wideSpan(key: Uint8Array, high: Uint8Array): VersionSpan {
  const spans = [{ low: key, high }]
  return { key, floor: key, after: high, covers: spans, exact: spans }
}
