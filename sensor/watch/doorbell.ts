// A pause that ends early when something arrives or the sensor is stopped.
// SPDX-License-Identifier: EUPL-1.2

export interface Doorbell {
  ring(): void
  pause(ms: number): Promise<void>
}

export function doorbell(stop: AbortSignal): Doorbell {
  let wake: () => void = () => undefined
  let rung = false
  stop.addEventListener('abort', () => wake())
  return {
    ring() {
      rung = true
      wake()
    },
    async pause(ms) {
      if (!rung && !stop.aborted)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      rung = false
    },
  }
}
