// The sign of a currency beside an amount may not contradict the currency of the row: five dollars are not booked as five yuan.
import type { Currency } from '../../base/currency.ts'

/** Which currencies write each sign. 元 is left out: Chinese files write it for any currency. */
const writers: readonly (readonly [sign: string, codes: string])[] = [
  ['€', 'EUR'],
  ['£', 'GBP EGP FKP GIP LBP SDG SHP SSP SYP'],
  ['¥', 'CNY JPY'],
  [
    '$',
    `
    USD ARS AUD BBD BMD BND BSD BZD CAD CLP COP CUP CVE DOP FJD GYD HKD JMD KYD LRD MOP MXN NAD NIO NZD
    SBD SGD SRD TOP TTD TWD USN UYU WST XCD ZWG
    `,
  ],
  ...['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY'].map((code) => [code, code] as const),
  ['RMB', 'CNY'],
]

const known = writers.map(([sign, codes]) => ({ sign, codes: new Set(codes.trim().split(/\s+/)) }))

/** True where a sign or code in the cell is not one of `currency`. */
export function contradicts(text: string, currency: Currency): boolean {
  const said = text.normalize('NFKC').toUpperCase()
  return known.some(({ sign, codes }) => said.includes(sign) && !codes.has(currency))
}
