// Finds the user that PostgreSQL runs as: PostgreSQL refuses to run as root.
// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** Null when the process itself is not root, so that no change of user is needed. */
export function unprivilegedUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null
  return findUser('salus') ?? findUser('postgres') ?? createUser('salus') ?? requireNobody()
}

/** Whether a user other than root can walk to this path: each folder above must let others pass. */
export function isReachableByOthers(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const mode = modeOf(folder)
    if (mode !== null && (mode & 0o001) === 0) return false
    if (dirname(folder) === folder) return true
  }
}

export function giveTo(path: string, user: SystemUser | null): void {
  if (user) chownSync(path, user.uid, user.gid)
}

function modeOf(path: string): number | null {
  try {
    return statSync(path).mode
  } catch {
    return null
  }
}

function findUser(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null
}

function createUser(name: string): SystemUser | null {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', name], {
      stdio: 'ignore',
    })
    return findUser(name)
  } catch {
    return null
  }
}

function requireNobody(): SystemUser {
  const nobody = findUser('nobody')
  if (nobody) return nobody
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has no other user. Start Salus as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
  )
}
