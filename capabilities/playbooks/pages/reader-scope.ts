// Whose eyes the library is read with: the centre's, or those of the reader's own organisation.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { AnyRequest } from '../../../platform/http/endpoint.ts'
import type { LibraryScope } from '../store/imported.ts'

export function isOfCentre({ caller }: AnyRequest): boolean {
  return caller?.memberships.some(({ organisationKind }) => organisationKind === 'centre') === true
}

/** Somebody who belongs to no organisation sees what a member would see. */
export function inLibrary<T>(
  context: Context,
  request: AnyRequest,
  work: (scope: LibraryScope) => Promise<T>,
): Promise<T> {
  if (isOfCentre(request)) return context.database.asCentre(work)
  return context.database.asMember(request.caller?.memberships[0]?.organisationId ?? 0, work)
}
