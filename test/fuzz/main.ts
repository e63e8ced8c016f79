// One target of the fuzzer in a process of its own: damaged inputs by the million, watched from a second thread.
import { writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { randomOf } from '../support/power-loss.ts'
import { damaged } from './damage.ts'
import { judged, type Target, targets } from './targets.ts'

/** Seconds of processor time that no input may take. */
const limit = 1

/** Ends the process when one input has not been done with for a minute: it never will be. */
function watch(done: Int32Array): void {
  let before = -1
  setInterval(() => {
    const now = Atomics.load(done, 0)
    if (now === before) {
      writeSync(1, `HANGS at input ${now}\n`)
      process.kill(process.pid, 'SIGKILL')
    }
    before = now
  }, 60_000)
}

function seconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

interface Findings {
  readonly wrong: Map<string, string>
  clean: number
  slowest: number
}

/** Keeps the first input of each kind of finding. */
function keep(findings: Findings, name: string, n: number, wrong: string, bytes: Uint8Array): void {
  const kind = wrong.split('\n', 2).join(' ').replace(/\d+/g, 'N').slice(0, 120)
  if (findings.wrong.has(kind) || findings.wrong.size >= 20) return
  const path = join(tmpdir(), `crm-fuzz-${name}-${n}.bin`)
  writeFileSync(path, bytes)
  findings.wrong.set(kind, `${name}, input ${n} (${path}): ${wrong.slice(0, 600)}`)
}

/** Files of so many bytes show what long ones do, and many more of them can be tried. */
const short = 1500

/** As many whole lines of a longer one as are well by themselves; all of it where none are. */
function beginning(target: Target, seed: Uint8Array): Uint8Array {
  let end = seed.length
  while (end > short || (end > 0 && end < seed.length && !judged(target, seed.subarray(0, end)).clean)) {
    end = seed.lastIndexOf(0x0a, end - 2) + 1
    if (end < 2) return seed
  }
  return seed.subarray(0, end)
}

function cutEverywhere(
  name: string,
  seeds: readonly Uint8Array[],
  most: number,
  done: Int32Array,
): { cuts: number; unseen: number } {
  const target = targets.find((t) => t.name === name)
  if (target === undefined) return { cuts: 0, unseen: 0 }
  let cuts = 0
  let unseen = 0
  const good = seeds.filter((s) => judged(target, s).clean)
  for (const seed of good) {
    const step = Math.max(1, Math.ceil((seed.length * good.length) / most))
    for (let at = 1; at < seed.length; at += step) {
      // Between two lines nothing is broken off.
      if (seed[at - 1] === 0x0a || seed[at] === 0x0a || (seed[at] === 0x0d && seed[at + 1] === 0x0a)) continue
      cuts++
      Atomics.add(done, 0, 1)
      if (judged(target, seed.subarray(0, at)).clean) unseen++
    }
  }
  return { cuts, unseen }
}

function run(name: string, count: number, seed: number): void {
  const target = targets.find((t) => t.name === name)
  if (target === undefined) throw new RangeError(`no target is called ${name}`)
  const seeds = target.seeds()
  const good = seeds.filter((s) => judged(target, s).clean)
  const brief = good.map((s) => beginning(target, s)).filter((s) => s.length <= short)
  const done = new Int32Array(new SharedArrayBuffer(4))
  const watcher = new Worker(new URL(import.meta.url), { workerData: done })
  const random = randomOf(seed)
  const findings: Findings = { wrong: new Map(), clean: 0, slowest: 0 }
  const total = seconds(() => {
    for (let n = 1; n <= count; n++) {
      Atomics.store(done, 0, n)
      // Damage shows most in what was well before.
      const kind = random()
      const from = kind < 0.8 && brief.length > 0 ? brief : kind < 0.95 && good.length > 0 ? good : seeds
      const base = from[Math.floor(random() * from.length)] ?? new Uint8Array()
      const bytes = damaged(base, seeds, random)
      const start = performance.now()
      const { clean, wrong } = judged(target, bytes)
      if (clean) findings.clean++
      if (wrong !== '') keep(findings, name, n, wrong, bytes)
      if (performance.now() - start < limit * 1000) continue
      // The machine may have been busy: what it takes is measured again.
      const taken = seconds(() => judged(target, bytes))
      findings.slowest = Math.max(findings.slowest, taken)
      if (taken > limit) keep(findings, name, n, `takes ${taken.toFixed(1)} s for ${bytes.length} bytes`, bytes)
    }
  })
  const { cuts, unseen } = cutEverywhere(name, seeds, Math.min(count, 100_000), done)
  void watcher.terminate()
  const row = { name, seeds: seeds.length, count, clean: findings.clean, seconds: Math.round(total), cuts, unseen }
  writeSync(1, `${JSON.stringify({ ...row, wrong: [...findings.wrong.values()] })}\n`)
}

if (isMainThread) run(process.argv[2] ?? '', Number(process.argv[3]), Number(process.argv[4] ?? 1))
else watch(workerData)
