// The sensor's command line as a process: its output, its signals, its exit code.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import type { Output } from './command.ts'
import { runSensor } from './commands.ts'

process.exitCode = await runSensor(process.argv.slice(2), standardOutput(), stopSignal)

/** Ctrl-C ends a command in good order; a second one ends the process. SIGTERM may come twice: to the group, and passed on. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  process.on('SIGTERM', () => stop.abort())
  return stop.signal
}

function standardOutput(): Output {
  // A reader that closes early (`| head`) ends the scan without a stack trace.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`The findings cannot be written (${error.code}), so the scan ends here.\n`)
    process.exit(1)
  })
  // Findings go on where nobody reads the notes.
  process.stderr.on('error', () => undefined)
  return {
    async write(line) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
    },
    note(line) {
      process.stderr.write(`${line}\n`)
    },
  }
}
