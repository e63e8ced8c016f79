// Sentences for the problems of the area "statements".
import type { StatementsProblems } from '../../../core/base/problems/statements.ts'
import type { Sentences } from '../../catalogue.ts'
import { count as countOf } from '../count.ts'

export const statementsProblems: Sentences<StatementsProblems> = {
  'statement-accounts': ({ accounts }) => ({
    message: `the file holds statements of several accounts: ${accounts.join(', ')}`,
    hint: 'list them under accounts: in crm.yaml, each with its iban or number, and leave --account away',
  }),
  'statement-sum': ({ opening, lines, closing, currency }) => ({
    message: `opening balance ${opening} and lines of ${lines} do not give the closing balance ${closing} ${currency}`,
    hint: 'lines may be missing: compare with the bank',
  }),
  'lines-pending': ({ count }) => ({
    message: `${countOf(count, 'row')} not taken: only announced by the bank, not booked yet`,
  }),
  'lines-failed': ({ count, states }) => ({
    message: `${countOf(count, 'row')} not taken: no money moved (${states.join(', ')})`,
  }),
  'lines-neutral': ({ count, states }) => ({
    message: `${countOf(count, 'row')} not taken: moves between own funds (${states.join(', ')})`,
  }),
  'lines-balance': ({ count }) => ({ message: `${countOf(count, 'row')} not taken: they only state a balance` }),
  'lines-cancelled': ({ count }) => ({
    message: `${countOf(count, 'row')} not taken: payments that were closed and their refunds, which cancel out`,
  }),
  'statement-totals': ({ direction, said, found, currency }) => ({
    message: `the file says that ${said} ${currency} ${direction === 'in' ? 'came in' : 'went out'}; its lines make ${found} ${currency}`,
    hint: 'lines may be missing: download the statement again and compare',
  }),
  'rows-below': ({ count }) => ({
    message: `${countOf(count, 'row')} below the lines not taken: sums and remarks, without a day`,
  }),
  'balances-unread': ({ count }) => ({
    message: `the balance of ${countOf(count, 'row')} is no amount; taken without it, so nothing was verified by it`,
  }),
  'fees-taken-off': ({ count }) => ({
    message: `fees of ${countOf(count, 'row')} taken off the amounts: the balances show that the file writes amounts before fees`,
  }),
  'lines-maybe-known': ({ count, lines, date }) => ({
    message: `${countOf(count, 'row')} not taken because the book has the same payer, texts and amount on that day (first ${date}), and nothing else to go by; but the book has other lines of such a day which this file lacks, so each may be a part of it`,
    hint: `where they are other payments: crm import with --force ${lines.join(' ')}${count > lines.length ? ' …' : ''}`,
  }),
  'lines-apart': ({ count }) => ({
    message: `${countOf(count, 'row')} taken although the book has the same payer, texts and amount on that day: the balances say that this statement goes on where another one ends`,
  }),
  'lines-other-format': ({ same, apart, formats }) => ({
    message: `${countOf(same, 'row')} not taken: the book has them from another format (${formats.join(', ')}), by account, day and amount${apart === 0 ? '' : `; ${countOf(apart, 'row')} of the same days it does not have, and took`}`,
    hint: 'one format for an account is best; crm report bank shows whether the balances hold',
  }),
  'lines-retold': ({ count, lines }) => ({
    message: `${countOf(count, 'row')} not taken: the book has the same day and amount from this format, and texts that say more or less but nothing else`,
    hint: `where they are other payments: crm import with --force ${lines.join(' ')}${count > lines.length ? ' …' : ''}`,
  }),
  'records-other': ({ count }) => ({
    message: `${countOf(count, 'row')} of investments, categories or lists not taken`,
  }),
}
