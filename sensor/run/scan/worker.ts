// The thread of a scan, as it is started.
// SPDX-License-Identifier: EUPL-1.2
import { parentPort, workerData } from 'node:worker_threads'
import { serve } from './serve.ts'
import type { WorkerData } from './worker-data.ts'

if (parentPort === null) throw new Error('This file is started as a thread of a scan.')
// `startWorkers` gave it.
await serve(parentPort, workerData as WorkerData)
