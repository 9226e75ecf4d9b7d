// The footer: account and languages on a phone, who runs the centre, standing links, and the line for paper.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant } from '../../platform/i18n/index.ts'
import { Account } from './header.tsx'
import { LanguageForm } from './language.tsx'
import type { PageOptions } from './page.tsx'

export function Footer(options: PageOptions) {
  const { translator, centreName, organisation, phone, sentAt, timeZone, footerLinks = [] } = options
  const { t } = translator
  const moment = formatInstant(sentAt, { translator, timeZone, style: 'instant-year' })
  return (
    <footer class="s-foot">
      <div class="s-small-only">
        <Account {...options} />
        <LanguageForm {...options} />
      </div>
      <span>{t('shell.runBy', { centre: centreName })}</span>
      {footerLinks.map(({ href, label }) => (
        <a class="s-quietlink" href={href} key={href}>
          {label}
        </a>
      ))}
      <p class="s-printonly">
        {t('shell.print.state', { organisation: organisation ?? centreName, moment })}{' '}
        {phone && t('shell.print.phone', { phone })}
      </p>
    </footer>
  )
}
