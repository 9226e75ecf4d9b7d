// The version cases of the univers project.
// SPDX-License-Identifier: EUPL-1.2
import type { Suite } from './suite.ts'
import { runVersionCases } from './version-cases.ts'
import { universExceptions } from './version-exceptions.ts'

/** `dataFolder` holds `univers-tests/univers-tests.tar.gz`. */
export async function run(dataFolder: string): Promise<Suite> {
  return runVersionCases(dataFolder, 'univers-tests', universExceptions)
}
