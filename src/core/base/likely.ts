// "Did you mean": known names near a wrong one.

/** Restricted Damerau–Levenshtein distance (optimal string alignment): a swap of neighbours counts one. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      const above = rows[i - 1] ?? []
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** At most three known names, nearest first and then in code-unit order: prefixes, and spellings off by up to a third. */
export function likely(wrong: string, known: Iterable<string>): string[] {
  const typed = wrong.toLowerCase()
  const found: { name: string; far: number }[] = []
  for (const name of known) {
    const candidate = name.toLowerCase()
    if (Math.abs(candidate.length - typed.length) > 3 && !candidate.startsWith(typed)) continue
    const far = candidate.startsWith(typed) && typed.length > 1 ? 0.5 : distance(typed, candidate)
    if (far <= Math.ceil(typed.length / 3)) found.push({ name, far })
  }
  return found
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map((f) => f.name)
}
