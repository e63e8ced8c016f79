// Help of the verbs about the book itself.
import type { VerbHelp } from '../../catalogue.ts'

export const bookHelp = {
  check: {
    summary: 'prove the whole book; silent when all is well',
    description:
      'Proves every law of the book: files read, rows act upon what is there, balances are open items less what is on account at the ends of the last twelve months, periods chain, aging sums to the balance, nothing is used beyond what it holds, documents equal their lines and rows, numbers are unique and without gaps, every sale is billed once. Says nothing and exits 0 when all holds; else each finding with its place, the numbers that prove it and how to mend it, and exit 1.',
    arguments: {},
    options: {
      only: 'files, rows, customers, uses, balances, periods, aging, documents, numbers, sales or moves',
    },
    examples: [
      ['crm check', 'says nothing when all is well'],
      ['crm check --only documents --json', 'one check, for a program'],
    ],
  },
  init: {
    summary: 'make a new book',
    description:
      'Makes a folder with a commented crm.yaml (tax, numbering, terms, tiers, chase ladder, visit plan), empty lists, and git where there is none above. Asks on a terminal; flags and --yes answer otherwise. An existing book is never touched.',
    arguments: { dir: 'the folder to make, or an empty one' },
    options: {
      name: 'name of your firm, as on bills',
      currency: 'currency of the book, like CNY',
      locale: 'language and country, like zh-CN or en-GB',
      timezone: 'time zone that decides what day it is, like Asia/Shanghai',
      'no-git': 'do not run git init',
    },
    examples: [
      ['crm init books/harbour --name "Harbour Trading" --currency CNY --yes', 'a new book without questions'],
    ],
  },
  recover: {
    summary: 'finish or discard what a crash left behind',
    description:
      'Every changing verb does this first by itself; recover does only this. A commit that was published is finished, one that was not is discarded. Where a file was changed by someone else in between, nothing is touched until --keep says whose version stays; the other one is kept in .crm/kept. --break-lock removes a lock whose owner cannot be seen from here. A second run finds nothing to do.\nWith a write-off or the number of its document it recovers money instead: adds a row that opens the document again by that much, so that the payment that did come can settle it.',
    arguments: {
      'write-off': 'a write-off to take back: its row, or the number of its document',
      amount: 'how much of it; all unless said',
    },
    options: {
      keep: 'mine: the version of the commit; theirs: the file as it is now',
      'break-lock': 'remove the lock first; be sure that its owner is dead',
      date: 'of a write-off taken back: the day it counts',
      memo: 'of a write-off taken back: a free note',
    },
    examples: [
      ['crm recover', 'finish what is unfinished'],
      ['crm recover --dry-run', 'only show what would be done'],
      ['crm recover --keep theirs', 'settle a conflict: the file as it is now stays'],
      ['crm recover INV-2026-0001 400.00', 'takes 400.00 of its write-off back'],
    ],
  },
  demo: {
    summary: 'play one month of an invented trader on a copy',
    description:
      'Copies the example book to a temporary folder and works through its last month with the real commands: import, bill, reconcile, chase, classify, report. Every command line is shown as you would type it, with its answer and what the numbers mean. The copy stays, to look around in.',
    arguments: {},
    options: { dir: 'where to put the copy (else a new temporary folder)' },
    examples: [
      ['crm demo', 'play the month'],
      ['crm demo --lang zh --dir try', 'in Chinese, and keep the book in try/'],
    ],
  },
  help: {
    summary: 'explain a verb or a problem',
    description:
      'Without arguments: all verbs. With a verb: its page. "errors" lists the code and message of every problem.',
    arguments: { verb: 'a verb, or the word errors', code: 'after errors: the code of a problem' },
    options: {},
    examples: [
      ['crm help add', 'the page of one verb'],
      ['crm help errors unknown-customer', 'what that problem means'],
    ],
  },
} satisfies Record<string, VerbHelp>
