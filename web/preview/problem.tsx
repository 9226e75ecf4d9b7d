// Sample page: a problem with what is kept and one way on.
// SPDX-License-Identifier: EUPL-1.2
import { renderProblemPage } from '../shell/index.ts'
import { frame, type SampleLook } from './frame.ts'

export function problem(look: SampleLook): string {
  return renderProblemPage({
    ...frame(look, 'Alerts'),
    problem: {
      title: 'This alert was already acknowledged',
      detail:
        'P. Lorenz acknowledged “InfuLine Gateway G4” today at 09:38, two minutes before you. Your answer was not sent.',
      kept: 'Applies to 5 assets; Netzwerk Kolbe takes care of it',
      remedy: 'Look at his answer first; you can still replace it with yours.',
      action: { label: 'See his answer', href: '/alerts/1' },
      otherActions: <a href="/alerts/1/replace">Replace it with yours</a>,
      code: 'alerts/already-acknowledged',
      reference: '7Q2-11B',
    },
  })
}
