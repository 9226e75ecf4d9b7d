// What others said and when: the CSIRT that received, answered or asked, the provider that told.
// SPDX-License-Identifier: EUPL-1.2
import { Facts, Plain } from '../../../../web/kit/index.ts'
import { inboundMoments } from '../../duties/moments.ts'
import { isAtHome, mayWrite, type PartProps, say } from './place.ts'

export function AuthorityAnswers(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const isOpen = place !== null && mayWrite(props) && isAtHome(props)
  return (
    <Plain id="answers" heading={t('room.answers.heading')}>
      <Facts
        facts={inboundMoments.map((moment) => {
          const told = view.decisions.findLast(({ subject }) => subject === moment)
          return {
            term: t(`room.inbound.${moment}`),
            value: (
              <>
                {told ? say(new Date(told.answer), reader, 'instant-year') : t('room.answers.notYet')}{' '}
                {isOpen && (
                  <a class="s-noprint" href={`${place.base}/inbound/${moment}`}>
                    {t(told ? 'room.answers.correct' : 'room.answers.enter')}{' '}
                    <span class="s-hide">{t(`room.inbound.${moment}`)}</span>
                  </a>
                )}
              </>
            ),
            source: told && `${told.because} · ${told.recordedByName}`,
          }
        })}
      />
    </Plain>
  )
}
