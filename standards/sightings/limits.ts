// Limits of what a sensor and the centre say to each other; both sides check them.
// SPDX-License-Identifier: EUPL-1.2

/** Sightings in one message. */
export const maxSightings = 100

/** Bytes of one message of sightings: a hundred of them need less than a third of it. */
export const maxMessageBytes = 64 * 1_024

/** Bytes of any answer of the centre to a sensor, packs left out. */
export const maxAnswerBytes = 64 * 1_024

/** Longest id of a rule, an indicator or a pack. */
export const maxIdLength = 64

/** Age of the hour of a sighting when it arrives, in milliseconds: 30 days. Older ones help nobody, and recognise somebody. */
export const maxHourAgeMs = 30 * 86_400_000

/** After the end of its epoch a pseudonym may still finish what it began to send, for this time in milliseconds: 7 days. */
export const epochGraceMs = 7 * 86_400_000
