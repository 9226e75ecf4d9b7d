// The list of conformance suites, each with the archive that it reads.
// SPDX-License-Identifier: EUPL-1.2

import { join } from 'node:path'
import { cpeSuite } from './cpe.ts'
import { csafSuite } from './csaf.ts'
import { csafNamesSuite } from './csaf-names.ts'
import { cycloneDxSuite } from './cyclonedx.ts'
import { purlSuite } from './purl.ts'
import { spdxSuite } from './spdx.ts'
import type { Suite } from './suite.ts'
import { run as univers } from './univers.ts'
import { run as vers } from './vers.ts'

/** A suite and what it needs; a missing archive is said, and counts neither way. */
export interface SuiteSource {
  readonly name: string
  /** Path below the folder of test data; null for cases that are our own. */
  readonly archive: string | null
  readonly run: () => Suite | Promise<Suite>
}

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const csafArchive = 'csaf-validator-tests/csaf-validator-tests.tar.gz'

export const suites: readonly SuiteSource[] = [
  { name: 'purl', archive: 'purl-tests/purl-tests.tar.gz', run: purlSuite },
  { name: 'vers', archive: 'vers-tests/vers-tests.tar.gz', run: () => vers(dataFolder) },
  { name: 'univers', archive: 'univers-tests/univers-tests.tar.gz', run: () => univers(dataFolder) },
  { name: 'csaf-validator 2.0', archive: csafArchive, run: () => csafSuite('2.0') },
  { name: 'csaf-validator 2.1', archive: csafArchive, run: () => csafSuite('2.1') },
  { name: 'csaf names', archive: csafArchive, run: csafNamesSuite },
  { name: 'cyclonedx', archive: 'cyclonedx/cyclonedx.tar.gz', run: cycloneDxSuite },
  { name: 'spdx', archive: 'spdx/spdx-examples.tar.gz', run: spdxSuite },
  { name: 'cpe name matching', archive: null, run: cpeSuite },
]
