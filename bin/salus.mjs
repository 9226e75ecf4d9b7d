// `npm run salus -- COMMAND`: the operator's commands, one file each in cli/.
// SPDX-License-Identifier: EUPL-1.2
import { install, runTypeScript } from './prepare.mjs'

install()
// Paths on the command line are seen from where the person stands, not from the project's root.
runTypeScript('cli/salus.ts', process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd() })
