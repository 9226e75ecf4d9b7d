// The pages of playbooks in a room, the same behind each of its doors.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../../platform/context.ts'
import type { Page } from '../../../../platform/http/endpoint.ts'
import { behindEachDoor } from '../doors.ts'
import { newRunPages } from './new.tsx'
import { runPages } from './run.tsx'

export function playbookRunPages(context: Context): readonly Page[] {
  return behindEachDoor((door) => [...newRunPages(context, door), ...runPages(context, door)])
}
