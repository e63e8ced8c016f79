// Currencies and their decimals by ISO 4217 (list one, as of 2026-02-01). Intl is not used: it is wrong for sixteen of them.

/** An active ISO 4217 code with a minor unit. */
export type Currency = string & { readonly currency: unique symbol }

const codes: readonly (readonly [decimals: number, codes: string])[] = [
  [
    0,
    `
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    `,
  ],
  [
    2,
    `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
    MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR
    PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
    `,
  ],
  [
    3,
    `
    BHD IQD JOD KWD LYD OMR TND
    `,
  ],
  [
    4,
    `
    CLF UYW
    `,
  ],
]

const decimals = new Map(
  codes.flatMap(([n, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((code): [string, number] => [code, n]),
  ),
)

export const currencyCodes: readonly string[] = [...decimals.keys()].sort()

export function isCurrency(text: string): text is Currency {
  return decimals.has(text)
}

/** For literals in code and tests; throws on an unknown code. */
export function currency(text: string): Currency {
  if (!isCurrency(text)) throw new RangeError(`not a currency: ${text}`)
  return text
}

/** Digits after the decimal point, 0 to 4. */
export function decimalsOf(c: Currency): number {
  return decimals.get(c) ?? 2
}
