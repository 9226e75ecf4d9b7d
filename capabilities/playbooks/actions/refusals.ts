// What a person is told when a command does not fit: what happened, who was first, and what to do now.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../../../platform/http/problem.ts'
import { wallTimeOf } from '../../../platform/time/zone.ts'
import type { ProblemCode } from '../contract.ts'
import type { Mark, RefusedBecause } from '../run.ts'

const minuteMs = 60_000

/** `09:38` as the clocks of the zone show it, with the day in front. */
function clock(at: Date, timeZone: string): { readonly day: string; readonly time: string } {
  const { day, msOfDay } = wallTimeOf(at, timeZone)
  const minutes = Math.floor(msOfDay / minuteMs)
  const two = (number: number) => String(number).padStart(2, '0')
  return { day, time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}

export function refusalOf(because: RefusedBecause, before: Mark | null, timeZone: string): Refusal {
  const { day, time } = before ? clock(before.at, timeZone) : { day: '', time: '' }
  const values = { who: before?.by.name ?? '', time, day }
  switch (because) {
    case 'already-done':
      return refuse({
        code: 'playbooks/already-done',
        status: 409,
        title: 'Somebody was faster',
        detail: `${values.who} ticked it at ${time}. Your answer was not sent.`,
        remedy: 'Open the run again. If it was ticked by mistake, open the step again and say why.',
        values,
      })
    case 'already-taken':
      return refuse({
        code: 'playbooks/already-taken',
        status: 409,
        title: 'Somebody is on it',
        detail: `${values.who} took this step at ${time}. It was not given to you.`,
        remedy: 'Speak with them, or take the step over.',
        values,
      })
    case 'ended':
      return refuse({
        code: 'playbooks/run-ended',
        status: 409,
        title: 'This run has ended',
        detail: `${values.who} ended it on ${day} at ${time}. Your answer was not sent.`,
        remedy: 'Add a note, or start the playbook again.',
        values,
      })
    case 'not-open':
      return refuse({
        code: 'playbooks/not-open',
        status: 409,
        title: 'This step is not open',
        detail:
          'A step before it is not done yet, or the way does not lead here any more. Your answer was not sent.',
        remedy: 'Open the run again; it shows which steps are open now.',
      })
    case 'not-done':
      return refuse({
        code: 'playbooks/not-done',
        status: 409,
        title: 'This step is open already',
        detail: 'Nobody has ticked it, or somebody opened it again before you. Nothing was changed.',
        remedy: 'Open the run again; it shows what stands now.',
      })
    case 'no-such-step':
      return refuse({
        code: 'playbooks/no-such-step',
        status: 404,
        title: 'There is no such step',
        detail: 'This playbook has no step of that name. Nothing was changed.',
        remedy: 'Open the run again and choose the step there.',
      })
    case 'no-such-answer':
      return refuse({
        code: 'playbooks/no-such-answer',
        status: 422,
        title: 'This is no answer to that step',
        detail: 'The step does not know this answer. Your answer was not sent.',
        remedy: 'Open the run again and choose one of the answers there.',
      })
  }
}

export function noSuchRun(id: number): Refusal {
  return refuse({
    code: 'playbooks/no-such-run',
    status: 404,
    title: 'There is no such run',
    detail: `There is no run ${id}, or it belongs to another organisation.`,
    remedy: 'Open it from the case that it belongs to.',
    values: { id },
  })
}

export function noSuchPlaybook(key: string): Refusal {
  return refuse({
    code: 'playbooks/not-found',
    status: 404,
    title: 'There is no such playbook',
    detail: `Nothing is called "${key.slice(0, 80)}", or it is not offered to you.`,
    remedy: 'Choose one from the list of playbooks.',
  })
}

export function runFull(most: number): Refusal {
  return refuse({
    code: 'playbooks/run-full',
    status: 409,
    title: 'This run holds no more',
    detail: `A run keeps ${most} entries, and this one has as many. Your answer was not sent.`,
    remedy: 'Start the playbook again, and call the centre.',
    values: { most },
  })
}

export function noteNeeded(): Refusal {
  return refuse({
    code: 'playbooks/note-needed',
    status: 422,
    title: 'Say why',
    detail: 'This needs a few words, so that the others understand it. Nothing was changed.',
    remedy: 'Write them down and send it again.',
    faults: [{ pointer: 'note', detail: 'Write a few words.' }],
  })
}

export function notShareable(tlp: string): Refusal {
  return refuse({
    code: 'playbooks/not-shareable',
    status: 409,
    title: 'This playbook may not be passed on',
    detail: `It is marked ${tlp}: the centre may read it, its members may not.`,
    remedy: 'Ask its author for an edition that you may pass on.',
    values: { tlp },
  })
}

export function importKnown(): Refusal {
  return refuse({
    code: 'playbooks/import-known',
    status: 409,
    title: 'This playbook is there already',
    detail: 'The same document was taken over before. Nothing was changed.',
    remedy: 'Look for it in the list of playbooks.',
  })
}

function refuse(options: { code: ProblemCode } & ConstructorParameters<typeof Refusal>[0]): Refusal {
  return new Refusal(options)
}
