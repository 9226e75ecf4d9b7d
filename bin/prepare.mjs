// Gets a fresh clone ready: installs the packages, finds Node 24 among them, and hands over to it.
// SPDX-License-Identifier: EUPL-1.2
// Plain JavaScript that Node 20 can read, because it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Events live shortly and are many: with more room for the young, fewer are copied. Megabytes, three times over. */
export const sensorFlags = ['--max-semi-space-size=32']

export const project = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(project, 'node_modules')
const wanted = 24

/** Installs exactly what package-lock.json names, once for each version of it. */
export function install() {
  installIn(project)
}

/** As `install`, for a folder with packages of its own. */
export function installIn(folder) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  const stamp = join(folder, 'node_modules', '.salus-installed')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  say('Installing packages (first time only, about a minute) …')
  const npm = process.env.npm_execpath
  const [command, first] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const result = spawnSync(command, [...first, 'ci', '--loglevel=error', '--no-progress'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (result.status !== 0) {
    say(
      'The packages could not be installed; the reason stands above. Is the package registry reachable from here? Then run the same command again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

/** Node 24: the one that runs us, or the one that came with the packages. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const shipped = join(modules, `node-${platform}-${process.arch}`, 'bin', name)
  if (existsSync(shipped)) return shipped
  say(
    `Salus needs Node ${wanted}; this is ${process.version}, and none comes with the packages for ${platform} on ${process.arch}. Install Node ${wanted} and run the same command again.`,
  )
  process.exit(1)
}

/** Runs a TypeScript file of the project under Node 24; signals reach it, its exit code becomes ours. */
export function runTypeScript(file, args, options = {}) {
  const child = spawn(
    node24(),
    [...(options.nodeFlags ?? []), '--import', 'tsx', join(project, file), ...args],
    {
      cwd: options.cwd ?? project,
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
        ...options.env,
      },
    },
  )
  // Ctrl-C reaches the whole group by itself; a signal sent to this process alone has to be passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => signal === 'SIGINT' || child.kill(signal))
  child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

export function say(text) {
  process.stderr.write(`${text}\n`)
}
