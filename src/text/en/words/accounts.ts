// The words of the area "accounts" as people read them.
import type { accountsWords } from '../../../core/base/words/accounts.ts'

export const accounts: Readonly<Record<(typeof accountsWords)[number], string>> = {
  exchange: 'Exchange differences',
  realised: 'Realised',
  unrealised: 'Unrealised',
  bookedValue: 'Booked at',
  settledValue: 'Settled at',
  closingValue: 'At closing rate',
  difference: 'Difference',
  unrealisedBefore: 'Unrealised before',
  unrealisedAtEnd: 'Unrealised at end',
  result: 'Result',
  believed: 'Believed',
  knownNow: 'Known now',
  how: 'How',
  effect: 'Effect',
  explaining: 'Rows that explain it',
  added: 'added',
  gone: 'gone',
  confirmations: 'Confirmations',
  balanceDay: 'Balance of',
  answered: 'Answered',
  agreed: 'agreed',
  differs: 'differs',
  confirmed: 'Confirmed',
  movedSince: 'Moved since',
}
