// What the demo says between its commands, in one language.
import type { Language } from '../core/book/customer.ts'
import type { DemoText } from './en/demo.ts'

export async function demoTextOf(language: Language): Promise<DemoText> {
  return language === 'zh' ? (await import('./zh/demo.ts')).demoText : (await import('./en/demo.ts')).demoText
}
