// The groups of verbs, in the order of help.
export const groups = ['customers', 'money', 'bank', 'letters', 'service', 'analysis', 'exchange', 'book'] as const
export type Group = (typeof groups)[number]
