// Where the browser of the tests is.
// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs'

export const browserPath = [
  process.env.CHROMIUM,
  // Without windows it takes a quarter less work for the same pages.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))

/** For the tests' `skip`. */
export const noBrowser = browserPath ? false : 'no Chromium found; set CHROMIUM to its path'
