// Who has to say yes, strictly one after the other, until the reserve may come; and where a dossier stands.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import rows from './chain.json' with { type: 'json' }

/** Hospital, national CSIRT or crisis authority, single point of contact (NIS2 Art. 8(3)), ENISA for the reserve. */
export const chainSteps = ['hospital', 'csirt', 'contact-point', 'reserve'] as const
export type ChainStep = (typeof chainSteps)[number]
export type OutsideStep = Exclude<ChainStep, 'hospital'>
export const outsideSteps = ['csirt', 'contact-point', 'reserve'] as const satisfies readonly OutsideStep[]

const chainRules = z
  .strictObject({
    id: z.string(),
    regulation: z.string(),
    validFrom: z.iso.date(),
    source: z.url(),
    verifiedBy: z.string().min(2).nullable(),
    /** Why a hospital cannot ask by itself. */
    notDirect: z.strictObject({ article: z.string() }),
    steps: z.array(z.strictObject({ step: z.enum(chainSteps), article: z.string().nullable() })),
  })
  .refine(
    ({ steps }) => steps.map(({ step }) => step).join() === chainSteps.join(),
    'the steps in their order',
  )
export const chain = chainRules.parse(rows)

export const dossierStates = [
  'draft',
  'with-csirt',
  'with-contact-point',
  'with-reserve',
  'accepted',
  'refused',
  'withdrawn',
  'ended',
] as const
export type DossierState = (typeof dossierStates)[number]

export const decisions = ['endorsed', 'refused'] as const
export type Decision = (typeof decisions)[number]

/** Whose turn it is; after a refusal the hospital may change the dossier and begin again. */
const turns: Readonly<Record<DossierState, ChainStep | null>> = {
  draft: 'hospital',
  'with-csirt': 'csirt',
  'with-contact-point': 'contact-point',
  'with-reserve': 'reserve',
  accepted: null,
  refused: 'hospital',
  withdrawn: null,
  ended: null,
}

const afterEndorsement: Readonly<Record<ChainStep, DossierState>> = {
  hospital: 'with-csirt',
  csirt: 'with-contact-point',
  'contact-point': 'with-reserve',
  reserve: 'accepted',
}

export function turnOf(state: DossierState): ChainStep | null {
  return turns[state]
}

/** Null where it is not this step's turn; the hospital does not refuse its own dossier, it withdraws it. */
export function stateAfterDecision(
  state: DossierState,
  step: ChainStep,
  decision: Decision,
): DossierState | null {
  if (turns[state] !== step) return null
  if (decision === 'endorsed') return afterEndorsement[step]
  return step === 'hospital' ? null : 'refused'
}

/** A refused dossier that is handed over again begins a new round: old endorsements were for the old one. */
export function roundOfDecision(dossier: { readonly state: DossierState; readonly round: number }): number {
  return dossier.state === 'refused' ? dossier.round + 1 : dossier.round
}

/** Writing goes on while others look at it; each endorsement keeps what it was given for. */
export function mayWrite(state: DossierState): boolean {
  return turns[state] !== null
}

export function mayWithdraw(state: DossierState): boolean {
  return turns[state] !== null
}

export function mayEnd(state: DossierState): boolean {
  return state === 'accepted'
}
