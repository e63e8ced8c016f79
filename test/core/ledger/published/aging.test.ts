// Scenarios of open items and ages that other systems publish as tests or rules, restated as facts. Expected
// values are worked by hand from the rule; where ours is another on purpose, `ours` says why. Amounts are fen (cents).
import { row } from '../../../support/book.ts'
import {
  accounts,
  ages,
  apply,
  bill,
  credit,
  dollars,
  paid40,
  paid100,
  paid140,
  pay,
  prove,
} from '../../../support/scenarios.ts'

prove('open items and ages', [
  {
    system: 'ERPNext',
    fact: 'outstanding is invoiced − paid − credited over rows up to the day: 100, 60 after 40 paid, 10 after 50 credited',
    found: () => {
      const rows = [
        bill('A', 10000),
        paid40,
        apply('2026-02-10', paid40.id, 'A', 4000),
        credit('2026-02-20', 'C1', 'A', 5000),
        apply('2026-02-20', 'C1', 'A', 5000),
      ]
      return ['2026-02-09', '2026-02-10', '2026-02-20'].map((asOf) => accounts(rows, asOf)[0])
    },
    expected: ['10000 0 10000', '6000 0 6000', '1000 0 1000'],
  },
  {
    system: 'ERPNext',
    fact: 'terms of 30, 50 and 20 with 40 paid: the first is settled, 40 of the second and all of the third are open',
    found: () =>
      ages(
        [
          bill('A', 3000, '2026-01-31'),
          bill('A', 5000, '2026-02-28'),
          bill('A', 2000, '2026-04-30'),
          paid40,
          apply('2026-02-10', paid40.id, 'A', 4000),
        ],
        '2026-03-10',
      ),
    expected: ['CNY 2000 4000 0 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'an overpayment of 40 is a row of −40 in the buckets',
    ours: 'it is never netted into an age: it stands in its own column, and buckets less it are the balance',
    found: () => ages([bill('A', 10000), paid140, apply('2026-02-01', paid140.id, 'A', 10000)], '2026-03-10'),
    expected: ['CNY 0 0 0 0 4000'],
  },
  {
    system: 'ERPNext',
    fact: 'day 30 belongs to the first bucket, day 31 to the second',
    found: () => ['2026-03-17', '2026-03-18'].map((asOf) => ages([bill('A', 10000)], asOf)[0]),
    expected: ['CNY 0 10000 0 0 0', 'CNY 0 0 10000 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'what is not due yet is 0 in every bucket',
    ours: 'it has a column, so that the columns sum to what is owed',
    found: () => ages([bill('A', 10000)], '2026-02-15'),
    expected: ['CNY 10000 0 0 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'an open cent is left out',
    ours: 'the report sums to the ledger, to the cent',
    found: () => {
      const paid = pay('2026-02-01', 9999)
      return ages([bill('A', 10000), paid, apply('2026-02-01', paid.id, 'A', 9999)], '2026-02-20')
    },
    expected: ['CNY 0 1 0 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'without a due day an invoice ages from its own day',
    // 15 January to 20 February: 16 days of January and 20 of February.
    found: () => ages([bill('A', 10000, '2026-02-15', { due: null })], '2026-02-20'),
    expected: ['CNY 0 0 10000 0 0'],
  },
  {
    system: 'Kill Bill',
    fact: 'age counts from the day of the invoice',
    ours: 'both are there: from the due day unless asked for the bill day',
    // On 20 March: 33 days after 15 February, 64 after 15 January.
    found: () => [ages([bill('A', 10000)], '2026-03-20'), ages([bill('A', 10000)], '2026-03-20', 'bill')],
    expected: [['CNY 0 0 10000 0 0'], ['CNY 0 0 0 10000 0']],
  },
  {
    system: 'ERPNext',
    fact: 'a payment dated after the day of the report does not lower what was owed on it',
    found: () => ages([bill('A', 10000), paid40, apply('2026-02-10', paid40.id, 'A', 4000)], '2026-02-09'),
    expected: ['CNY 10000 0 0 0 0'],
  },
  {
    system: 'ERPNext',
    fact: 'a customer who owes in two currencies has two rows',
    found: () => ages([bill('A', 10000), bill('B', 7000, '2026-02-15', dollars('7.10'))], '2026-02-20'),
    expected: ['CNY 0 10000 0 0 0', 'USD 0 7000 0 0 0'],
  },
  {
    system: 'Kill Bill',
    fact: 'a chargeback makes the invoice overdue again, as of its own due day',
    // On 20 March 33 days after 15 February, though it was paid in between.
    found: () =>
      ages(
        [
          bill('A', 10000),
          paid100,
          apply('2026-02-01', paid100.id, 'A', 10000),
          row('2026-03-18', 'reverse', 'ada', 10000, { of: paid100.id, reason: 'chargeback' }),
        ],
        '2026-03-20',
      ),
    expected: ['CNY 0 0 10000 0 0'],
  },
  {
    system: 'Kill Bill',
    fact: 'a credit clears what is overdue',
    found: () =>
      ages(
        [bill('A', 10000), credit('2026-03-18', 'C1', 'A', 10000), apply('2026-03-18', 'C1', 'A', 10000)],
        '2026-03-20',
      ),
    expected: [],
  },
])
