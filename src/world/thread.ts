// Work on another core while this thread goes on: a thread of this process that answers bit by bit.
import type { MessagePort, Worker } from 'node:worker_threads'
import type { Thread } from './world.ts'

interface Given {
  readonly job: unknown
  readonly answers: MessagePort
  /** Counts answers; rung at each. */
  readonly bell: Int32Array
}

/** Only when it is needed: few commands do. Node has the way to it from 20.16 on; before, there are no threads. */
function loaded(): typeof import('node:worker_threads') | null {
  return process.getBuiltinModule?.('node:worker_threads') ?? null
}

/** Null where the system has no thread for us. `script`: runs `answerFrom`; `job`: plain data and shared memory. */
export function startThread(script: string, job: unknown): Thread | null {
  const threads = loaded()
  if (threads === null) return null
  const { MessageChannel, receiveMessageOnPort } = threads
  const { port1: mine, port2: answers } = new MessageChannel()
  const bell = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const given: Given = { job, answers, bell }
  let worker: Worker
  try {
    worker = new threads.Worker(script, { workerData: given, transferList: [answers] })
  } catch {
    return null
  }
  // What a thread does not deliver is done without it, and fails there again if it has to.
  worker.on('error', () => {})
  worker.unref()
  mine.unref()
  return {
    take(patience) {
      for (;;) {
        const heard = Atomics.load(bell, 0)
        const found = receiveMessageOnPort(mine)
        if (found !== undefined) return found.message
        if (Atomics.wait(bell, 0, heard, patience) === 'timed-out') return null
      }
    },
    end() {
      mine.close()
      void worker.terminate()
    },
  }
}

/** Inside the thread: what it was given to do, and how it answers. `moved`: memory that goes with an answer and is ours no more. */
export function threadJob(): { readonly job: unknown; answer(value: unknown, moved: readonly ArrayBuffer[]): void } {
  const threads = loaded()
  if (threads === null) throw new Error('no thread is there without threads')
  const { job, answers, bell } = threads.workerData as Given
  return {
    job,
    answer(value, moved) {
      answers.postMessage(value, moved)
      Atomics.add(bell, 0, 1)
      Atomics.notify(bell, 0)
    },
  }
}
