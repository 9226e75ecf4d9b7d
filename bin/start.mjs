// `npm start`: installs what is missing and starts the centre.
// SPDX-License-Identifier: EUPL-1.2
import { install, runTypeScript } from './prepare.mjs'

install()
runTypeScript('main.ts', process.argv.slice(2))
