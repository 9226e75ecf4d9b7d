// Where everything stands in the state folder; each part of the sensor writes below its own place only.
// SPDX-License-Identifier: EUPL-1.2
import { chmod, mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

export interface StatePlaces {
  readonly folder: string
  readonly lock: string
  /** One file a day: `2026-11-27.ndjson`. */
  readonly findings: string
  readonly checkpoint: string
  readonly heartbeat: string
  readonly patientKey: string
  readonly packs: string
  readonly seen: string
  readonly sightings: string
}

export function statePlaces(folder: string): StatePlaces {
  const root = resolve(folder)
  return {
    folder: root,
    lock: join(root, 'lock'),
    findings: join(root, 'findings'),
    checkpoint: join(root, 'checkpoint.ndjson'),
    heartbeat: join(root, 'heartbeat.json'),
    patientKey: join(root, 'keys', 'patient.key'),
    packs: join(root, 'packs'),
    seen: join(root, 'seen'),
    sightings: join(root, 'sightings'),
  }
}

/** Makes a folder that nobody else may look into; findings tell where a hospital is weak. */
export async function privateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const { mode } = await stat(path)
  if ((mode & 0o077) !== 0) await chmod(path, 0o700)
}
