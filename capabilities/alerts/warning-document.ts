// A warning as a CSAF 2.0 document of the centre's own, so that it is recorded, shown and shared like any other advisory.
// SPDX-License-Identifier: EUPL-1.2
import { locales } from '../../platform/i18n/index.ts'
import type { WarningTexts } from './warning.ts'

export interface WarningDocument {
  readonly texts: WarningTexts
  readonly trackingId: string
  readonly publisher: { readonly name: string; readonly address: string }
  readonly publishedAt: Date
}

/**
 * Profile 2, security incident response (CSAF 2.0, 4.2): notes and an external reference, no product. The English text
 * is the document's; the other languages stand in notes of their own.
 */
export function warningDocument(warning: WarningDocument): Readonly<Record<string, unknown>> {
  const { texts, trackingId, publisher, publishedAt } = warning
  const at = publishedAt.toISOString()
  const others = locales.filter((locale) => locale !== 'en')
  return {
    document: {
      category: 'csaf_security_incident_response',
      csaf_version: '2.0',
      lang: 'en',
      title: texts.en.title,
      distribution: { tlp: { label: 'AMBER' } },
      publisher: { category: 'coordinator', name: publisher.name, namespace: publisher.address },
      notes: [
        { category: 'summary', title: 'What was seen', text: texts.en.seen },
        { category: 'details', title: 'What to do', text: texts.en.advice },
        ...others.map((locale) => ({
          category: 'general',
          title: locale,
          text: [texts[locale].title, texts[locale].seen, texts[locale].advice].join('\n\n'),
        })),
      ],
      references: [{ category: 'external', summary: 'The centre that warns', url: `${publisher.address}/` }],
      tracking: {
        id: trackingId,
        status: 'final',
        version: '1',
        initial_release_date: at,
        current_release_date: at,
        revision_history: [{ date: at, number: '1', summary: 'Published' }],
      },
    },
  }
}
