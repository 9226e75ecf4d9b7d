// Roles in words.
// SPDX-License-Identifier: EUPL-1.2
import type { AccountRole } from '../../platform/http/caller.ts'
import type { Translator } from '../../platform/i18n/index.ts'

export function roleNames({ t }: Translator): Readonly<Record<AccountRole, string>> {
  return {
    reader: t('accounts.role.reader'),
    responder: t('accounts.role.responder'),
    lead: t('accounts.role.lead'),
    'duty-officer': t('accounts.role.dutyOfficer'),
    administrator: t('accounts.role.administrator'),
  }
}

/** What somebody in this role may do, for those who choose one. */
export function roleHints({ t }: Translator): Readonly<Record<AccountRole, string>> {
  return {
    reader: t('accounts.role.reader.hint'),
    responder: t('accounts.role.responder.hint'),
    lead: t('accounts.role.lead.hint'),
    'duty-officer': t('accounts.role.dutyOfficer.hint'),
    administrator: t('accounts.role.administrator.hint'),
  }
}
