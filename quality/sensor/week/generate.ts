// Makes one hospital week of a seed in a folder: logs, extracts, and the truth beside them where no sensor looks.
// SPDX-License-Identifier: EUPL-1.2
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { casesOf } from './cases/all.ts'
import type { PlantedCase } from './cases/case.ts'
import type { WeekSize } from './size.ts'
import { worldOf } from './world/world.ts'
import { writeExtracts } from './write/extracts.ts'
import { type Places, writeLogs } from './write/logs.ts'

export interface Week {
  readonly logs: string
  readonly context: string
  readonly truth: string
  readonly cases: readonly PlantedCase[]
  readonly places: Places
  readonly accesses: number
  readonly lines: number
  readonly bytes: number
}

export async function generateWeek(size: WeekSize, seed: number, folder: string): Promise<Week> {
  const paths = {
    logs: join(folder, 'logs'),
    context: join(folder, 'context'),
    truth: join(folder, 'truth.json'),
  }
  await mkdir(paths.logs, { recursive: true })
  const world = worldOf(size, seed)
  const plan = casesOf(world)
  await writeExtracts(world, plan, paths.context)
  const written = await writeLogs(world, plan, paths.logs)
  const truth = plan.cases.map((one) => ({ ...one, places: [...(written.places.get(one.number) ?? [])] }))
  await writeFile(paths.truth, `${JSON.stringify(truth, null, 1)}\n`)
  return { ...paths, cases: plan.cases, ...written }
}
