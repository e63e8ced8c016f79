// Rates of value added tax by country and day. Dated facts with their sources.
import type { Day } from '../base/day.ts'
import { day } from '../base/day.ts'
import { exact } from '../base/decimal.ts'

export const countries = ['CN', 'GB', 'DE', 'FR', 'NL', 'CH'] as const
export type Country = (typeof countries)[number]

interface RateInForce {
  /** Percent, exact decimal text. */
  readonly percent: string
  readonly from: Day
  /** Last day. */
  readonly until?: Day
}

function rates(from: string, percents: readonly string[], until?: string): readonly RateInForce[] {
  const last = until === undefined ? {} : { until: day(until) }
  return percents.map((percent) => ({ percent, from: day(from), ...last }))
}

/**
 * Beside each rate stands the act or notice that it rests on. How well each was looked up:
 * CN from 2026: second-hand, public pages that cite fgk.chinatax.gov.cn/zcfgk/c102416/c5247434; CN before 2026: named, not looked up.
 * GB and its reliefs, FR, NL, DE and CH: percentages and days compared on 2026-11-25 with public pages (gov.uk notices as quoted by
 * accountants; economie.gouv.fr; Wet OB 1968 art. 9 in force; Haufe, Umsatzsteuer, rn. 15 to 17a; ESTV notice of 2022-12-12).
 * The texts of the acts themselves were not opened for this table.
 */
const inForce: Readonly<Record<Country, readonly RateInForce[]>> = {
  CN: [
    // 财政部 税务总局 海关总署公告2019年第39号
    ...rates('2019-04-01', ['13', '9', '6', '0'], '2025-12-31'),
    // 增值税暂行条例 art. 12; 财税〔2016〕36号 for 5 %
    ...rates('2016-05-01', ['3', '5'], '2025-12-31'),
    // 财政部 税务总局公告2023年第1号 and 第19号
    ...rates('2023-01-01', ['1'], '2025-12-31'),
    // 增值税法 (2026-01-01), arts 10 and 11, and its 实施条例, 国令第826号
    ...rates('2026-01-01', ['13', '9', '6', '0', '3']),
    // Small-scale taxpayers pay 1 instead of 3 %; individuals who let housing 1.5 %.
    // 财政部 税务总局公告2026年第10号 of 2026-01-30, in place of 2023年第19号; not for selling or letting 不动产, nor for 土地使用权
    ...rates('2026-01-01', ['1', '1.5'], '2027-12-31'),
  ],
  GB: [
    // Value Added Tax Act 1994, ss. 2, 29A, 30; Finance (No. 2) Act 2010, s. 3
    ...rates('2011-01-04', ['20', '5', '0']),
    // Hospitality, holiday accommodation and attractions: Finance Act 2021, s. 92
    ...rates('2021-10-01', ['12.5'], '2022-03-31'),
  ],
  DE: [
    // UStG § 12; HBeglG 2006
    ...rates('2007-01-01', ['19', '7'], '2020-06-30'),
    // UStG § 28; Zweites Corona-Steuerhilfegesetz, BGBl I 2020, 1512
    ...rates('2020-07-01', ['16', '5'], '2020-12-31'),
    // UStG § 12
    ...rates('2021-01-01', ['19', '7']),
    // UStG § 12 (3); JStG 2022: solar modules and their installation
    ...rates('2023-01-01', ['0']),
  ],
  // CGI arts 278 to 281 nonies; loi 2012-1510, art. 68, and loi de finances pour 2014, art. 6. Without Corsica and overseas.
  FR: rates('2014-01-01', ['20', '10', '5.5', '2.1']),
  // Directive 2006/112/EC, arts 96 to 99; Wet OB 1968 art. 9
  NL: rates('2019-01-01', ['21', '9', '0']),
  CH: [
    // MWSTG art. 25
    ...rates('2018-01-01', ['7.7', '2.5', '3.7', '0'], '2023-12-31'),
    // MWSTG art. 25, AS 2022 863
    ...rates('2024-01-01', ['8.1', '2.6', '3.8', '0']),
  ],
}

/** Percents in force on a day, in the order of the law; empty before the earliest that is known. */
export function ratesInForce(country: Country, on: Day): readonly string[] {
  const found = inForce[country].filter((r) => r.from <= on && (r.until === undefined || on <= r.until))
  return found.map((r) => r.percent)
}

/** False where the country had other rates on that day; true also where nothing is known of it. */
export function isInForce(country: Country, percent: string, on: Day): boolean {
  const known = ratesInForce(country, on)
  return known.length === 0 || known.some((k) => exact(k).eq(percent))
}

/**
 * Whether an early-payment discount that is taken lowers the tax as well as the price, on the day of the bill.
 * GB: on the amount actually received (VATA 1994, Sch. 6 para. 4; Revenue and Customs Brief 49 (2014), from 2015-04-01). EU: Directive
 * 2006/112/EC arts 79 (a) and 90; DE: UStG § 17 (1). CH: MWSTG art. 41 (1). CN: 现金折扣 is a cost of finance of the seller, and the
 * sales amount stays what it was: only what stands on the same invoice comes off it (国税发〔1993〕154号, 二(二), and 国税函〔2010〕56号; for
 * income tax 国税函〔2008〕875号, 一(五)).
 */
export function discountLowersTax(country: Country, on: Day): boolean {
  return country === 'GB' ? on >= '2015-04-01' : country !== 'CN'
}
