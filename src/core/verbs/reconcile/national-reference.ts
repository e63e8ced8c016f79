// Structured references of single countries, whose digits hold a document's number and end in check digits.
import type { BankLine } from '../../book/bank.ts'

/**
 * Every valid reference of a line, whole and without its check digits, zeros at the beginning left out. Swiss (QRR) and Belgian
 * references are known anywhere by their form; shorter ones only where the bank says that there is a structured reference.
 */
export function nationalReferences(line: BankLine): string[] {
  const texts = [line.structured, line.reference, line.endToEnd ?? '', line.text].map((t) => t.normalize('NFKC'))
  const found = [
    ...texts.flatMap((t) => swiss(t)),
    ...texts.flatMap((t) => belgian(t)),
    ...line.structured.split(/[,;|]/).flatMap((t) => bySingleDigit(t.replace(/[\s-]/g, ''))),
  ]
  return [...new Set(found.map((body) => body.replace(/^0+/, '')).filter((body) => body !== ''))]
}

/** QRR: 26 digits and a check digit, modulo 10 recursive (Swiss Implementation Guidelines QR-bill, annex B), in groups of five or not. */
function swiss(text: string): string[] {
  return [...text.matchAll(/(?<!\d)\d{2}(?: ?\d{5}){5}(?!\d)/g)].flatMap(([found]) => {
    const digits = found.replaceAll(' ', '')
    return recursiveCheck(digits.slice(0, -1)) === Number(digits.at(-1)) ? [digits, digits.slice(0, -1)] : []
  })
}

const carries = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5]

function recursiveCheck(digits: string): number {
  let carry = 0
  for (const digit of digits) carry = carries[(carry + Number(digit)) % 10] ?? 0
  return (10 - carry) % 10
}

/** `+++123/4567/89002+++`: ten digits and their remainder modulo 97, where 97 stands for none (Febelfin, structured communication). */
function belgian(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(\d{3})\/(\d{4})\/(\d{3})(\d{2})(?!\d)/g)].flatMap((parts) => {
    const body = parts.slice(1, 4).join('')
    return (Number(body) % 97 || 97) === Number(parts[4]) ? [body + parts[4], body] : []
  })
}

/**
 * One check digit at the end: Finnish (weights 7 3 1 from the right), Norwegian KID and Swedish OCR (modulo 10), Norwegian KID
 * (modulo 11, weights 2 to 7 from the right).
 */
function bySingleDigit(text: string): string[] {
  if (!/^\d{4,25}$/.test(text)) return []
  const [body, check] = [text.slice(0, -1), Number(text.at(-1))]
  const reversed = [...body].reverse().map(Number)
  const weighted = (weights: readonly number[]) =>
    reversed.reduce((n, digit, i) => n + digit * (weights[i % weights.length] ?? 0), 0)
  const luhn = reversed.reduce((n, digit, i) => n + (i % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  const fits = [
    (10 - (weighted([7, 3, 1]) % 10)) % 10,
    (10 - (luhn % 10)) % 10,
    (11 - (weighted([2, 3, 4, 5, 6, 7]) % 11)) % 11,
  ]
  return fits.includes(check) ? [body] : []
}
