// Structured creditor references, ISO 11649: RF, two check digits, up to 21 letters and digits (ISO 7064 MOD 97-10).

/** What follows the check digits of every valid reference in a text. */
export function referenceBodies(text: string): string[] {
  const plain = text.normalize('NFKC').toUpperCase()
  const bodies: string[] = []
  for (const found of plain.matchAll(/(?<![A-Z0-9])RF ?(\d{2})((?: ?[A-Z0-9]){1,21})(?![A-Z0-9])/g)) {
    const body = longestValid(found[1] ?? '', found[2] ?? '')
    if (body !== null) bodies.push(body)
  }
  return bodies
}

/** Words after the reference may belong to the text, so shorter endings at blanks are tried too. */
function longestValid(check: string, tail: string): string | null {
  const groups = tail.trim().split(' ')
  for (let n = groups.length; n > 0; n--) {
    const body = groups.slice(0, n).join('')
    if (isValid(check, body)) return body
  }
  return null
}

/** Letters count 10 to 35; the number with RF and the check digits behind it leaves 1 when divided by 97. */
function isValid(check: string, body: string): boolean {
  let rest = 0
  for (const c of `${body}RF${check}`) {
    const value = Number.parseInt(c, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
