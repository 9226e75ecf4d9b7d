// A group of houses in words: "clinics, Austria"; every house where nothing narrows it.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import type { Cell } from '../benchmark/groups.ts'

export function cellName({ country, size, kind }: Cell, { t, find, locale }: Translator): string {
  const parts = [
    kind && (find(`assessments.kind.${kind}`) ?? kind),
    size && (find(`assessments.size.${size}`) ?? size),
    country && (new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country),
  ].filter((part) => part !== null && part !== '')
  return parts.length === 0 ? t('assessments.cell.all') : parts.join(', ')
}
