// The header: mark, organisation, urgent link, account, navigation, and the strip of an example or exercise.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../platform/i18n/index.ts'
import { CsrfField } from '../kit/csrf-field.tsx'
import { LanguageForm } from './language.tsx'
import type { NavigationEntry, PageOptions } from './page.tsx'

export function Header(options: PageOptions & { readonly productName: string }) {
  const {
    translator,
    organisation,
    organisationNote,
    centreName,
    navigation,
    productName,
    homeHref = '/',
    urgentLink,
  } = options
  return (
    <header class={navigation.length > 0 ? 's-top' : 's-top s-top--bare'}>
      <div class="s-top__row">
        <a class="s-brand s-quietlink" href={homeHref}>
          {productName}
        </a>
        <span class="s-org">
          {organisation ? <strong>{organisation}</strong> : centreName}
          {organisationNote && ` · ${organisationNote}`}
        </span>
        <div class="s-account">
          {urgentLink && (
            <a class="s-help s-quietlink" href={urgentLink.href}>
              {urgentLink.label}
            </a>
          )}
          <Account {...options} className="s-wide-only" />
          <details class="s-menu s-wide-only">
            <summary>{translator.t('shell.language')}</summary>
            <LanguageForm {...options} />
          </details>
        </div>
      </div>
      {navigation.length > 0 && <Navigation translator={translator} entries={navigation} />}
      <Strip {...options} />
    </header>
  )
}

/** Who is signed in and the way out; in the header, and on a phone at the foot. */
export function Account({
  translator,
  person,
  csrfToken,
  signInHref,
  className,
}: PageOptions & { readonly className?: string }) {
  const { t } = translator
  if (!person) {
    return signInHref ? (
      <a class={className} href={signInHref}>
        {t('shell.signIn')}
      </a>
    ) : null
  }
  return (
    <>
      <a class={className ? `s-quiet ${className}` : 's-quiet'} href="/account">
        {person.name}
      </a>
      <form method="post" action="/sign-out">
        <CsrfField token={csrfToken} />
        <button class={className ? `s-linkbutton ${className}` : 's-linkbutton'} type="submit">
          {t('shell.signOut')}
        </button>
      </form>
    </>
  )
}

/** More would fill the first screen of a phone; the rest is one step away. */
const shownEntries = 6

function Navigation({
  translator,
  entries,
}: {
  readonly translator: Translator
  readonly entries: readonly NavigationEntry[]
}) {
  const { shown, further } = partEntries(entries)
  return (
    <nav class="s-nav" aria-label={translator.t('shell.navigation')}>
      <Entries translator={translator} entries={shown} />
      {further.length > 0 && (
        <details class="s-nav__more">
          <summary>{translator.t('shell.navigation.more')}</summary>
          <Entries translator={translator} entries={further} />
        </details>
      )}
    </nav>
  )
}

/** The page where one is stands in sight always, wherever its entry belongs. */
function partEntries(entries: readonly NavigationEntry[]) {
  if (entries.length <= shownEntries + 1) return { shown: entries, further: [] }
  const isShown = ({ current }: NavigationEntry, index: number) => index < shownEntries || current
  return {
    shown: entries.filter((entry, index) => isShown(entry, index)),
    further: entries.filter((entry, index) => !isShown(entry, index)),
  }
}

function Entries({
  translator,
  entries,
}: {
  readonly translator: Translator
  readonly entries: readonly NavigationEntry[]
}) {
  return (
    <ul>
      {entries.map(({ href, label, current, count }) => (
        <li key={href}>
          <a class="s-quietlink" href={href} aria-current={current ? 'page' : undefined}>
            {label} {count ? <span class="s-count">{formatNumber(count, translator)}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

// An exercise outweighs the example: only one strip, always at the same place.
function Strip({ translator, example, exercise }: PageOptions) {
  if (exercise) return <p class="s-strip s-strip--exercise">{translator.tr('shell.exercise')}</p>
  return example ? <p class="s-strip">{translator.tr('shell.example')}</p> : null
}
