// `npm run sensor -- COMMAND`: the sensor that a hospital runs beside its logs; no database, no server.
// SPDX-License-Identifier: EUPL-1.2
import { install, runTypeScript, sensorFlags } from './prepare.mjs'

install()
// Paths on the command line are seen from where the person stands, not from the project's root.
runTypeScript('sensor/cli/sensor.ts', process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  nodeFlags: sensorFlags,
})
