// Precision and recall of what was booked and shown, and what two trivial ways of matching would have reached.
import { type ImportFile, type MatchingSet, pair } from './set.ts'

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function scoreOf(found: ReadonlySet<string>, gold: ReadonlySet<string>): Score {
  const right = [...found].filter((p) => gold.has(p)).length
  const precision = found.size === 0 ? 1 : right / found.size
  const recall = gold.size === 0 ? 1 : right / gold.size
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

export const baselines = [
  { name: 'amount only', pairs: byAmount },
  { name: 'reference only', pairs: byReference },
] as const

interface Thing {
  readonly name: string
  readonly amount: string
  readonly texts: readonly string[]
}

/** The one document, or payment entered before, of exactly that amount and currency. */
function byAmount(set: MatchingSet): Set<string> {
  const { lines, targets } = thingsOf(set)
  const of = grouped(targets, (t) => [t.amount])
  return pairsOf(lines, (line) => of.get(line.amount) ?? [])
}

/** The one document whose number, or other reference, stands in the text between blanks or punctuation. */
function byReference(set: MatchingSet): Set<string> {
  const { lines, targets } = thingsOf(set)
  const of = grouped(targets, (t) => t.texts)
  return pairsOf(
    lines,
    (line) => [...new Set(line.texts.flatMap((t) => t.split(/[\s,;:+&#|]+/)).flatMap((word) => of.get(word) ?? []))],
    true,
  )
}

function pairsOf(lines: readonly Thing[], find: (line: Thing) => readonly string[], several = false): Set<string> {
  const pairs = new Set<string>()
  for (const line of lines) {
    const found = find(line)
    if (found.length === 1 || several) for (const f of found) pairs.add(pair(line.name, f))
  }
  return pairs
}

function grouped(things: readonly Thing[], keys: (t: Thing) => readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const thing of things) {
    for (const key of keys(thing)) {
      if (key === '') continue
      const list = groups.get(key)
      if (list === undefined) groups.set(key, [thing.name])
      else list.push(thing.name)
    }
  }
  return groups
}

function thingsOf(set: MatchingSet): { lines: Thing[]; targets: Thing[] } {
  const lines = set.files.filter((f) => f.as === 'bank').flatMap((f) => rowsOf(f, ['text'], 'reference'))
  const bills = set.files.filter((f) => f.as === 'bills').flatMap((f) => rowsOf(f, ['number', 'memo'], 'number'))
  const payments = set.files.filter((f) => f.as === 'payments').flatMap((f) => rowsOf(f, ['memo'], 'reference'))
  return { lines, targets: [...bills, ...payments] }
}

function rowsOf(file: ImportFile, texts: readonly string[], name: string): Thing[] {
  const at = (heading: string) => file.headings.indexOf(heading)
  return file.rows.map((row) => ({
    name: row[at(name)] ?? '',
    amount: `${row[at('amount')] ?? ''}${row[at('currency')] ?? ''}`,
    texts: texts.map((t) => row[at(t)] ?? ''),
  }))
}
