// The commonest slip of a hand that copies a number or a name: one character, or two neighbours.

/** True where `b` is `a` with one character missing, added or wrong, or two neighbours in each other's place; false where they are equal. */
export function isOneSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)
  if (a === b || longer - shorter > 1) return false
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  if (start + end >= longer - 1) return true
  return (
    a.length === b.length &&
    start + end === a.length - 2 &&
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  )
}
