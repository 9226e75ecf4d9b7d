// One dossier as hospital, centre and guests see it; what each may do stands in the forms that are handed in.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { PageHead, StateWord } from '../../../web/kit/index.ts'
import type { DossierView } from '../actions/dossier.ts'
import type { ItemKey } from '../dossier/items.ts'
import { Changes, Endorsements, Items, Meter, NotDirectly } from './dossier-parts.tsx'
import { ExerciseNote } from './exercise-note.tsx'
import type { Reader } from './reader.ts'
import { caseText, lookOfDossier } from './words.ts'

export interface DossierContentProps {
  readonly reader: Reader
  readonly view: DossierView
  readonly back: { readonly label: string; readonly href: string } | null
  readonly hrefOfItem: ((item: ItemKey) => string) | null
  /** Of whoever reads. */
  readonly children?: ComponentChildren
  readonly after?: ComponentChildren
}

export function DossierContent({ reader, view, back, hrefOfItem, children, after }: DossierContentProps) {
  const { translator } = reader
  const { t } = translator
  const { dossier, organisation, matter } = view
  return (
    <>
      <ExerciseNote realm={dossier.realm} translator={translator} />
      <PageHead
        title={dossier.title}
        {...(back ? { wayTo: { label: t('shell.pages.wayTo'), steps: [back] } } : {})}
        meta={
          <StateWord state={lookOfDossier[dossier.state]}>
            {t(`support.dossier.state.${dossier.state}`)}
          </StateWord>
        }
        lead={matter ? `${organisation.name} · ${caseText(matter, translator)}` : organisation.name}
      />
      <div class="s-stack-l">
        <Meter reader={reader} view={view} />
        <NotDirectly reader={reader} />
        {children}
        <Items reader={reader} standings={view.standings} hrefOf={hrefOfItem} />
        <Changes reader={reader} view={view} />
        <Endorsements reader={reader} view={view} />
        <p class="s-small">
          {t('support.dossier.hash')}: <code class="s-raw">SHA-256 {view.current.sha256}</code>
        </p>
        {after}
      </div>
    </>
  )
}
