// The page for the management as a PDF: the same words as on the screen.
// SPDX-License-Identifier: EUPL-1.2
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/document.ts'
import type { Reader } from './reader.ts'

export interface OnePage {
  readonly house: string
  readonly day: string
  readonly title: string
  readonly lead: string
  readonly basis: string
  readonly good: readonly string[]
  readonly weak: readonly string[]
  readonly steps: readonly { readonly title: string; readonly summary: string; readonly because: string }[]
  readonly unknown: readonly string[]
}

export function onePagePdf(page: OnePage, { translator, now }: Reader): PdfDocument {
  const { t } = translator
  const part = (heading: string, items: readonly string[], none: string): readonly PdfBlock[] => [
    { kind: 'heading', level: 2, text: heading },
    items.length === 0 ? { kind: 'text', text: none } : { kind: 'list', items },
  ]
  return {
    title: `${page.title}, ${page.house}`,
    language: translator.locale,
    author: page.house,
    createdAt: now,
    watermark: null,
    blocks: [
      { kind: 'heading', level: 1, text: page.title },
      { kind: 'text', text: `${page.house} · ${page.day}` },
      { kind: 'text', text: page.lead, isStrong: true },
      { kind: 'text', text: page.basis },
      { kind: 'heading', level: 2, text: t('assessments.management.steps') },
      ...(page.steps.length === 0
        ? [{ kind: 'text' as const, text: t('assessments.gains.none.text') }]
        : page.steps.map(
            ({ title, summary, because }): PdfBlock => ({
              kind: 'fact',
              term: title,
              value: summary,
              remark: t('assessments.management.because', { facts: because }),
            }),
          )),
      ...part(t('assessments.management.good'), page.good, t('assessments.management.good.none')),
      ...part(t('assessments.management.weak'), page.weak, t('assessments.management.weak.none')),
      ...part(t('assessments.management.unknown'), page.unknown, t('assessments.management.unknown.none')),
      { kind: 'heading', level: 2, text: t('assessments.management.duty') },
      { kind: 'text', text: t('assessments.management.duty.text') },
    ],
    foot: (number, pages) =>
      `${page.house} · ${page.day} · ${t('assessments.management.page', { number, pages })}`,
    unprintable: (count) => t('assessments.management.unprintable', { count }),
  }
}
