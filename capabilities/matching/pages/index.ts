// The screens of matching in one list.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import { decisionsPage } from './decisions.tsx'
import { pairPages } from './pair.tsx'
import { queuePage } from './queue.tsx'
import { vexPages } from './vex.tsx'

export function matchingPages(context: Context): readonly Page[] {
  return [queuePage(context), decisionsPage(context), ...pairPages(context), ...vexPages(context)]
}
