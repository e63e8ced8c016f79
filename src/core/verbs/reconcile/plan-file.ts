// The decisions of a run as a document that people review, edit and apply: each line with what was found and what can be chosen.
import type { Currency } from '../../base/currency.ts'
import { formatAmount } from '../../base/money.ts'
import { type Problem, problem } from '../../base/problem.ts'
import type { Book } from '../../book/book.ts'
import { formatDecision, type LineDecision, parseDecision } from './decision.ts'
import { openPool } from './pool.ts'
import { openOf, proposalOf, shortText } from './proposal.ts'
import type { Judged } from './verdict.ts'

export interface PlannedChoice {
  readonly pick: number
  readonly customer: string
  /** With what is open of them. */
  readonly documents: readonly string[]
  readonly rule: string
  /** The dispute that it would open. */
  readonly dispute?: string
  readonly evidence: readonly string[]
}

/** Everything but `line`, `proposed`, `choices` and `decision` is there for people to read. */
export interface PlannedLine {
  readonly line: string
  readonly date: string
  readonly amount: string
  readonly payer: string
  readonly text: string
  readonly state: string
  readonly reason: string
  readonly evidence: readonly string[]
  readonly proposed: readonly string[]
  readonly choices: readonly PlannedChoice[]
  readonly decision: string
}

/** Lines that are to be decided on, as they were judged; a match is accepted unless somebody says otherwise, the rest is skipped. */
export function plannedLines(book: Book, judged: readonly Judged[]): PlannedLine[] {
  const pool = openPool(book.journal)
  return judged.flatMap(({ line, verdict }): PlannedLine[] => {
    const common = {
      line: line.id,
      date: line.date,
      amount: `${formatAmount(line.amount, line.currency)} ${line.currency}`,
      payer: line.payer,
      text: line.text,
      state: verdict.state,
    }
    const options = verdict.state === 'suggested' ? verdict.options : verdict.state === 'matched' ? verdict.others : []
    const choices = options.map((o, i) => ({
      pick: i + 1,
      customer: o.customer,
      documents: openOf({ pool }, line, o),
      rule: o.rule,
      ...(o.short === undefined ? {} : { dispute: shortText(o.short, line.currency) }),
      evidence: o.evidence,
    }))
    if (verdict.state === 'matched')
      return [
        {
          ...common,
          reason: verdict.rule,
          evidence: verdict.evidence,
          proposed: proposalOf(line, verdict),
          choices,
          decision: formatDecision({ do: 'accept' }, line.currency),
        },
      ]
    if (verdict.state !== 'suggested' && verdict.state !== 'unmatched') return []
    const [first] = choices
    return [
      {
        ...common,
        reason: verdict.reason,
        evidence: first?.evidence ?? [],
        proposed: first?.documents ?? [],
        choices,
        decision: formatDecision({ do: 'skip' }, line.currency),
      },
    ]
  })
}

/** The lines that were decided on, with what was decided. */
export function decidedLines(
  planned: readonly PlannedLine[],
  decisions: readonly LineDecision[],
  book: Book,
): PlannedLine[] {
  const currencies = new Map<string, Currency>(book.bank.map((l) => [l.id, l.currency]))
  const words = new Map<string, string>()
  for (const { line, decision } of decisions) {
    const currency = currencies.get(line)
    if (currency !== undefined) words.set(line, formatDecision(decision, currency))
  }
  return planned.flatMap((p) => {
    const decision = words.get(p.line)
    return decision === undefined ? [] : [{ ...p, decision }]
  })
}

/** Decisions of lines that offer just what they offered when they were decided on. */
export function stillStanding(
  planned: readonly PlannedLine[],
  edited: readonly EditedLine[],
  book: Book,
): LineDecision[] {
  const offered = (p: Pick<EditedLine, 'proposed' | 'choices'>) =>
    JSON.stringify([p.proposed, p.choices.map((c) => [c.pick, c.documents])])
  const now = new Map(planned.map((p) => [p.line, offered(p)]))
  return decisionsOf(
    book,
    edited.filter((e) => now.get(e.line) === offered(e)),
  ).decisions.map(({ line, decision }) => ({ line, decision }))
}

/** A line of an edited plan, and where it stands. */
export interface EditedLine {
  readonly line: string
  readonly decision: string
  readonly proposed: readonly string[]
  readonly choices: readonly { readonly pick: number; readonly documents: readonly string[] }[]
  readonly where: NonNullable<LineDecision['where']>
}

/** Decisions as the words of the plan say; amounts are in the currencies of the book's lines. */
export function decisionsOf(
  book: Book,
  edited: readonly EditedLine[],
): { decisions: LineDecision[]; problems: Problem[] } {
  const currencies = new Map<string, Currency>(book.bank.map((l) => [l.id, l.currency]))
  const problems: Problem[] = []
  const seen = new Set<string>()
  const decisions = edited.flatMap(({ line, decision, proposed, choices, where }): LineDecision[] => {
    const currency = currencies.get(line)
    const parsed = currency === undefined ? null : parseDecision(decision, currency)
    if (currency === undefined) problems.push(problem('unknown-line', { line, candidates: [] }, where))
    else if (parsed === null) problems.push(problem('not-a-decision', { text: decision }, where))
    if (seen.has(line)) problems.push(problem('decided-twice', { line }, where))
    seen.add(line)
    if (parsed === null) return []
    const picked = parsed.do === 'pick' ? choices.find((c) => c.pick === parsed.choice)?.documents : undefined
    const shown = parsed.do === 'pick' ? picked : proposed
    return [
      {
        line,
        decision: parsed,
        ...(shown === undefined || shown.length === 0 ? {} : { proposed: shown }),
        seen: [...new Set(choices.flatMap((c) => c.documents))],
        where,
      },
    ]
  })
  return { decisions, problems }
}
