// The classes that a new book has beside those of every book: effort by cost and benefit, and what is done for each class.
import type { ClassAction, DimensionSettings } from '../core/book/class-settings.ts'
import type { ActionTexts } from '../text/book-comments.ts'

/** Best first. A customer who costs more than he brings is let go only when he has stopped buying. */
export const effortDimension = {
  name: 'effort',
  rules: [
    { class: 'raise', when: 'grade in A,B and silence>1.5' },
    { class: 'keep', when: 'not netMargin12m<0' },
    { class: 'keep', when: 'lastSale=none' },
    { class: 'reduce', when: 'lastSaleDays<=365' },
    { class: 'letGo' },
  ],
} as const satisfies DimensionSettings

export function startingActions(texts: ActionTexts): readonly ClassAction[] {
  return [
    { dimension: 'grade', class: 'A', effort: 'keep', benefits: texts.benefitsA, discount: '5', chase: texts.chaseA },
    { dimension: 'grade', class: 'B', effort: 'raise', benefits: texts.benefitsB, discount: '2', chase: texts.chaseB },
    { dimension: 'grade', class: 'C', effort: 'keep', benefits: texts.benefitsC, chase: texts.chaseC },
    { dimension: 'effort', class: 'raise', effort: 'raise', visits: texts.visitsRaise },
    { dimension: 'effort', class: 'reduce', effort: 'reduce', visits: texts.visitsReduce },
    { dimension: 'effort', class: 'letGo', effort: 'letGo', visits: texts.visitsLetGo },
  ]
}
