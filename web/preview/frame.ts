// What the sample pages share: an invented centre and member, a fixed time, translations.
// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url'
import type { ComponentChildren } from 'preact'
import { formatInstant, formatLeft, type Locale, loadTranslations } from '../../platform/i18n/index.ts'
import { type PageOptions, renderPage, type ThemePreference } from '../shell/index.ts'

const translations = loadTranslations(fileURLToPath(new URL('../../translations', import.meta.url)))
export const now = new Date('2026-11-17T08:40:00Z')
const timeZone = 'Europe/Berlin'

export function translatorFor(locale: Locale) {
  return translations.translator(locale)
}

export function when(instant: string, locale: Locale = 'en') {
  const translator = translatorFor(locale)
  const dueAt = new Date(instant)
  return {
    dueAt,
    due: formatInstant(dueAt, { translator, timeZone }),
    left: formatLeft(now, dueAt, translator),
  }
}

export interface SampleLook {
  readonly locale: Locale
  readonly theme: ThemePreference
}

export function frame(look: SampleLook, current: string): Omit<PageOptions, 'title' | 'content'> {
  const translator = translatorFor(look.locale)
  const { t } = translator
  return {
    translator,
    assets: { styles: '/static/salus.css', script: '/static/salus.js' },
    person: { name: 'J. Brandt' },
    csrfToken: 'sample-token',
    organisation: 'Erlenau District Hospital',
    navigation: ['Today', 'Alerts', 'Assets', 'Incidents', 'Support'].map((label) => ({
      href: `/${label.toLowerCase()}`,
      label,
      current: label === current,
      ...(label === 'Alerts' && { count: 4 }),
    })),
    centreName: 'Lakeland Health Security Centre',
    address: '/today',
    urgentLink: { href: '/emergency', label: t('shell.reportIncident') },
    footerLinks: [
      { href: '/help', label: t('shell.help') },
      { href: '/accessibility', label: t('shell.accessibility') },
      { href: '/privacy', label: t('shell.privacy') },
      { href: '/source', label: t('shell.sourceCode') },
    ],
    phone: '0800 555 0112',
    example: true,
    themePreference: look.theme,
    sentAt: now,
    timeZone,
  }
}

export function sample(
  look: SampleLook,
  current: string,
  title: string,
  content: ComponentChildren,
  more: Partial<PageOptions> = {},
): string {
  return renderPage({ ...frame(look, current), title, content, ...more })
}
