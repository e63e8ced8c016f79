// More faults on top of a published set, so that one line has several at once: wrong digits, foreign names, small deductions.
import { random } from '../random.ts'

interface Payment {
  readonly payer: string
  readonly text: string
  readonly amount: string
}

/** Each fault befalls a fourth of the lines, whatever the line suffers already; seeded, so every run has the same. */
export function perturbed<T extends Payment>(payments: readonly T[]): T[] {
  const chance = random(20261125)
  const strike = () => chance() < 0.25
  return payments.map((payment) => {
    const amount = strike() ? Math.max(0.01, Number(payment.amount) - 0.01 - Math.floor(chance() * 9) / 100) : null
    const payer = strike() ? initialsOf(payment.payer) : payment.payer
    const text = strike() ? payment.text.replace(/\d{6,}/g, (digits) => slip(digits, chance)) : payment.text
    return { ...payment, payer, text, ...(amount === null ? {} : { amount: amount.toFixed(2) }) }
  })
}

/** One digit lost, doubled, wrong, or in the place of its neighbour. */
function slip(digits: string, chance: () => number): string {
  const at = Math.floor(chance() * (digits.length - 1))
  const [a = '', b = ''] = digits.slice(at, at + 2)
  const changed = [b, a + a + b, String(Math.floor(chance() * 10)) + b, b + a][Math.floor(chance() * 4)] ?? ''
  return digits.slice(0, at) + changed + digits.slice(at + 2)
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((w) => /^\p{L}/u.test(w))
  return `${words.map((w) => w.charAt(0).toUpperCase()).join('')} HOLDINGS`
}
