// The sheet of a class as it hangs on the wall, in the language of its readers: picture, address, code.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import { QrCode } from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { spacedCode } from '../class-code.ts'
import type { Course } from '../course.ts'
import { learnBase, learnHref } from './paths.ts'

export interface ClassSheetProps {
  readonly course: Course
  readonly code: string
  readonly label: string | null
  readonly until: string | null
  readonly origin: string
  readonly translator: Translator
}

export function ClassSheet({ course, code, label, until, origin, translator }: ClassSheetProps) {
  const { t, locale } = translator
  return (
    <section class="s-poster" lang={locale} aria-labelledby="poster">
      <h2 id="poster">{t('training.sheet.heading', { minutes: course.body.minutes })}</h2>
      <p class="s-lead">{textIn(course.title, locale)}</p>
      {label && <p>{label}</p>}
      <div class="s-poster__code">
        <QrCode text={`${origin}${learnHref(code)}`} label={t('training.sheet.picture')} />
        <div class="s-stack">
          <p>{t('training.sheet.scan', { address: `${origin}${learnBase}` })}</p>
          <p class="s-code" translate={false}>
            {spacedCode(code)}
          </p>
        </div>
      </div>
      <p>{t('training.sheet.no-name')}</p>
      {until && <p>{t('training.sheet.until', { until })}</p>}
    </section>
  )
}
