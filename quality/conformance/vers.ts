// The test suite of the vers specification.
// SPDX-License-Identifier: EUPL-1.2
import type { Suite } from './suite.ts'
import { runVersionCases } from './version-cases.ts'
import { versExceptions } from './version-exceptions.ts'

/** `dataFolder` holds `vers-tests/vers-tests.tar.gz`. */
export async function run(dataFolder: string): Promise<Suite> {
  return runVersionCases(dataFolder, 'vers-tests', versExceptions)
}
