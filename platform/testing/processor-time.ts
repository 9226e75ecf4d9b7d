// How much work something is, for tests that hostile input stays bounded: other programs of a busy machine do not count.
// SPDX-License-Identifier: EUPL-1.2

/** Processor time of this process so far, in milliseconds. */
export function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
