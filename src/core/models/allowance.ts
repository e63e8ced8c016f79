// The arithmetic of a provision for doubtful debts (IFRS 9 simplified approach B5.5.35, 账龄分析法): pure formulas, rounded where it says so.
import { type Exact, exact, roundHalfUp } from '../base/decimal.ts'
import { type Minor, safe } from '../base/money.ts'

/** Amount × rate (a fraction), rounded once to minor units, half away from zero. */
export function allowanceOn(amount: Minor, rate: Exact): Minor {
  return safe(roundHalfUp(rate.times(amount), 0).toNumber())
}

export interface LossRates {
  /** 迁徙率: of what reached each bucket, the share that reached the next; of the last, the share that was lost. */
  readonly roll: readonly (Exact | null)[]
  /** Of what reached each bucket, the share that was lost in the end: the product of the roll rates from there on, unrounded. */
  readonly loss: readonly (Exact | null)[]
}

/** From what reached each bucket, youngest first, and what of it was never paid. null where nothing reached a bucket. */
export function lossRates(reached: readonly Minor[], lost: Minor): LossRates {
  const share = (part: Minor, whole: Minor) => (whole <= 0 ? null : exact(part).div(whole))
  return {
    roll: reached.map((amount, i) => share(reached[i + 1] ?? lost, amount)),
    loss: reached.map((amount) => share(lost, amount)),
  }
}

/** What the allowance stands at before it is made up: the previous one, less what was written off against it, plus what was recovered. */
export function beforeTopUp(previous: Minor, writtenOff: Minor, recovered: Minor): Minor {
  return safe(previous - writtenOff + recovered)
}

/** What has to be charged so that the allowance is as required; negative where it is released. A debit balance before is negative. */
export function topUp(required: Minor, before: Minor): Minor {
  return safe(required - before)
}
