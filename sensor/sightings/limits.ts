// Limits of what the sensor tells the centre: how late, how much, how often.
// SPDX-License-Identifier: EUPL-1.2

/** An hour is looked at once it has been over for this long, so that its last events have arrived. */
export const settleMs = 15 * 60_000

/** An approved sighting waits a random time between these two, so that its arrival does not tell when it was approved. */
export const minDelayMs = 10 * 60_000
export const maxDelayMs = 6 * 3_600_000

/**
 * Between two things said under different names (the sensor's own, the pseudonym of one epoch, that of the next) lies a
 * random time between these two: what arrives together from one address would be known to be of one.
 */
export const minPauseMs = 10 * 60_000
export const maxPauseMs = 2 * 3_600_000

/** Findings of older hours are no longer offered for approval. */
export const maxDraftAgeMs = 7 * 86_400_000

/** After a fault of the network: the first and the longest pause before the next attempt. */
export const minRetryMs = 5 * 60_000
export const maxRetryMs = 12 * 3_600_000

/** No sighting waits longer for its next attempt; where one would, the clock was set back. */
export const maxWaitMs = 2 * maxRetryMs

/** Attempts at one sighting; after them it is given up and said so. */
export const maxAttempts = 20

/** Drafts and sent sightings that are remembered; more are counted and left out. */
export const maxItems = 10_000

/** What is done with is remembered for this long, so that it is not offered again. */
export const keepMs = 45 * 86_400_000

/** Bytes of the file in which all of this is kept. */
export const maxStateBytes = 16 * 1_024 * 1_024

/** Consents and withdrawals that are remembered; the oldest give way. */
export const maxHistory = 1_000

/** Messages in one run: with a hundred sightings each more than a hospital has in a week. */
export const maxMessagesPerRun = 20

/** Time for one question to the centre and its answer. */
export const requestTimeoutMs = 30_000

/** Longest name of who gave a consent, in characters. */
export const maxNameLength = 200

/** How long one waits for another process that writes the same file. */
export const lockWaitMs = 10_000

/** Bytes of a file with certificate authorities. */
export const maxAuthoritiesBytes = 256 * 1_024

/** An epoch of the centre is no shorter and no longer than this. */
export const minEpochMs = 3_600_000
export const maxEpochMs = 92 * 86_400_000

/** Epochs that the key of a house is carried on at once: with epochs of an hour more than two years. */
export const maxEpochsOn = 20_000

/** Bytes of a file by which one sensor shares its pseudonym with another. */
export const maxShareBytes = 64 * 1_024

/** Characters of the passphrase that locks it. */
export const minPassphraseLength = 12

/** Health is reported once in this time. */
export const healthEveryMs = 86_400_000
