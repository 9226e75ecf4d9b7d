// The screens of authorities in one list, and their addresses.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { Page } from '../../../platform/http/endpoint.ts'
import { centrePage } from './centre.tsx'
import { memberPage } from './member.tsx'

export { centrePath, memberHref } from './paths.ts'

export function authoritiesPages(context: Context): readonly Page[] {
  return [memberPage(context), centrePage(context)]
}
