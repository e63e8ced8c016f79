// Numbers of documents: a pattern makes one series a year (or month), and each series counts without gaps.
import type { Day } from '../base/day.ts'

/** A pattern with the day's year and month put in: what stands before and after the counter, and its least width. */
interface Series {
  readonly before: string
  readonly after: string
  readonly width: number
}

/** True for a pattern with exactly one counter `{n…}` and otherwise only `{yyyy}`, `{yy}`, `{mm}` and plain characters. */
export function isSeriesPattern(pattern: string): boolean {
  const rest = pattern.replace(/\{n+\}/, '')
  return rest !== pattern && !/[{}/\\\s]/.test(rest.replace(/\{(?:yyyy|yy|mm)\}/g, ''))
}

function seriesOf(pattern: string, date: Day): Series {
  const dated = pattern
    .replaceAll('{yyyy}', date.slice(0, 4))
    .replaceAll('{yy}', date.slice(2, 4))
    .replaceAll('{mm}', date.slice(5, 7))
  const counter = /\{(n+)\}/.exec(dated)
  if (counter === null) return { before: `${dated}-`, after: '', width: 4 }
  const end = counter.index + counter[0].length
  return { before: dated.slice(0, counter.index), after: dated.slice(end), width: counter[1]?.length ?? 1 }
}

function countOf(series: Series, number: string): number | null {
  if (!number.startsWith(series.before) || !number.endsWith(series.after)) return null
  const digits = number.slice(series.before.length, number.length - series.after.length)
  if (digits.length < series.width || !/^\d{1,15}$/.test(digits)) return null
  // A counter that outgrew its width has no leading zeros, so each count has one spelling.
  return digits.length > series.width && digits.startsWith('0') ? null : Number(digits)
}

function numberAt(series: Series, count: number): string {
  return `${series.before}${String(count).padStart(series.width, '0')}${series.after}`
}

/**
 * Gives out the next numbers of a pattern: the highest own number of the date's series plus one. `taken` are numbers of documents that came
 * from elsewhere; they do not raise the count, but none of them is given out again.
 */
export function numberer(
  pattern: string,
  own: Iterable<string>,
  taken: ReadonlySet<string> = new Set(),
): (date: Day) => string {
  const known = [...own]
  const highest = new Map<string, number>()
  return (date) => {
    const series = seriesOf(pattern, date)
    const key = `${series.before}\u001f${series.after}`
    let count = highest.get(key) ?? known.reduce((most, n) => Math.max(most, countOf(series, n) ?? 0), 0)
    do count += 1
    while (taken.has(numberAt(series, count)))
    highest.set(key, count)
    return numberAt(series, count)
  }
}

/** One series as documents have filled it. */
export interface SeriesCount {
  readonly first: string
  readonly last: string
  readonly count: number
  /** What the next document gets. */
  readonly next: string
  /** Below the last; numbers from elsewhere fill a gap. */
  readonly missing: readonly string[]
}

/** The series that `pattern` makes on the days given, in order. Numbers that are not of it are passed over. */
export function seriesCounts(
  pattern: string,
  own: Iterable<readonly [number: string, date: Day]>,
  taken: ReadonlySet<string> = new Set(),
): readonly SeriesCount[] {
  const found = new Map<string, { series: Series; counts: Set<number> }>()
  for (const [number, date] of own) {
    const series = seriesOf(pattern, date)
    const count = countOf(series, number)
    if (count === null) continue
    const key = `${series.before}\u001f${series.after}`
    const entry = found.get(key) ?? { series, counts: new Set() }
    entry.counts.add(count)
    found.set(key, entry)
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { series, counts }]) => countedSeries(series, counts, taken))
}

function countedSeries(series: Series, counts: ReadonlySet<number>, taken: ReadonlySet<string>): SeriesCount {
  const highest = [...counts].reduce((a, b) => Math.max(a, b), 0)
  const missing: string[] = []
  for (let n = 1; n < highest; n++) {
    const number = numberAt(series, n)
    if (!counts.has(n) && !taken.has(number)) missing.push(number)
  }
  let next = highest + 1
  while (taken.has(numberAt(series, next))) next++
  const lowest = [...counts].reduce((a, b) => Math.min(a, b), highest)
  return {
    first: numberAt(series, lowest),
    last: numberAt(series, highest),
    count: counts.size,
    next: numberAt(series, next),
    missing,
  }
}

/** Numbers that are missing below the highest of the series that `pattern` makes on the days given; numbers from elsewhere fill a gap. */
export function seriesGaps(
  pattern: string,
  own: Iterable<readonly [number: string, date: Day]>,
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  return seriesCounts(pattern, own, taken).flatMap((series) => series.missing)
}
