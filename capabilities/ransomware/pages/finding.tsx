// What was found: each family with how sure we are and what decided it.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber, type Translator } from '../../../platform/i18n/index.ts'
import { Details, GradeTag, Note, ReasonLine, Sheet } from '../../../web/kit/index.ts'
import { maxReferencesShown } from '../family.ts'
import type { Candidate, Evidence, Finding } from '../finder.ts'
import { defang } from '../mark.ts'
import { sayEvidence } from '../said-evidence.ts'

const maxSynonymsShown = 6
const maxNameCharacters = 80

export function findingTitle({ outcome, candidates }: Finding, { t }: Translator): string {
  const [first] = candidates
  if (outcome === 'cannot-tell' || !first) return t('ransomware.found.none')
  return outcome === 'one'
    ? t('ransomware.found.one', { family: clip(first.family.name) })
    : t('ransomware.found.several', { count: candidates.length })
}

export function FindingView({ finding, translator }: { finding: Finding; translator: Translator }) {
  const { t, tr } = translator
  return (
    <>
      {finding.outcome === 'cannot-tell' && (
        <Note tone="unknown" announce>
          {t('ransomware.found.none.meaning')}
        </Note>
      )}
      {finding.ordinaryEnding && <Note tone="unknown">{t('ransomware.ending.ordinary')}</Note>}
      {finding.candidates.length > 0 && (
        <Sheet id="families" heading={t('ransomware.found.heading')}>
          {finding.candidates.map((candidate, index) => (
            <CandidateView key={index} candidate={candidate} translator={translator} />
          ))}
          <p class="s-dense">{tr('ransomware.found.careful')}</p>
        </Sheet>
      )}
    </>
  )
}

function CandidateView({ candidate, translator }: { candidate: Candidate; translator: Translator }) {
  const { t, tr } = translator
  const { family, certainty, evidence } = candidate
  const synonyms = family.synonyms.slice(0, maxSynonymsShown).map(clip)
  const references = family.references.slice(0, maxReferencesShown)
  return (
    <div class="s-stack">
      <h3 translate={false}>{clip(family.name)}</h3>
      <p>
        <GradeTag grade={certainty === 'likely' ? 2 : 1}>
          {certainty === 'likely' ? t('ransomware.certainty.likely') : t('ransomware.certainty.possible')}
        </GradeTag>
      </p>
      {synonyms.length > 0 && (
        <p class="s-dense s-quiet">{t('ransomware.synonyms', { names: synonyms.join(', ') })}</p>
      )}
      {evidence.map((one, index) => (
        <ReasonLine key={index}>{sayReason(one, translator)}</ReasonLine>
      ))}
      {references.length > 0 && (
        <Details summary={t('ransomware.references')}>
          <p>{tr('ransomware.references.hint')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {references.map((reference) => (
              <li key={reference}>
                <code class="s-raw">{defang(reference.slice(0, 300))}</code>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  )
}

function sayReason(evidence: Evidence, translator: Translator) {
  const { tr } = translator
  const { values, share, sharedBy, markKind } = sayEvidence(evidence)
  const value = values.join(' … ')
  const others = (sharedBy ?? 1) - 1
  switch (evidence.kind) {
    case 'mark':
      return tr('ransomware.because.mark', {
        kind: markKind === null || markKind === 'telegram' ? 'other' : markKind,
        value,
        others,
      })
    case 'text':
      return tr('ransomware.because.text', {
        percent: formatNumber(Math.round((share ?? 0) * 100), translator),
        phrases: value,
      })
    case 'name':
      return tr('ransomware.because.name', { value, others })
    case 'file-name':
      return tr('ransomware.because.fileName', { value, others })
    case 'ending':
      return tr('ransomware.because.ending', { value, others })
  }
}

function clip(text: string): string {
  return text.length > maxNameCharacters ? `${text.slice(0, maxNameCharacters)}…` : text
}
