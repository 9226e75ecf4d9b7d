// Reads the daily file of EPSS values.
// SPDX-License-Identifier: EUPL-1.2
export {
  type EpssPart,
  type EpssPortion,
  type EpssRelease,
  type EpssScore,
  isEpss,
  readEpss,
} from './read.ts'
