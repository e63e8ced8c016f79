// Help of the verbs of the group "analysis".
import type { VerbHelp } from '../../catalogue.ts'

export const analysisHelp = {
  report: {
    summary: 'balances, aging, sales, statements and more',
    description:
      'Shows one report; without a name it lists them. Every report is a function of the files and the day: --as-of leaves out rows dated later, so a past day looks as it did. Amounts in different currencies are never added. Nothing is cut off: pipe it, or use --format csv or --json.',
    arguments: { report: 'which one; crm report lists them', name: 'only these customers' },
    options: {
      'as-of': 'rows dated later do not exist; today unless said',
      period: 'like 2026-10, 2026Q4, 2026 or "last month"',
      from: 'first day, included',
      to: 'last day, included',
      by: 'what to group by, where the report has a choice',
      kind: 'statement: activity (usual), open-item, balance-forward or confirmation',
      base: 'aging: days count from the due day (due) or the bill (bill)',
      in: 'aging: converted into this currency at the rates of the day',
      detail: 'down to single documents',
      compare: 'aging: what --known-at believed beside what is known now',
      all: 'also what cancels out: reversed rows and their reversals; open-item: what is settled',
      paper: 'statement: a page to send, in his language; reconciliation: the form to sign',
    },
    examples: [
      ['crm report balance', 'what everyone owes today'],
      ['crm report aging --as-of 2026-10-31 --detail', 'how late it was at the end of October'],
      ['crm report aging --by owner --in CNY', 'by who is in charge, in one currency'],
      ['crm report sales --period 2026-10 --by item', 'what was sold in October'],
      ['crm report ratios --period 2026Q3', 'DSO, CEI and more, with the numbers put in'],
      ['crm report statement yuanshan --from 2026-10-01 --to 2026-10-31', 'an account, day by day'],
      ['crm report statement yuanshan --kind open-item --paper', 'what is open, as a page to send'],
    ],
  },
  classify: {
    summary: 'propose value tiers, A/B/C grades and RFM classes',
    description:
      'Tier: the first threshold in crm.yaml that the sales of 12 months reach. Grade: A, B, C by cumulative share of those sales; whoever crosses a line belongs to the better class, and equal sales are graded equally. RFM: scores of recency, frequency and money over all time, with segments, cut at quantiles, or as classes.rfm says by rank or at thresholds. Lifecycle: by the interval of the customer himself. Dimensions of your own stand in crm.yaml under classes.dimensions: rules over facts, or kMeans over some facts (seeded; the number of clusters with the highest variance ratio; clusters named by what sets them apart).\nShows who would move against the classes accepted last, what is done for the class (classes.actions), and how customers and sales spread. With --accept it appends a dated row with the reason for each class that differs; a second run appends nothing.\n--compare reads a file with the section classes of crm.yaml and replays both sets of rules month by month over a year: who would sit elsewhere, how often customers stayed where they were, and what revenue each class kept. Notes are shown with it; a dimension that nobody looked at for a year is named.',
    arguments: { text: 'with --note: what was heard or found' },
    options: {
      accept: 'append the classes that differ to classes.csv',
      explain: 'why this customer is where he is, and what would move him up',
      set: 'decide a class of this customer by hand',
      class: 'with --set: which, like grade=A',
      reason: 'with --set: why',
      until: 'with --set: the last day on which it holds',
      note: 'keep a note on this dimension: feedback, the scheme of a rival, a review',
      compare: 'play the rules of this file on the past year beside the present ones',
      'as-of': 'as things stood on that day',
    },
    examples: [
      ['crm classify', 'what would change'],
      ['crm classify --accept', 'accept it'],
      ['crm classify --explain yuanshan', 'rule, numbers, and what would move the customer'],
      ['crm classify --compare rules.yaml', 'try other rules on the past'],
      ['crm classify --note grade "C customers ask for a discount"', 'for the next review'],
      ['crm classify --set yuanshan --class grade=A --reason "key account"', 'by hand'],
    ],
  },
  alerts: {
    summary: 'show customers who need a look, by rules',
    description:
      'Rules stand in crm.yaml under alerts: a name, a condition (when) and after how many days it may be raised again. Without any there are six: sales of an A customer falling by 40 % against his own rhythm, an A or B customer silent for twice the usual interval, the first late payment in two years, a value tier about to rise, a broken promise, a case past its day.\nWith --record new ones are noted in the activity of the customer, so that each is raised once.',
    arguments: {},
    options: { record: 'note the new ones', 'as-of': 'as things stood on that day' },
    examples: [
      ['crm alerts', 'what is new and what is known'],
      ['crm alerts --record', 'for cron, every night'],
    ],
  },
  facts: {
    summary: 'show the facts there are, or those of a customer',
    description:
      'Without an argument: every fact with its kind and definition. With a customer: all facts of that customer. With conditions as in crm list: all facts of everybody who meets them.',
    arguments: { 'customer-or-condition': 'a customer, or conditions' },
    options: { 'as-of': 'as things stood on that day' },
    examples: [
      ['crm facts', 'the facts and what they mean'],
      ['crm facts yuanshan', 'everything known about a customer'],
      ['crm facts grade=A -f csv -o facts.csv', 'a table for a spreadsheet'],
    ],
  },
  explain: {
    summary: 'show how a figure or a fact came to be, row by row',
    description:
      'With one name: every row that made what is open of a document, what is left of a payment or credit, or what a customer owes, each with the figure after it and its place in the book; for a row also what it acts upon and the days on which it counts. With a fact: its value, its definition, and every row of the journal, the activity file or classes.csv that it was computed from. For a class, also in a dimension of your own, the rule, what would move the customer, and what is done for the class.',
    arguments: {
      what: 'a customer, a document, a payment or any row; with a fact, a customer',
      fact: 'one of crm facts, or a dimension of crm.yaml',
    },
    options: { 'as-of': 'as things stood on that day' },
    examples: [
      ['crm explain INV-2026-0001', 'how much is open of it, and why'],
      ['crm explain yuanshan', 'every movement with the balance after it'],
      ['crm explain yuanshan sales12m', 'the sales behind the sum'],
      ['crm explain yuanshan grade', 'rule, numbers and history of the grade'],
    ],
  },
} satisfies Record<string, VerbHelp>
