// `npm run test:conformance`: the conformance suites of the standards, listed in quality/conformance/suites.ts.
// SPDX-License-Identifier: EUPL-1.2
import { install, runTypeScript } from './prepare.mjs'

install()
runTypeScript('quality/conformance/run.ts', process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
})
