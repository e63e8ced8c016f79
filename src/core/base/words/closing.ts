// Words of the area "closing": closed months, the provision, the handover to the accountant.
export const closingWords = ['monthTotals', 'closed', 'reopened', 'notClosed'] as const
