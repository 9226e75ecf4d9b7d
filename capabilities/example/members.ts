// The example's hospitals, one file each.
// SPDX-License-Identifier: EUPL-1.2
import type { ExampleMember } from './centre.ts'
import { ballincreel } from './members/ballincreel.ts'
import { erlenau } from './members/erlenau.ts'
import { montesperio } from './members/montesperio.ts'
import { tannschlag } from './members/tannschlag.ts'
import { vauxmorel } from './members/vauxmorel.ts'

export const members: readonly ExampleMember[] = [erlenau, montesperio, ballincreel, vauxmorel, tannschlag]
