// How much a running sensor reads at once, keeps open, and takes from the network.
// SPDX-License-Identifier: EUPL-1.2

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

export const tailLimits = {
  /** Read of one log before the next one has its turn. */
  segmentBytes: mebibyte,
  /** Events of a file that is read whole before the next source has its turn. */
  batchEvents: 2_000,
  /** Files below the configured paths; what is beyond is told and not read. */
  maxFiles: 20_000,
  maxFolderDepth: 16,
  /** Files kept open, so that a log that is renamed is read to its end. */
  maxOpenFiles: 256,
  /** First and last bytes by which content is known again after a rotation. */
  markBytes: kibibyte,
  /** Logs that ended, by whose marks a packed copy is known. */
  maxEnded: 1_000,
  /** A file that is read whole must have been left alone for so long. */
  settleMs: 3_000,
  /** A file that is dated later than this after now has a wrong date, and is not waited for. */
  maxAheadMs: 60_000,
  /** A message in several lines counts as complete after so long without another. */
  idleMs: 5_000,
  /** Lines of a head (#fields) that a log needs to be understood from its middle. */
  maxPreludeLines: 32,
  maxPreludeUnits: 64 * kibibyte,
  /** A chunk of an event log whose header changed nothing is looked at again after so long. */
  evtxLookMs: 60_000,
  maxEvtxChunks: 262_144,
} as const

export const syslogLimits = {
  maxConnections: 256,
  maxConnectionsOfSender: 16,
  /** One message; what is longer is broken and passed over. */
  maxMessageBytes: 256 * kibibyte,
  /** A connection without a message for so long is closed. */
  idleMs: 900_000,
  /** Waiting messages of one sender, and of all. */
  maxQueuedOfSender: 2_000,
  maxQueuedBytesOfSender: 4 * mebibyte,
  maxQueuedBytes: 64 * mebibyte,
  /** Senders told apart; whoever comes beyond shares one queue. */
  maxSenders: 1_024,
  /** Messages taken of one sender before the next has its turn. */
  turnMessages: 100,
  /** Of all senders in one batch. */
  batchMessages: 2_000,
  receiveBufferBytes: 4 * mebibyte,
  maxTlsHandshakeMs: 10_000,
} as const

export const renewalLimits = {
  /** What changed is taken when it stays the same for so long: somebody may still be copying. */
  settleMs: 5_000,
  /** Between two tries to load what did not load and has not changed since. */
  retryMs: 600_000,
} as const

export const huntingLimits = {
  /** Indicators looked for before reading goes on: some milliseconds. */
  sliceEntries: 1_000,
  /** Findings of one hunt; a list that makes more names what everybody uses. */
  maxFindings: 1_000,
  /** Indicators that were told, by their ids. */
  maxTold: 100_000,
} as const

export const packUpdateLimits = {
  /** The first question after a start comes by chance within so long. */
  firstWithinMs: 300_000,
} as const

export const watchLimits = {
  /** A checkpoint may take one part in so many of the time. */
  checkpointShare: 20,
  checkpointEveryMs: 1_000,
  heartbeatEveryMs: 5_000,
  /** Between two looks at what the centre may be told. */
  tellEveryMs: 600_000,
  /** A heartbeat that is older means that nothing works any more. */
  heartbeatStaleMs: 60_000,
  retentionEveryMs: 3_600_000,
  /** By so much more each time at most: a clock that is years ahead must not take the findings of years. */
  retentionStepMs: 86_400_000,
  /** Between tries to write where the disk is full. */
  retryMs: 2_000,
  /** Sources named one by one in the heartbeat. */
  maxSourcesTold: 500,
  /** A spool folder that is empty for so long: what waited for more files is decided. */
  spoolQuietMs: 5_000,
  /** Messages of the same kind told before the rest is only counted, until the next hour. */
  maxNotesOfHour: 50,
} as const
