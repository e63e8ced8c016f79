// Short payments that say why: what becomes a dispute, and what does not. Cases of our own.
import type { Stated } from './case.ts'

const pine = { payer: 'Pine & Sons Ltd' }
const one = [{ number: 'SL-2026-0001', amount: 1000 }]
const two = [...one, { number: 'SL-2026-0002', amount: 500 }]

/** A payment for the one bill of 1,000.00. */
function says(text: string, amount: number, expected: string, more: Partial<Stated> = {}): Stated {
  return {
    says: text,
    bills: one,
    lines: [{ amount, text: `SL-2026-0001 ${text}`, ...pine }],
    expect: [expected],
    ...more,
  }
}

export const shorts: readonly Stated[] = [
  says('less 20.00 damaged', 980, 'SL-2026-0001 980.00 short 20.00 quality'),
  says('扣运费20', 980, 'SL-2026-0001 980.00 short 20.00 freight'),
  says('under protest', 980, 'SL-2026-0001 980.00 short 20.00 unstated'),
  says('goods damaged, but paid whole', 1000, 'SL-2026-0001 1000.00'),
  says('goods damaged, but paid too much', 1010, 'SL-2026-0001 1000.00 + account 10.00'),
  says('less damaged goods, within the tolerance', 990, 'SL-2026-0001 990.00 less 10.00 bank-fee', { tolerance: 10 }),
  says('less tax at a rate of the book', 900, 'SL-2026-0001 900.00 less 100.00 withholding', { withholding: ['10'] }),
  says('less tax at another rate', 950, 'SL-2026-0001 950.00 short 50.00 tax', { withholding: ['10'] }),
  says(
    'short delivery, by the rule of the book only shown',
    980,
    'suggested shortStated: SL-2026-0001 (short 20.00 quantity)',
    {
      disputes: 'suggest',
    },
  ),
  says('nothing said, booked by the same rule', 980, 'SL-2026-0001 980.00', { disputes: 'suggest' }),
  {
    says: 'no number: the payer says why, a person says which bill',
    bills: one,
    lines: [{ amount: 980, text: 'price difference', ...pine }],
    expect: ['suggested amountFitsNothing: SL-2026-0001 (short 20.00 price)'],
  },
  {
    says: 'two bills: the rest is open on the second, and so is the dispute',
    bills: two,
    lines: [{ amount: 1480, text: 'SL-2026-0001 SL-2026-0002 less shortage', ...pine }],
    expect: ['SL-2026-0001 1000.00 + SL-2026-0002 480.00 short 20.00 quantity'],
  },
  {
    says: 'another line pays what was kept back',
    bills: one,
    lines: [
      { amount: 980, text: 'SL-2026-0001 goods damaged', date: '2026-10-20', ...pine },
      { amount: 20, text: 'SL-2026-0001 rest', date: '2026-10-25', ...pine },
    ],
    expect: ['SL-2026-0001 980.00', 'SL-2026-0001 20.00'],
  },
  {
    says: 'two lines say why: the first opens the dispute over what is left',
    bills: one,
    lines: [
      { amount: 600, text: 'SL-2026-0001 goods damaged', date: '2026-10-20', ...pine },
      { amount: 380, text: 'SL-2026-0001 less goods damaged', date: '2026-10-25', ...pine },
    ],
    expect: ['SL-2026-0001 600.00 short 20.00 quality', 'SL-2026-0001 380.00'],
  },
  {
    says: 'the amount is that of another bill, whatever is said',
    bills: two,
    lines: [{ amount: 500, text: 'SL-2026-0001 goods damaged', ...pine }],
    expect: ['suggested fitsAnother: SL-2026-0001 (short 500.00 quality) | SL-2026-0002'],
  },
]
