// Who may see and who may change what a hospital runs.
// SPDX-License-Identifier: EUPL-1.2

/** Never the centre: an inventory is a map of a hospital's weaknesses. */
export const assetsPermissions = {
  'assets:read': ['reader', 'responder', 'lead'],
  'assets:write': ['responder', 'lead'],
} as const
