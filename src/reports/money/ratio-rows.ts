// A row per ratio: value, unit, formula, and the numbers put into it, so that anybody can redo it.
import { type Exact, roundHalfUp } from '../../core/base/decimal.ts'
import { formatAmount, type Minor, sum } from '../../core/base/money.ts'
import type { Row } from '../../core/base/table.ts'
import type { Word } from '../../core/base/words.ts'
import {
  averageDaysDelinquent,
  collectionEffectiveness,
  countBack,
  countBackDays,
  dsoAverage,
  dsoBest,
  dsoEnding,
  herfindahl,
  topShare,
  turnover,
} from '../../core/models/ratios.ts'
import type { CurrencyFigures } from './ratio-figures.ts'

interface Ratio {
  readonly ratio: Word
  readonly value: Exact | null
  readonly unit: Word
  readonly formula: Word
  readonly calculation: string
}

/** Values with two decimals, half away from zero; empty where a denominator is not above zero. */
export function ratioRows(figures: CurrencyFigures): Row[] {
  return [...speed(figures), ...concentration(figures)].map(({ value, ...rest }) => ({
    currency: figures.currency,
    ...rest,
    value: value === null ? null : roundHalfUp(value, 2).toFixed(2),
  }))
}

function speed({ currency, inputs, months }: CurrencyFigures): Ratio[] {
  const money = (amount: Minor) => formatAmount(amount, currency)
  const { before, billed, end, notDue, days } = inputs
  const [b, s, e, n] = [money(before), money(billed), money(end), money(notDue)]
  const steps = countBack(end, months)
  const back = (steps ?? []).map((t) =>
    t.open === t.billed ? `${t.days}` : `${money(t.open)} ÷ ${money(t.billed)} × ${t.days}`,
  )
  const list: readonly (readonly [Word, Exact | null, Word, Word, string])[] = [
    ['dsoEnding', dsoEnding(inputs), 'days', 'dsoEndingFormula', `${e} ÷ ${s} × ${days}`],
    ['dsoAverage', dsoAverage(inputs), 'days', 'dsoAverageFormula', `(${b} + ${e}) ÷ 2 ÷ ${s} × ${days}`],
    ['dsoCountBack', steps === null ? null : countBackDays(steps), 'days', 'dsoCountBackFormula', back.join(' + ')],
    ['dsoBest', dsoBest(inputs), 'days', 'dsoBestFormula', `${n} ÷ ${s} × ${days}`],
    ['delinquent', averageDaysDelinquent(inputs), 'days', 'delinquentFormula', `(${e} − ${n}) ÷ ${s} × ${days}`],
    [
      'effectiveness',
      collectionEffectiveness(inputs),
      'hundredths',
      'effectivenessFormula',
      `(${b} + ${s} − ${e}) ÷ (${b} + ${s} − ${n})`,
    ],
    ['turnover', turnover(inputs), 'times', 'turnoverFormula', `${s} ÷ ((${b} + ${e}) ÷ 2)`],
  ]
  return list.map(([ratio, value, unit, formula, calculation]) => ({ ratio, value, unit, formula, calculation }))
}

const tops = [
  [1, 'top1'],
  [5, 'top5'],
  [10, 'top10'],
] as const

function concentration({ currency, inputs, open }: CurrencyFigures): Ratio[] {
  const amounts = open.map(([, amount]) => amount)
  const whole = formatAmount(inputs.end, currency)
  const shares = tops.map(([count, ratio]): Ratio => {
    const top = formatAmount(sum(amounts.slice(0, count)), currency)
    const value = topShare(amounts, count)
    return { ratio, value, unit: 'hundredths', formula: 'topFormula', calculation: `${top} ÷ ${whole}` }
  })
  // The shares stand in the table of customers; a long list of squares would help nobody.
  const index = herfindahl(amounts)
  return [
    ...shares,
    { ratio: 'herfindahl', value: index, unit: 'points', formula: 'herfindahlFormula', calculation: '' },
  ]
}
