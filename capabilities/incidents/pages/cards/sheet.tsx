// One card as a sheet for the printer, black on white, in the hospital's languages: code, number, and what to do without a net.
// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '../../../../platform/http/endpoint.ts'
import { formatInstant, type Translator } from '../../../../platform/i18n/index.ts'
import { QrCode } from '../../../../web/kit/index.ts'
import type { Organisation } from '../../../organisations/index.ts'
import { wholePage } from '../first-contact/document.tsx'
import { inOneLine } from '../first-contact/frame.tsx'
import { cardStyle } from './style.ts'

export interface CardSheet {
  /** Of whoever prints it. */
  readonly translator: Translator
  /** Of those who will read it on the door. */
  readonly languages: readonly Translator[]
  readonly organisation: Pick<Organisation, 'name' | 'timeZone'>
  readonly card: {
    readonly id: number
    readonly place: string
    readonly isExercise: boolean
    readonly madeAt: Date
  }
  readonly token: string
  readonly origin: string
  readonly phone: string | null
  readonly back: string
}

export function cardSheet(sheet: CardSheet): PageReply {
  const { translator, card, languages } = sheet
  const title = translator.t('night.sheet.title', { place: card.place })
  return wholePage({
    translator,
    title,
    style: cardStyle,
    colours: 'light',
    body: (
      <main id="main" tabIndex={-1}>
        <div class="screen">
          <h1>{title}</h1>
          <p>
            <strong>{translator.t('night.sheet.once')}</strong>
          </p>
          <p>
            <a href={sheet.back}>{translator.t('night.sheet.back')}</a>
          </p>
        </div>
        <article class="card" aria-label={title}>
          {card.isExercise && <Exercise languages={languages} />}
          <p class="place">
            {sheet.organisation.name}: <strong>{card.place}</strong>
          </p>
          <Code {...sheet} />
          <div class={languages.length > 1 ? 'several' : undefined}>
            {languages.map((language) => (
              <Instructions key={language.locale} {...sheet} language={language} />
            ))}
          </div>
          <p class="foot">{footOf(sheet)}</p>
        </article>
      </main>
    ),
  })
}

function Exercise({ languages }: Pick<CardSheet, 'languages'>) {
  return (
    <p class="exercise">
      {languages.map(({ locale, t }) => (
        <strong key={locale} lang={locale}>
          {t('night.sheet.exercise')}
        </strong>
      ))}
    </p>
  )
}

/** The letters in groups of four, for whoever has to type them. */
function Code({ translator, origin, token }: CardSheet) {
  return (
    <div class="code">
      <QrCode text={`${origin}/now/${token}`} label={translator.t('night.sheet.qr')} />
      <p translate={false}>
        <b>{`${origin}/now`}</b>
        <br />
        <code>{groupsOf(token).join(' ')}</code>
      </p>
    </div>
  )
}

export function groupsOf(token: string): readonly string[] {
  const dash = token.indexOf('-') + 1
  return [token.slice(0, dash), ...(token.slice(dash).match(/.{1,4}/g) ?? [])]
}

function Instructions({ language, phone }: Pick<CardSheet, 'phone'> & { readonly language: Translator }) {
  const { locale, t } = language
  return (
    <section lang={locale}>
      <h2>{t('night.heading')}</h2>
      <p>{t('night.sheet.scan')}</p>
      {phone && <p class="phone">{t('night.sheet.phone', { phone: inOneLine(phone) })}</p>}
      <h3>{t('night.sheet.noNet')}</h3>
      <ul>
        <li>{t('night.sheet.ownData')}</li>
        {phone && <li>{t('night.sheet.call', { phone: inOneLine(phone) })}</li>}
        <li>{t('night.sheet.leaveOn')}</li>
        <li>{t('night.sheet.danger')}</li>
      </ul>
      <p class="small">{t('night.sheet.typed')}</p>
    </section>
  )
}

function footOf({ translator, card, organisation }: CardSheet): string {
  const { timeZone } = organisation
  const made = formatInstant(card.madeAt, { translator, timeZone, style: 'day-year' })
  return translator.t('night.sheet.foot', { number: card.id, made })
}
