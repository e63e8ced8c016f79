// The words of the area "service" as people read them.
import type { serviceWords } from '../../../core/base/words/service.ts'

export const service: Readonly<Record<(typeof serviceWords)[number], string>> = {}
