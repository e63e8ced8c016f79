// Payment services that have customers everywhere.
import type { Dialect } from './dialect.ts'

export const worldwide: readonly Dialect[] = [
  {
    name: 'revolut',
    bank: 'Revolut',
    country: '',
    headings: ['Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance'],
    rules: { columns: { date: 'Completed Date', value: '' } },
  },
  {
    name: 'wise',
    bank: 'Wise',
    country: '',
    headings: [
      'TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees',
      'TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees,Exchange To Amount',
      'TransferWise ID,Date,Date Time,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees,Exchange To Amount,Transaction Type,Transaction Details Type',
    ],
    usual: { date: 'd-M-yyyy', decimal: '.' },
  },
  {
    name: 'paypal',
    bank: 'PayPal',
    country: '',
    headings: [
      'Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Shipping Address,Address Status,Item Title,Item ID,Shipping and Handling Amount,Insurance Amount,Sales Tax,Option 1 Name,Option 1 Value,Option 2 Name,Option 2 Value,Reference Txn ID,Invoice Number,Custom Number,Quantity,Receipt ID,Balance',
    ],
  },
]
