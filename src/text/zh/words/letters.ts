// The words of the area "letters" as people read them.
import type { lettersWords } from '../../../core/base/words/letters.ts'

export const letters: Readonly<Record<(typeof lettersWords)[number], string>> = {}
